package com.duespark.sandbox.pages;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Set;

/** Amounts as people read them. */
final class Amounts {
  // Stripe's own list: these have no minor unit, whatever ISO 4217 says.
  private static final Set<String> ZERO_DECIMAL =
      Set.of(
          "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf",
          "xof", "xpf");
  private static final Set<String> THREE_DECIMAL = Set.of("bhd", "jod", "kwd", "omr", "tnd");

  private Amounts() {}

  /** For example {@code USD 1,234.50}, from Stripe's smallest units. */
  static String text(long smallestUnits, String currency) {
    String code = currency.toLowerCase(Locale.ROOT);
    int decimals = ZERO_DECIMAL.contains(code) ? 0 : THREE_DECIMAL.contains(code) ? 3 : 2;
    NumberFormat format = NumberFormat.getNumberInstance(Locale.US);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return currency.toUpperCase(Locale.ROOT)
        + " "
        + format.format(BigDecimal.valueOf(smallestUnits, decimals));
  }
}
