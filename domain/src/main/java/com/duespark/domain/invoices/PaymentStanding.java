package com.duespark.domain.invoices;

import com.duespark.domain.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an invoice is paid, for everyone who draws it.
 *
 * @param status the reported status (INV-19): OVERDUE when sent and late
 * @param daysOverdue zero unless overdue
 * @param paidOn the day the last open amount was paid, null while any is open
 */
public record PaymentStanding(
    String status,
    boolean isOverdue,
    int daysOverdue,
    Money amountPaid,
    Money amountDue,
    @Nullable LocalDate paidOn,
    List<Received> received) {

  /**
   * One payment that counts.
   *
   * @param methodLabel plain words, for example "Card"
   * @param receiptNumber the provider's reference, null for cash
   */
  public record Received(
      Money amount,
      Instant paidAt,
      LocalDate paidOn,
      String methodLabel,
      @Nullable String receiptNumber) {}
}
