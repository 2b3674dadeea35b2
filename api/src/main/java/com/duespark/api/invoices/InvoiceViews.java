package com.duespark.api.invoices;

import com.duespark.api.invoices.LineBody.DiscountBody;
import com.duespark.api.shared.Caller;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.shared.Money;
import com.duespark.domain.tenants.Tenants;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows invoices to their business. */
@Component
class InvoiceViews {

  private final Contacts contacts;
  private final Numbers numbers;
  private final Tenants tenants;

  InvoiceViews(Contacts contacts, Numbers numbers, Tenants tenants) {
    this.contacts = contacts;
    this.numbers = numbers;
    this.tenants = tenants;
  }

  @Transactional(readOnly = true)
  public InvoiceView show(Invoice invoice, Caller caller) {
    var preview = invoice.isIssued() ? null : numbers.preview(NumberKind.INVOICE);
    return show(invoice, caller, tenants.today(), preview);
  }

  /** For lists: the day and the next number are read once. */
  InvoiceView show(Invoice invoice, Caller caller, LocalDate today, @Nullable String nextNumber) {
    var contact = contacts.find(invoice.contactId()).orElse(null);
    return new InvoiceView(
        invoice.id(),
        invoice.number(),
        invoice.isIssued() ? null : nextNumber,
        invoice.reportedStatus(today),
        invoice.isOverdue(today),
        invoice.sendState(),
        invoice.lastSendError(),
        invoice.contactId(),
        invoice.issueDate(),
        invoice.dueDate(),
        invoice.scheduledSendAt(),
        invoice.sentAt(),
        invoice.lastSentAt(),
        invoice.paidAt(),
        invoice.voidedAt(),
        invoice.writtenOffAt(),
        invoice.closingReason(),
        invoice.currency(),
        invoice.lines().stream()
            .map(line -> InvoiceView.Line.of(line, invoice.currency()))
            .toList(),
        DiscountBody.of(invoice.discount()),
        invoice.subtotal(),
        invoice.discountTotal(),
        invoice.taxTotal(),
        invoice.total(),
        invoice.amountPaid(),
        invoice.amountDue(),
        invoice.amountOverpaid(),
        invoice.taxes().stream()
            .map(
                tax ->
                    new InvoiceView.Tax(
                        tax.taxCode(),
                        tax.name(),
                        tax.percent(),
                        Money.of(tax.baseMinor(), invoice.currency()),
                        Money.of(tax.taxMinor(), invoice.currency())))
            .toList(),
        invoice.reference(),
        invoice.notes(),
        invoice.terms(),
        invoice.internalNote(),
        invoice.language(),
        invoice.payRef(),
        AllowedActions.of(invoice, contact, caller),
        invoice.createdAt(),
        invoice.updatedAt(),
        invoice.version());
  }
}
