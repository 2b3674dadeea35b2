package com.duespark.api.invoices;

import com.duespark.api.invoices.LineBody.DiscountBody;
import com.duespark.domain.invoices.Invoice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as a caller writes it.
 *
 * @param issueDate today when absent
 * @param dueDate by the contact's terms, else in 14 days, when absent
 * @param currency the tenant's when absent
 * @param subtotal when given, this and the other totals must be what the server computes (MON-09)
 */
record InvoiceBody(
    @NotNull UUID contactId,
    @Nullable LocalDate issueDate,
    @Nullable LocalDate dueDate,
    @Nullable @Pattern(regexp = "[A-Za-z]{3}") String currency,
    @NotEmpty @Size(max = 200) List<@Valid LineBody> lineItems,
    @Nullable @Valid DiscountBody discount,
    @Nullable @Size(max = 200) String reference,
    @Nullable @Size(max = 10_000) String notes,
    @Nullable @Size(max = 10_000) String terms,
    @Nullable @Size(max = 10_000) String internalNote,
    @Nullable @Size(max = 35) String language,
    @Nullable BigDecimal subtotal,
    @Nullable BigDecimal discountTotal,
    @Nullable BigDecimal taxTotal,
    @Nullable BigDecimal total) {

  /** The invoice as it is, for a patch to change. */
  static InvoiceBody of(Invoice invoice) {
    return new InvoiceBody(
        invoice.contactId(),
        invoice.issueDate(),
        invoice.dueDate(),
        invoice.currency(),
        invoice.lines().stream().map(LineBody::of).toList(),
        DiscountBody.of(invoice.discount()),
        invoice.reference(),
        invoice.notes(),
        invoice.terms(),
        invoice.internalNote(),
        invoice.language(),
        null,
        null,
        null,
        null);
  }
}
