package com.duespark.domain.invoices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log compares of an invoice before and after a change.
 *
 * @param total major units
 */
public record InvoiceFacts(
    InvoiceStatus status,
    UUID contactId,
    LocalDate issueDate,
    LocalDate dueDate,
    String currency,
    String total,
    List<LineItem> lineItems,
    @Nullable Discount discount,
    @Nullable String reference,
    @Nullable String notes,
    @Nullable String terms,
    @Nullable String internalNote,
    @Nullable String language,
    @Nullable Instant scheduledSendAt,
    @Nullable String closingReason) {

  public static InvoiceFacts of(Invoice invoice) {
    return new InvoiceFacts(
        invoice.status(),
        invoice.contactId(),
        invoice.issueDate(),
        invoice.dueDate(),
        invoice.currency(),
        invoice.total().toPlainString(),
        invoice.lines(),
        invoice.discount(),
        invoice.reference(),
        invoice.notes(),
        invoice.terms(),
        invoice.internalNote(),
        invoice.language(),
        invoice.scheduledSendAt(),
        invoice.closingReason());
  }
}
