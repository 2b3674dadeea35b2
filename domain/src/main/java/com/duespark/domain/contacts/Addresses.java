package com.duespark.domain.contacts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one form in which addresses are kept (GEN-10). */
public final class Addresses {

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>()\\[\\],;:\"]{1,64}@[^\\s@<>()\\[\\],;:\"]+\\.[^\\s@.]{2,63}");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int MAX_EMAIL = 254;

  private Addresses() {}

  /** Lower case, without blanks around; null when nothing is left. */
  public static @Nullable String email(@Nullable String text) {
    var trimmed = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    return trimmed.isEmpty() ? null : trimmed;
  }

  public static boolean isEmail(String email) {
    return email.length() <= MAX_EMAIL && EMAIL.matcher(email).matches();
  }

  /** Digits with a plus, without separators; {@code 00} in front is a plus. */
  public static @Nullable String phone(@Nullable String text) {
    var digits = text == null ? "" : text.replaceAll("[\\s().-]", "");
    if (digits.isEmpty()) {
      return null;
    }
    return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
  }

  public static boolean isPhone(String phone) {
    return E164.matcher(phone).matches();
  }
}
