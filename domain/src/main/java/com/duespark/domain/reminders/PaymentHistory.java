package com.duespark.domain.reminders;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * How invoices were paid, newest first (REM-62).
 *
 * @param own the customer's, at most {@link #MOST}
 * @param business those of all customers, at most {@link #MOST}
 */
public record PaymentHistory(List<Paid> own, List<Paid> business) {

  public static final PaymentHistory NONE = new PaymentHistory(List.of(), List.of());

  /** Beyond so many payments the older ones play no part. */
  static final int MOST = 200;

  /** A customer with so many is judged by them alone. */
  static final int ENOUGH_OWN = 3;

  /** Fewer of the whole business say nothing. */
  static final int ENOUGH_OF_BUSINESS = 10;

  public PaymentHistory {
    own = List.copyOf(own);
    business = List.copyOf(business);
  }

  /**
   * An invoice that is paid in full.
   *
   * @param at when the last payment came, by the payer's clock
   * @param reported whether a provider said so: a person who records a payment knows the day, not
   *     the hour
   */
  public record Paid(LocalDate dueOn, LocalDateTime at, boolean reported) {}
}
