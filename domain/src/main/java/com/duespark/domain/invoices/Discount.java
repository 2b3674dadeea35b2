package com.duespark.domain.invoices;

import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What is taken off a line or an invoice.
 *
 * @param value percent (0 to 100) or major units of the invoice's currency; not negative
 */
public record Discount(Type type, BigDecimal value) {

  /** How the value is read. */
  public enum Type {
    PERCENT,
    AMOUNT
  }

  /** The exact reduction of an exact amount, unrounded. */
  BigDecimal of(BigDecimal gross) {
    return switch (type) {
      case PERCENT -> gross.multiply(value).movePointLeft(2);
      case AMOUNT -> value;
    };
  }

  Money rounded(Money gross) {
    Currency currency = gross.currency();
    return Money.rounded(of(gross.toMajor()), currency, RoundingMode.HALF_UP);
  }
}
