package com.duespark.domain.payments;

import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.invoices.PaymentStanding.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** How far an invoice is paid, put together for whoever draws it. Pure. */
public final class Standings {

  private Standings() {}

  /**
   * Reads the standing.
   *
   * @param today the tenant's day
   * @param zone the tenant's timezone
   */
  public static PaymentStanding of(
      Invoice invoice, List<Payment> payments, LocalDate today, ZoneId zone) {
    boolean overdue = invoice.isOverdue(today);
    return new PaymentStanding(
        invoice.reportedStatus(today).name(),
        overdue,
        overdue ? (int) ChronoUnit.DAYS.between(invoice.dueDate(), today) : 0,
        invoice.amountPaid(),
        invoice.amountDue(),
        invoice.paidAt() == null ? null : LocalDate.ofInstant(invoice.paidAt(), zone),
        payments.stream()
            .filter(payment -> payment.counted().isPositive())
            .map(payment -> received(payment, zone))
            .toList());
  }

  /** One payment as its receipt shows it. */
  public static Received received(Payment payment, ZoneId zone) {
    Instant at = Objects.requireNonNullElse(payment.paidAt(), Instant.EPOCH);
    return new Received(
        payment.counted(),
        at,
        LocalDate.ofInstant(at, zone),
        payment.methodLabel(),
        payment.providerPaymentId());
  }
}
