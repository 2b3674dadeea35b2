package com.duespark.domain.invoices;

import static com.duespark.domain.invoices.InvoiceStatus.DRAFT;
import static com.duespark.domain.invoices.InvoiceStatus.PAID;
import static com.duespark.domain.invoices.InvoiceStatus.PARTIALLY_PAID;
import static com.duespark.domain.invoices.InvoiceStatus.SCHEDULED;
import static com.duespark.domain.invoices.InvoiceStatus.SENT;
import static com.duespark.domain.invoices.InvoiceStatus.VOID;
import static com.duespark.domain.invoices.InvoiceStatus.WRITTEN_OFF;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Money;
import com.duespark.domain.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An invoice and its state machine (INV-10 to INV-22). Until it is issued the desk edits it; from
 * then on only its workflow changes it. Each transition guards, changes and returns this; a refusal
 * names the state it found.
 */
@Table("invoices")
public class Invoice {

  @Id private UUID id;
  private UUID tenantId;
  private UUID contactId;
  private @Nullable String invoiceNumber;
  private InvoiceStatus status;
  private SendState sendState;
  private @Nullable String lastSendError;
  private LocalDate issueDate;
  private LocalDate dueDate;
  private String currency;
  private LineItems lineItems;
  private @Nullable Discount discount;
  private long subtotalMinor;
  private long discountTotalMinor;
  private long taxTotalMinor;
  private long totalMinor;
  private long amountPaidMinor;
  private TaxBreakdown taxBreakdown;
  private @Nullable String reference;
  private @Nullable String notes;
  private @Nullable String terms;
  private @Nullable String internalNote;
  private @Nullable String language;
  private @Nullable String payRef;
  private @Nullable InvoiceDocument document;
  private @Nullable Instant scheduledSendAt;
  private @Nullable UUID scheduledCommandId;
  private @Nullable Instant sentAt;
  private @Nullable Instant lastSentAt;
  private @Nullable Instant paidAt;
  private @Nullable Instant voidedAt;
  private @Nullable Instant writtenOffAt;
  private @Nullable String closingReason;
  private @Nullable Instant nextAt;
  private @Nullable UUID createdBy;
  @ReadOnlyProperty private @Nullable Instant createdAt;
  @ReadOnlyProperty private @Nullable Instant updatedAt;
  @ReadOnlyProperty private @Nullable Instant archivedAt;
  private @Nullable Instant deletedAt;
  @Version private int version;

  @SuppressWarnings("NullAway.Init") // filled by Spring Data
  private Invoice() {}

  /** A new draft (INV-10). */
  public static Invoice draft(UUID tenantId, InvoiceContent content, @Nullable UUID createdBy) {
    var invoice = new Invoice();
    invoice.id = Ids.next();
    invoice.tenantId = tenantId;
    invoice.status = DRAFT;
    invoice.sendState = SendState.IDLE;
    invoice.createdBy = createdBy;
    return invoice.write(content);
  }

  // ------------------------------------------------------------------ desk

  /** Edits an unnumbered draft on the desk (INV-21). */
  public Invoice edit(InvoiceContent content) {
    requireUnnumberedDraft("edited");
    return write(content);
  }

  /** Drops an unnumbered draft (NUM-04). */
  public Invoice delete(Instant now) {
    requireUnnumberedDraft("deleted");
    deletedAt = now;
    return this;
  }

  private void requireUnnumberedDraft(String act) {
    if (status != DRAFT || isIssued() || sendState.isUndecided()) {
      throw Refused.conflict(
          "NOT_A_DRAFT",
          isIssued() && status == DRAFT
              ? "Invoice %s has a number; amend or void it instead".formatted(invoiceNumber)
              : "Only a draft can be %s; this invoice is %s".formatted(act, status));
    }
  }

  private Invoice write(InvoiceContent content) {
    if (content.dueDate().isBefore(content.issueDate())) {
      throw Refused.invalid(
          "due_date", "BEFORE_ISSUE_DATE", "The due date is before the issue date");
    }
    var totals =
        Totals.of(content.lines(), content.discount(), Currency.getInstance(content.currency()));
    contactId = content.contactId();
    issueDate = content.issueDate();
    dueDate = content.dueDate();
    currency = content.currency();
    lineItems = new LineItems(totals.lines());
    discount = content.discount();
    subtotalMinor = totals.subtotal().minor();
    discountTotalMinor = totals.discountTotal().minor();
    taxTotalMinor = totals.taxTotal().minor();
    totalMinor = totals.total().minor();
    taxBreakdown = new TaxBreakdown(totals.taxes());
    reference = content.reference();
    notes = content.notes();
    terms = content.terms();
    internalNote = content.internalNote();
    language = content.language();
    return this;
  }

  // ------------------------------------------------------------------ issue and send

  /** Takes the number and freezes the document; an amendment freezes again and keeps the number. */
  public Invoice issue(String number, InvoiceDocument frozen) {
    if (invoiceNumber != null && !invoiceNumber.equals(number)) {
      throw new IllegalStateException(
          "Invoice %s cannot become %s".formatted(invoiceNumber, number));
    }
    invoiceNumber = number;
    payRef = payRef == null ? number : payRef;
    document = frozen;
    return this;
  }

  /** Rewrites an issued invoice that nobody has been sent yet (INV-21). */
  public Invoice amend(InvoiceContent content) {
    if (!status.isBeforeSent() || !isIssued()) {
      throw Refused.conflict(
          "LOCKED",
          "Amounts of a %s invoice do not change; void and duplicate it".formatted(status));
    }
    requireDecided();
    return write(content);
  }

  /** After sending, a due date moves later only (INV-21). */
  public Invoice postpone(LocalDate newDueDate) {
    if (!status.isOpen()) {
      throw Refused.conflict("LOCKED", "The due date of a %s invoice is fixed".formatted(status));
    }
    if (newDueDate.isBefore(dueDate)) {
      throw Refused.invalid(
          "due_date", "EARLIER", "Once sent, the due date can only move later than " + dueDate);
    }
    dueDate = newDueDate;
    return this;
  }

  public Invoice note(@Nullable String newInternalNote) {
    internalNote = newInternalNote;
    return this;
  }

  public Invoice freeze(InvoiceDocument frozen) {
    document = frozen;
    return this;
  }

  /** Messages are in the ledger and about to leave (WF-01f). */
  public Invoice startSending() {
    requireDecided();
    sendState = SendState.SENDING;
    lastSendError = null;
    return this;
  }

  /** A provider accepted the message; only a draft or scheduled invoice becomes SENT by it. */
  public Invoice accepted(Instant now) {
    sendState = SendState.IDLE;
    lastSendError = null;
    lastSentAt = now;
    if (status.isBeforeSent()) {
      becomeSent(now);
    }
    return this;
  }

  /**
   * No channel will take it; the stored status stays, a scheduled one returns to DRAFT (INV-12).
   */
  public Invoice sendFailed(String reason) {
    sendState = SendState.FAILED;
    lastSendError = reason;
    return status == SCHEDULED ? backToDraft() : this;
  }

  /** Whether it left cannot be known by us; a person decides. */
  public Invoice sendUnknown(String reason) {
    sendState = SendState.UNKNOWN;
    lastSendError = reason;
    return this;
  }

  /** The send was called off before anything left. */
  public Invoice sendStopped() {
    sendState = SendState.IDLE;
    return this;
  }

  /** Sending waits for a moment in the future (INV-11). */
  public Invoice schedule(Instant at, UUID commandId) {
    if (!status.isBeforeSent()) {
      throw Refused.conflict("ALREADY_SENT", "A %s invoice cannot be scheduled".formatted(status));
    }
    requireDecided();
    status = SCHEDULED;
    scheduledSendAt = at;
    scheduledCommandId = commandId;
    nextAt = at;
    return this;
  }

  public Invoice unschedule() {
    if (status != SCHEDULED) {
      throw Refused.conflict("NOT_SCHEDULED", "The invoice is %s, not scheduled".formatted(status));
    }
    requireDecided();
    return backToDraft();
  }

  private Invoice backToDraft() {
    status = DRAFT;
    scheduledSendAt = null;
    scheduledCommandId = null;
    nextAt = null;
    return this;
  }

  /** A person says that it reached the customer some other way (INV-13). */
  public Invoice markSent(Instant now) {
    requireDecided();
    if (!status.isBeforeSent()) {
      throw Refused.conflict("ALREADY_SENT", "The invoice is already %s".formatted(status));
    }
    return becomeSent(now);
  }

  private Invoice becomeSent(Instant now) {
    status = SENT;
    sentAt = sentAt == null ? now : sentAt;
    scheduledSendAt = null;
    scheduledCommandId = null;
    nextAt = null;
    return this;
  }

  // ------------------------------------------------------------------ closing

  /** Void wins at once, also over a send under way (INV-17). */
  public Invoice voidNow(String reason, Instant now) {
    if (!isIssued() || !(status == DRAFT || status == SCHEDULED || status == SENT)) {
      throw status == DRAFT
          ? Refused.conflict("NOT_ISSUED", "A draft without a number is deleted, not voided")
          : amountPaidMinor > 0
              ? Refused.conflict("HAS_PAYMENTS", "Money was received; refund it first")
              : Refused.conflict("NOT_OPEN", "A %s invoice cannot be voided".formatted(status));
    }
    if (amountPaidMinor > 0) {
      throw Refused.conflict("HAS_PAYMENTS", "Money was received; refund it first");
    }
    status = VOID;
    sendState = SendState.IDLE;
    voidedAt = now;
    closingReason = reason;
    scheduledSendAt = null;
    scheduledCommandId = null;
    nextAt = null;
    return this;
  }

  public Invoice writeOff(String reason, Instant now) {
    if (!status.isOpen()) {
      throw Refused.conflict("NOT_OPEN", "A %s invoice cannot be written off".formatted(status));
    }
    requireDecided();
    status = WRITTEN_OFF;
    writtenOffAt = now;
    closingReason = reason;
    nextAt = null;
    return this;
  }

  // ------------------------------------------------------------------ money

  /**
   * Sets what has been received in all and moves the status accordingly (INV-14 to INV-16, INV-18,
   * INV-22). A void invoice does not come here: its money is unapplied (INV-23).
   */
  public Invoice received(Money paid, Instant now) {
    if (status == VOID) {
      throw new IllegalStateException("A void invoice takes no payment");
    }
    amountPaidMinor = paid.minor();
    if (status.isBeforeSent()) {
      if (amountPaidMinor == 0) {
        return this;
      }
      becomeSent(now);
    }
    if (amountPaidMinor >= totalMinor) {
      status = PAID;
      paidAt = paidAt == null ? now : paidAt;
      nextAt = null;
    } else if (amountPaidMinor > 0) {
      status = PARTIALLY_PAID;
      paidAt = null;
    } else if (status != WRITTEN_OFF) {
      status = SENT;
      paidAt = null;
    }
    return this;
  }

  // ------------------------------------------------------------------ reading

  private void requireDecided() {
    if (sendState.isUndecided()) {
      throw Refused.conflict("SEND_IN_PROGRESS", "A send of this invoice is still under way");
    }
  }

  /** Sent, open and past its due day in the tenant's calendar (INV-19). */
  public boolean isOverdue(LocalDate today) {
    return status.isOpen() && today.isAfter(dueDate) && amountDue().isPositive();
  }

  /** The status a reader sees: OVERDUE for a late SENT invoice. */
  public ReportedStatus reportedStatus(LocalDate today) {
    return ReportedStatus.of(status, isOverdue(today));
  }

  public boolean isIssued() {
    return invoiceNumber != null;
  }

  public boolean isPayable() {
    return status != VOID && status != PAID && amountDue().isPositive() && deletedAt == null;
  }

  public Money total() {
    return money(totalMinor);
  }

  public Money amountPaid() {
    return money(amountPaidMinor);
  }

  public Money amountDue() {
    return total().minus(amountPaid()).orZeroIfNegative();
  }

  public Money amountOverpaid() {
    return amountPaid().minus(total()).orZeroIfNegative();
  }

  public Money subtotal() {
    return money(subtotalMinor);
  }

  public Money discountTotal() {
    return money(discountTotalMinor);
  }

  public Money taxTotal() {
    return money(taxTotalMinor);
  }

  private Money money(long minor) {
    return Money.of(minor, currency);
  }

  public UUID id() {
    return id;
  }

  public UUID tenantId() {
    return tenantId;
  }

  public UUID contactId() {
    return contactId;
  }

  public @Nullable String number() {
    return invoiceNumber;
  }

  public InvoiceStatus status() {
    return status;
  }

  public SendState sendState() {
    return sendState;
  }

  public @Nullable String lastSendError() {
    return lastSendError;
  }

  public LocalDate issueDate() {
    return issueDate;
  }

  public LocalDate dueDate() {
    return dueDate;
  }

  public String currency() {
    return currency;
  }

  public List<LineItem> lines() {
    return lineItems.lines();
  }

  public @Nullable Discount discount() {
    return discount;
  }

  public List<TaxShare> taxes() {
    return taxBreakdown.shares();
  }

  public @Nullable String reference() {
    return reference;
  }

  public @Nullable String notes() {
    return notes;
  }

  public @Nullable String terms() {
    return terms;
  }

  public @Nullable String internalNote() {
    return internalNote;
  }

  public @Nullable String language() {
    return language;
  }

  public @Nullable String payRef() {
    return payRef;
  }

  public @Nullable InvoiceDocument document() {
    return document;
  }

  public @Nullable Instant scheduledSendAt() {
    return scheduledSendAt;
  }

  public @Nullable UUID scheduledCommandId() {
    return scheduledCommandId;
  }

  public @Nullable Instant sentAt() {
    return sentAt;
  }

  public @Nullable Instant lastSentAt() {
    return lastSentAt;
  }

  public @Nullable Instant paidAt() {
    return paidAt;
  }

  public @Nullable Instant voidedAt() {
    return voidedAt;
  }

  public @Nullable Instant writtenOffAt() {
    return writtenOffAt;
  }

  /** Since when it is archived; it is otherwise like any other (RET-03). */
  public @Nullable Instant archivedAt() {
    return archivedAt;
  }

  public @Nullable String closingReason() {
    return closingReason;
  }

  /**
   * The next instant at which something happens by itself, in the tenant's time (design law 16).
   */
  public @Nullable Instant nextAt() {
    return nextAt;
  }

  public @Nullable UUID createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return Objects.requireNonNullElse(createdAt, Instant.EPOCH);
  }

  public Instant updatedAt() {
    return Objects.requireNonNullElse(updatedAt, Instant.EPOCH);
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }

  public int version() {
    return version;
  }
}
