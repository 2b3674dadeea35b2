package com.duespark.api.invoices;

import com.duespark.api.invoices.LineBody.DiscountBody;
import com.duespark.api.shared.Caller;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.reminders.DunningState;
import com.duespark.domain.reminders.DunningStates;
import com.duespark.domain.shared.Money;
import com.duespark.domain.tenants.Tenants;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows invoices to their business. */
@Component
class InvoiceViews {

  private final Contacts contacts;
  private final Numbers numbers;
  private final DunningStates dunning;
  private final Tenants tenants;

  InvoiceViews(Contacts contacts, Numbers numbers, DunningStates dunning, Tenants tenants) {
    this.contacts = contacts;
    this.numbers = numbers;
    this.dunning = dunning;
    this.tenants = tenants;
  }

  @Transactional(readOnly = true)
  public InvoiceView show(Invoice invoice, Caller caller) {
    var preview = invoice.isIssued() ? null : numbers.preview(NumberKind.INVOICE);
    var contact = contacts.findAny(invoice.contactId()).orElseThrow();
    return show(invoice, contact, dunning.of(invoice.id()), caller, tenants.today(), preview);
  }

  /** Shows the rows of a list; what they share is read once. */
  @Transactional(readOnly = true)
  public Function<Invoice, InvoiceView> list(List<Invoice> rows, Caller caller, LocalDate today) {
    var next = numbers.preview(NumberKind.INVOICE);
    var ids = rows.stream().map(Invoice::contactId).distinct().toList();
    Map<UUID, Contact> theirs = new HashMap<>();
    contacts.findAllById(ids).forEach(contact -> theirs.put(contact.id(), contact));
    var states = dunning.of(rows.stream().map(Invoice::id).toList());
    return row ->
        show(
            row,
            Objects.requireNonNull(theirs.get(row.contactId())),
            states.getOrDefault(row.id(), DunningState.UNTOUCHED),
            caller,
            today,
            next);
  }

  private static InvoiceView show(
      Invoice invoice,
      Contact contact,
      DunningState state,
      Caller caller,
      LocalDate today,
      @Nullable String nextNumber) {
    return new InvoiceView(
        invoice.id(),
        invoice.number(),
        invoice.isIssued() ? null : nextNumber,
        invoice.reportedStatus(today),
        invoice.isOverdue(today),
        invoice.sendState(),
        invoice.lastSendError(),
        invoice.contactId(),
        contact.displayName(),
        invoice.issueDate(),
        invoice.dueDate(),
        invoice.scheduledSendAt(),
        invoice.sentAt(),
        invoice.lastSentAt(),
        invoice.paidAt(),
        invoice.voidedAt(),
        invoice.writtenOffAt(),
        invoice.archivedAt(),
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
        DunningView.of(invoice, state),
        AllowedActions.of(invoice, contact.deletedAt() == null ? contact : null, state, caller),
        invoice.createdAt(),
        invoice.updatedAt(),
        invoice.version());
  }
}
