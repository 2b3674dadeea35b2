package com.duespark.documents.mail;

import com.duespark.domain.accounts.Device;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a person is told in one language that their password was changed. */
record PasswordWords(
    String lang,
    String subject,
    String greeting,
    String nameless,
    String changed,
    String act,
    String device,
    String browserOn,
    String unknown,
    String ipAddress,
    String you,
    String notYou,
    String footer) {

  private static final PasswordWords ENGLISH =
      new PasswordWords(
          "en",
          "Your password was changed",
          "Hello %s,",
          "Hello,",
          "The password of your Duespark account was changed. All other devices were signed out.",
          "Set a new password",
          "Device",
          "%s on %s",
          "Unknown",
          "IP address",
          "Was it you? Then there is nothing to do.",
          "Not you? Set a new password now; it signs out every device.",
          "Duespark. Sent because your account has this address.");

  private static final PasswordWords SWAHILI =
      new PasswordWords(
          "sw",
          "Nenosiri lako limebadilishwa",
          "Habari %s,",
          "Habari,",
          "Nenosiri la akaunti yako ya Duespark limebadilishwa. Vifaa vingine vyote vimetolewa.",
          "Weka nenosiri jipya",
          "Kifaa",
          "%s kwenye %s",
          "Hakijulikani",
          "Anwani ya IP",
          "Ni wewe? Basi hakuna la kufanya.",
          "Si wewe? Weka nenosiri jipya sasa; kila kifaa kitatolewa.",
          "Duespark. Imetumwa kwa sababu akaunti yako ina anwani hii.");

  /** English where the language is another than ours. */
  static PasswordWords in(String locale) {
    return Locale.forLanguageTag(locale).getLanguage().equals("sw") ? SWAHILI : ENGLISH;
  }

  String greet(String name) {
    return name.isBlank() ? nameless : greeting.formatted(name.strip());
  }

  String name(Device from) {
    @Nullable String browser = from.browser();
    @Nullable String system = from.system();
    if (browser != null && system != null) {
      return browserOn.formatted(browser, system);
    }
    return browser != null ? browser : system != null ? system : unknown;
  }
}
