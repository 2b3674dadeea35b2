package com.duespark.api.contacts;

import com.duespark.api.shared.Versioned;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.contacts.FinancialSummary;
import com.duespark.domain.contacts.Suppression;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.ReportedStatus;
import com.duespark.domain.reminders.Pause;
import com.duespark.domain.shared.Money;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact with what it was billed, paid and owes (EP-032).
 *
 * @param suppressedChannels channels that are not written to
 * @param suppressions the same with their reasons
 * @param remindersPaused of all the contact's invoices
 * @param remindersPausedUntil null while they are not paused, or until somebody resumes
 */
record ContactView(
    UUID id,
    String code,
    @JsonUnwrapped ContactBody content,
    FinancialSummary financialSummary,
    List<InvoiceLine> recentInvoices,
    List<FinancialSummary.Received> recentPayments,
    List<Channel> suppressedChannels,
    List<Suppression> suppressions,
    boolean remindersPaused,
    @Nullable Instant remindersPausedUntil,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    int version,
    List<String> allowedActions)
    implements Versioned {

  private static final int RECENT = 5;

  /** One of the latest invoices. */
  @Schema(name = "RecentInvoice")
  record InvoiceLine(
      UUID id,
      @Nullable String invoiceNumber,
      ReportedStatus status,
      LocalDate issueDate,
      LocalDate dueDate,
      Money total,
      Money amountDue,
      String currency) {

    static InvoiceLine of(Invoice invoice, LocalDate today) {
      return new InvoiceLine(
          invoice.id(),
          invoice.number(),
          invoice.reportedStatus(today),
          invoice.issueDate(),
          invoice.dueDate(),
          invoice.total(),
          invoice.amountDue(),
          invoice.currency());
    }
  }

  static ContactView of(
      Contact contact,
      FinancialSummary summary,
      List<Invoice> latest,
      List<Suppression> suppressions,
      Pause pause,
      LocalDate today,
      List<String> allowedActions) {
    return new ContactView(
        contact.id(),
        contact.code(),
        ContactBody.of(contact.content()),
        summary,
        latest.stream().map(invoice -> InvoiceLine.of(invoice, today)).toList(),
        summary.paymentHistory().stream().limit(RECENT).toList(),
        suppressions.stream().map(Suppression::channel).toList(),
        suppressions,
        pause.on(),
        pause.until(),
        contact.createdAt(),
        contact.updatedAt(),
        contact.deletedAt(),
        contact.version(),
        allowedActions);
  }
}
