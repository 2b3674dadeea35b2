package com.duespark.domain.reminders;

import com.duespark.domain.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a promise and a dispute may say (EP-090, EP-201a). Pure; each limit has its number here. */
public final class PayerRules {

  /** How far ahead a payer may name a day on their page. */
  public static final int PAYER_DAYS = 30;

  /** How far ahead the business may enter one that it was told. */
  public static final int BUSINESS_DAYS = 90;

  /** How often a payer may name a day for one invoice; after that they write to the business. */
  public static final int PROMISES = 3;

  public static final int NOTE = 500;
  public static final int REASON = 1_000;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private PayerRules() {}

  /**
   * Whether the day may be promised.
   *
   * @param today the customer's day
   */
  public static void requireDay(LocalDate on, LocalDate today, boolean byPayer) {
    var last = today.plusDays(byPayer ? PAYER_DAYS : BUSINESS_DAYS);
    if (on.isBefore(today) || on.isAfter(last)) {
      throw Refused.invalid(
          "promised_on",
          "RANGE",
          "Choose a day from %s to %s".formatted(DAY.format(today), DAY.format(last)));
    }
  }

  /**
   * Whether a payer may name another day.
   *
   * @param before how often they did for this invoice
   */
  public static void requireTrust(long before) {
    if (before >= PROMISES) {
      throw Refused.conflict(
          "TOO_MANY_PROMISES",
          "A day was named %d times already; please write to the business".formatted(PROMISES));
    }
  }

  /** {@code 20 Nov 2026}. */
  public static String words(LocalDate day) {
    return DAY.format(day);
  }
}
