package com.duespark.documents.mail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How an owner is told in one language that their business was closed. */
record ClosingWords(
    String lang,
    String subject,
    String greeting,
    String nameless,
    String closed,
    String stands,
    String act,
    String business,
    String by,
    String erased,
    String undo,
    String footer) {

  private static final ClosingWords ENGLISH =
      new ClosingWords(
          "en",
          "%s was closed",
          "Hello %s,",
          "Hello,",
          "%s closed %s on Duespark.",
          "No reminder is sent any more, and links to your invoices open no longer. Until the day below you"
              + " can sign in, take everything away in one file, or open the business again.",
          "Sign in",
          "Business",
          "Closed by",
          "Erased on",
          "After that day nothing can be brought back.",
          "Duespark. Sent because you own this business.");

  private static final ClosingWords SWAHILI =
      new ClosingWords(
          "sw",
          "%s imefungwa",
          "Habari %s,",
          "Habari,",
          "%s amefunga %s kwenye Duespark.",
          "Hakuna kikumbusho kinachotumwa tena, na viungo vya ankara zako havifunguki tena. Hadi siku iliyo"
              + " hapa chini unaweza kuingia, kuchukua kila kitu katika faili moja, au kufungua biashara tena.",
          "Ingia",
          "Biashara",
          "Aliyefunga",
          "Itafutwa tarehe",
          "Baada ya siku hiyo hakuna kinachoweza kurudishwa.",
          "Duespark. Imetumwa kwa sababu wewe ni mmiliki wa biashara hii.");

  /** English where the language is another than ours. */
  static ClosingWords in(String locale) {
    return Locale.forLanguageTag(locale).getLanguage().equals("sw") ? SWAHILI : ENGLISH;
  }

  String greet(String name) {
    return name.isBlank() ? nameless : greeting.formatted(name.strip());
  }

  /** {@code 30 January 2027}. */
  String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of(lang)).format(day);
  }
}
