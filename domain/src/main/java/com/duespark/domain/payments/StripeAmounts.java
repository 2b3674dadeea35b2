package com.duespark.domain.payments;

import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * Stripe counts in the currency's minor unit as ISO 4217 has it, but for two currencies that it
 * keeps as if they had decimals and one that it counts in whole units. Source:
 * docs.stripe.com/currencies, "Zero-decimal currencies" and "Special cases".
 */
public final class StripeAmounts {

  private StripeAmounts() {}

  /**
   * The amount in Stripe's count.
   *
   * @throws ArithmeticException when Stripe cannot say it: a fraction of an ariary
   */
  public static long toStripe(Money amount) {
    return amount.toMajor().movePointRight(digits(amount.currency())).longValueExact();
  }

  /**
   * Reads an amount of Stripe.
   *
   * @param currency in any case
   */
  public static Money fromStripe(long amount, String currency) {
    var known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
    return Money.rounded(BigDecimal.valueOf(amount, digits(known)), known, RoundingMode.DOWN);
  }

  private static int digits(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "ISK", "UGX" -> 2;
      case "MGA" -> 0;
      default -> Money.digits(currency);
    };
  }
}
