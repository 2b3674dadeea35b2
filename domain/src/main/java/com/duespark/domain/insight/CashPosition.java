package com.duespark.domain.insight;

import com.duespark.domain.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a business is owed, got and expects in one currency.
 *
 * @param lastPayment of the last year; null without one
 * @param weeks the last twelve, this one among them, and the next four
 */
public record CashPosition(
    String currency,
    Owed owed,
    Late overdue,
    Paid paid,
    @Nullable LastPayment lastPayment,
    List<CashWeek> weeks) {

  /**
   * What is not paid yet. The last three parts add up to the amount.
   *
   * @param disputed late or not
   */
  public record Owed(
      Money amount, long invoices, long customers, Money notDue, Money late, Money disputed) {}

  /**
   * What is past its due day, disputed or not.
   *
   * @param oldestDays days since the earliest due day; zero when nothing is late
   */
  public record Late(Money amount, long invoices, int oldestDays) {}

  /**
   * What came in, less what went back.
   *
   * @param lastMonth of last month, up to and with the same day of the month
   */
  public record Paid(Money today, long paymentsToday, Money thisMonth, Money lastMonth) {}

  /** The payment that came in last. */
  public record LastPayment(Money amount, UUID contactId, String contactName, Instant at) {}

  /**
   * A week from Monday to Sunday.
   *
   * @param expected open amounts that fall due in it, from today on
   */
  public record CashWeek(LocalDate monday, Money received, Money expected) {}
}
