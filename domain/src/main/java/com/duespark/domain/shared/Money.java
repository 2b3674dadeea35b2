package com.duespark.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * An exact amount: whole minor units of one currency. Arithmetic overflows with an exception, never
 * silently, and never mixes currencies.
 *
 * @param minor minor units (cents for USD, whole yen for JPY); may be negative
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** Largest amount of a document in minor units (MON-12). */
  public static final long MAX_MINOR = 1_000_000_000_000L;

  public static Money of(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads major units.
   *
   * @throws ArithmeticException when the amount has more decimals than the currency
   */
  public static Money parse(BigDecimal major, Currency currency) {
    return new Money(
        major.setScale(digits(currency), RoundingMode.UNNECESSARY).unscaledValue().longValueExact(),
        currency);
  }

  /** Rounds an exact result to the currency's minor digits by the named mode. */
  public static Money rounded(BigDecimal major, Currency currency, RoundingMode mode) {
    return new Money(
        major.setScale(digits(currency), mode).unscaledValue().longValueExact(), currency);
  }

  public static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  public Money orZeroIfNegative() {
    return minor < 0 ? zero(currency) : this;
  }

  /**
   * Splits this amount in proportion to weights by largest remainder; the parts always add up.
   * Equal remainders favour the earlier weight.
   *
   * @param weights not negative, not all zero unless this amount is zero
   */
  public List<Money> allocate(long... weights) {
    if (Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("A weight is negative");
    }
    var total = BigDecimal.valueOf(Arrays.stream(weights).reduce(0, Math::addExact));
    if (total.signum() == 0) {
      if (minor != 0) {
        throw new IllegalArgumentException("Nothing to share " + this + " over");
      }
      return Arrays.stream(weights).mapToObj(weight -> zero(currency)).toList();
    }
    var parts = new long[weights.length];
    var remainders = new BigDecimal[weights.length];
    long shared = 0;
    for (int i = 0; i < weights.length; i++) {
      var share =
          BigDecimal.valueOf(minor)
              .multiply(BigDecimal.valueOf(weights[i]))
              .divideAndRemainder(total);
      parts[i] = share[0].longValueExact();
      remainders[i] = share[1].abs();
      shared = Math.addExact(shared, parts[i]);
    }
    var order = new ArrayList<Integer>();
    for (int i = 0; i < weights.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
    long left = minor - shared;
    for (int i = 0; left != 0; i++) {
      long step = Long.signum(left);
      parts[order.get(i)] += step;
      left -= step;
    }
    return Arrays.stream(parts).mapToObj(part -> new Money(part, currency)).toList();
  }

  /** Major units with exactly the currency's minor digits. */
  public BigDecimal toMajor() {
    return BigDecimal.valueOf(minor, digits(currency));
  }

  /** The form of the API: {@code "1250.00"}, JPY {@code "1250"} (MON-01). */
  public String toPlainString() {
    return toMajor().toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other).minor);
  }

  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + toPlainString();
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
    }
    return other;
  }
}
