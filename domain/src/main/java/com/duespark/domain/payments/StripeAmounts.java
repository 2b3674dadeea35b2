package com.duespark.domain.payments;

import com.duespark.domain.shared.Money;
import java.util.Locale;

/**
 * Stripe counts in the currency's minor unit as ISO 4217 has it, but for two currencies that it
 * keeps as if they had decimals. Source: docs.stripe.com/currencies, "Special cases".
 */
public final class StripeAmounts {

  private StripeAmounts() {}

  public static long toStripe(Money amount) {
    return hasStripesOwnDecimals(amount.currency().getCurrencyCode())
        ? Math.multiplyExact(amount.minor(), 100)
        : amount.minor();
  }

  /**
   * Reads an amount of Stripe.
   *
   * @param currency in any case
   */
  public static Money fromStripe(long amount, String currency) {
    var code = currency.toUpperCase(Locale.ROOT);
    return Money.of(hasStripesOwnDecimals(code) ? amount / 100 : amount, code);
  }

  private static boolean hasStripesOwnDecimals(String currency) {
    return currency.equals("ISK") || currency.equals("UGX");
  }
}
