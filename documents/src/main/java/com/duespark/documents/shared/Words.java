package com.duespark.documents.shared;

import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Amounts, dates and names as a person reads them. English. */
public final class Words {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private Words() {}

  /** {@code KES 148,820.00}. */
  public static String money(Money money) {
    return money.currency().getCurrencyCode() + " " + figure(money);
  }

  /** {@code 148,820.00}, with exactly the currency's digits; a true minus when below zero. */
  public static String figure(Money money) {
    var digits = Money.digits(money.currency());
    return grouped(money.toMajor(), digits, digits);
  }

  /** {@code 7 November 2026}. */
  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** {@code 7 Nov 2026}, every month three letters. */
  public static String shortDate(LocalDate date) {
    return "%d %s %d"
        .formatted(date.getDayOfMonth(), MONTHS.get(date.getMonthValue() - 1), date.getYear());
  }

  /** {@code Saturday 7 November 2026}. */
  public static String weekday(LocalDate date) {
    return WEEKDAY.format(date);
  }

  /** Plain, without trailing zeros: {@code 1.5}, {@code 100}. */
  public static String quantity(BigDecimal quantity) {
    return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
  }

  /** A unit price: the currency's digits, more only when the rate has more. */
  public static String rate(BigDecimal rate, Currency currency) {
    var digits = Money.digits(currency);
    return grouped(rate, digits, Math.max(digits, rate.stripTrailingZeros().scale()));
  }

  /** {@code 16 %}, {@code 7.5 %}. */
  public static String percent(BigDecimal percent) {
    return quantity(percent) + " %";
  }

  /** One or two letters for a name without a logo: of the first two words; {@code ·} when empty. */
  public static String initials(String name) {
    var words =
        Arrays.stream(name.split("[^\\p{L}\\p{N}'’]+", -1))
            .map(word -> word.replaceAll("^['’]+", ""))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      return "·";
    }
    return words.size() == 1
        ? initial(words.getFirst())
        : initial(words.getFirst()) + initial(words.get(1));
  }

  private static String initial(String word) {
    return new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT);
  }

  private static String grouped(BigDecimal number, int least, int most) {
    var symbols = DecimalFormatSymbols.getInstance(Locale.UK);
    symbols.setMinusSign('−');
    var format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    return format.format(number);
  }
}
