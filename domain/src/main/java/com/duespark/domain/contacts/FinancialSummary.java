package com.duespark.domain.contacts;

import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contact was billed, paid and owes (CON-11). Drafts, scheduled and void invoices do not
 * count; amounts of different currencies are never added.
 *
 * @param currency the tenant's, which the amounts beside it are in
 * @param overdueBalance the part of the outstanding balance that is past its due day
 * @param averagePaymentDays from sent to paid; null until one is paid
 * @param paymentHistory the last 24 payments, newest first
 */
public record FinancialSummary(
    String currency,
    long totalInvoices,
    Money totalBilled,
    Money totalPaid,
    Money outstandingBalance,
    Money overdueBalance,
    @Nullable BigDecimal averagePaymentDays,
    @Nullable LocalDate lastInvoiceDate,
    PaymentStatus paymentStatus,
    List<Received> paymentHistory,
    List<InCurrency> byCurrency) {

  /** Whether the contact pays on time (CON-12). */
  public enum PaymentStatus {
    GOOD,
    WARNING,
    OVERDUE
  }

  /** A payment that arrived. */
  public record Received(
      UUID id, @Nullable UUID invoiceId, Money amount, String currency, @Nullable Instant paidAt) {}

  /** The same sums in one currency. */
  public record InCurrency(
      String currency,
      long invoices,
      Money totalBilled,
      Money totalPaid,
      Money outstandingBalance,
      Money overdueBalance) {}
}
