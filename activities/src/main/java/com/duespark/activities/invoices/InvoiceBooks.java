package com.duespark.activities.invoices;

import com.duespark.activities.reminders.Replanning;
import com.duespark.activities.shared.Counts;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.CommandResult;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.deliveries.DeliveryType;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceCommand;
import com.duespark.domain.invoices.InvoiceCommand.Amend;
import com.duespark.domain.invoices.InvoiceCommand.ResolveDelivery;
import com.duespark.domain.invoices.InvoiceCommand.Schedule;
import com.duespark.domain.invoices.InvoiceCommand.Send;
import com.duespark.domain.invoices.InvoiceDocuments;
import com.duespark.domain.invoices.InvoiceFacts;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.invoices.SendState;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each command does to an invoice. Runs inside the transaction that stores the command's
 * result.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvoiceBooks {

  private final Invoices invoices;
  private final Deliveries deliveries;
  private final Issuing issuing;
  private final Messages messages;
  private final PaymentBooks payments;
  private final SendOutcome outcome;
  private final Replanning cadences;
  private final Tenants tenants;
  private final Audit audit;
  private final ProductEvents events;
  private final Counts counts;

  InvoiceBooks(
      Invoices invoices,
      Deliveries deliveries,
      Issuing issuing,
      Messages messages,
      PaymentBooks payments,
      SendOutcome outcome,
      Replanning cadences,
      Tenants tenants,
      Audit audit,
      ProductEvents events,
      Counts counts) {
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.issuing = issuing;
    this.messages = messages;
    this.payments = payments;
    this.outcome = outcome;
    this.cadences = cadences;
    this.tenants = tenants;
    this.audit = audit;
    this.events = events;
    this.counts = counts;
  }

  /**
   * Applies a command to its invoice, which is locked.
   *
   * @throws Refused when a rule says no; the caller rolls back and stores the refusal
   */
  CommandResult apply(Invoice invoice, Command command) {
    var trail = trail(command);
    var before = InvoiceFacts.of(invoice);
    return switch (command.read(InvoiceCommand.class)) {
      case Send send -> send(invoice, send, command.getId(), trail);
      case Schedule schedule -> schedule(invoice, schedule, command, before, trail);
      case InvoiceCommand.Unschedule unschedule -> {
        invoice.unschedule();
        yield saved(invoice, "invoice.unscheduled", before, trail);
      }
      case InvoiceCommand.MarkSent marked -> {
        var contact = issuing.contactOf(invoice);
        issuing.guardIssue(invoice, contact);
        issuing.issue(invoice, contact).markSent(tenants.businessNow());
        counts.invoiceSent();
        yield saved(invoice, "invoice.sent", before, trail);
      }
      case Amend amend -> amend(invoice, amend, before, trail);
      case InvoiceCommand.VoidInvoice voided ->
          voidInvoice(invoice, voided.reason(), before, trail);
      case InvoiceCommand.WriteOff off -> {
        payments.requireNoneProcessing(invoice);
        invoice.writeOff(off.reason(), tenants.businessNow());
        yield saved(invoice, "invoice.written_off", before, trail);
      }
      case InvoiceCommand.RecordPayment received ->
          CommandResult.payment(payments.record(invoice, received, command, trail).id());
      case ResolveDelivery resolve -> resolve(invoice, resolve, trail);
      case InvoiceCommand.Checkout checkout ->
          throw new IllegalStateException("A checkout is opened by its own step");
    };
  }

  private CommandResult send(Invoice invoice, Send send, UUID commandId, Trail trail) {
    if (invoice.sendState().isUndecided()) {
      return CommandResult.deliveries(underWay(invoice));
    }
    if (!invoice.status().isBeforeSent() && !send.resend()) {
      throw Refused.conflict(
          "ALREADY_SENT",
          "The invoice is %s; to send it again, say so with resend".formatted(invoice.status()));
    }
    if (invoice.status() == InvoiceStatus.VOID) {
      throw Refused.conflict("VOID", "A void invoice is not sent");
    }
    var contact = issuing.contactOf(invoice);
    issuing.guardSend(invoice, contact, send);
    if (invoice.status().isBeforeSent()) {
      issuing.issue(invoice, contact);
    }
    invoice.startSending();
    invoices.save(invoice);
    var ids = messages.invoice(invoice, contact, send, commandId, trail.userId().orElse(null));
    events.record(trail, "invoice.send_attempted", Map.of("invoice_id", invoice.id()));
    audit.record(
        trail, "invoice.send_requested", "invoice", invoice.id(), null, Map.of("deliveries", ids));
    return CommandResult.deliveries(ids);
  }

  /** The moment of a scheduled send has come: check everything again, then send or give it back. */
  void sendScheduled(Invoice invoice, Command scheduled) {
    var send = scheduled.read(Schedule.class).send();
    send(invoice, send, scheduled.getId(), trail(scheduled));
  }

  /** The guard no longer holds: back to the desk, and its author is told (INV-12). */
  void giveBack(Invoice invoice, String why) {
    var trail = Trail.system("invoice/" + invoice.id());
    var before = InvoiceFacts.of(invoice);
    invoice.unschedule();
    saved(invoice, "invoice.unscheduled", before, trail);
    outcome.tellAuthor(invoice, "Scheduled send stopped: " + why);
  }

  private CommandResult schedule(
      Invoice invoice, Schedule schedule, Command command, InvoiceFacts before, Trail trail) {
    if (!schedule.at().isAfter(tenants.businessNow())) {
      throw Refused.invalid("schedule_send", "IN_THE_PAST", "Choose a moment in the future");
    }
    var contact = issuing.contactOf(invoice);
    issuing.guardSend(invoice, contact, schedule.send());
    invoice.schedule(schedule.at(), command.getId());
    issuing.issue(invoice, contact);
    return saved(invoice, "invoice.scheduled", before, trail);
  }

  private CommandResult amend(Invoice invoice, Amend amend, InvoiceFacts before, Trail trail) {
    if (amend.ifVersion() != null && amend.ifVersion() != invoice.version()) {
      throw Refused.conflict("VERSION_MISMATCH", "The invoice was changed by someone else");
    }
    if (amend.content() != null) {
      invoice.amend(amend.content());
      var contact = issuing.contactOf(invoice);
      issuing.guardIssue(invoice, contact);
      issuing.issue(invoice, contact);
    }
    if (amend.dueDate() != null) {
      invoice.postpone(amend.dueDate());
      invoice.freeze(InvoiceDocuments.redate(Objects.requireNonNull(invoice.document()), invoice));
    }
    if (amend.internalNote() != null) {
      invoice.note(amend.internalNote());
    }
    return saved(invoice, "invoice.updated", before, trail);
  }

  private CommandResult voidInvoice(
      Invoice invoice, String reason, InvoiceFacts before, Trail trail) {
    payments.requireNoneProcessing(invoice);
    invoice.voidNow(reason, tenants.businessNow());
    for (var delivery : deliveries.unfinished(invoice.id())) {
      if (delivery.type() != DeliveryType.PAYMENT_RECEIVED
          && delivery.status() == DeliveryStatus.NEW) {
        counts.delivered(
            deliveries.save(
                delivery.move(delivery.entry().suppressed()).because("The invoice was voided")));
      }
    }
    return saved(invoice, "invoice.voided", before, trail);
  }

  /** A person or the provider knows what we could not find out (WF-04f). */
  private CommandResult resolve(Invoice invoice, ResolveDelivery resolve, Trail trail) {
    var delivery =
        deliveries
            .lock(resolve.deliveryId())
            .filter(found -> invoice.id().equals(found.invoiceId()))
            .orElseThrow(() -> Refused.notFound("Delivery"));
    if (!delivery.status().canBeResolved(resolve.messageId() != null)) {
      throw Refused.conflict(
          "NOT_UNKNOWN", "The delivery is %s; nothing to decide".formatted(delivery.status()));
    }
    switch (resolve.resolution()) {
      case SENT ->
          outcome.accepted(invoice, delivery, delivery.entry().accepted(), resolve.messageId());
      case RESEND -> resend(invoice, delivery);
    }
    audit.record(
        trail,
        "delivery.resolved",
        "delivery",
        delivery.id(),
        null,
        Map.of("invoice_id", invoice.id(), "outcome", resolve.resolution()));
    return CommandResult.deliveries(List.of(delivery.id()));
  }

  private void resend(Invoice invoice, Delivery delivery) {
    if (invoice.status() == InvoiceStatus.VOID && delivery.type() == DeliveryType.INVOICE_SENT) {
      throw Refused.conflict("VOID", "A void invoice is not sent");
    }
    deliveries.save(delivery.move(LedgerEntry.fresh()).because(null));
    if (invoice.sendState() == SendState.UNKNOWN) {
      invoices.save(invoice.sendStopped().startSending());
    }
  }

  private List<UUID> underWay(Invoice invoice) {
    return deliveries.of(invoice.id()).stream()
        .filter(
            delivery ->
                delivery.type() == DeliveryType.INVOICE_SENT
                    && (delivery.status().isUnfinished()
                        || delivery.status() == DeliveryStatus.UNKNOWN))
        .map(Delivery::id)
        .toList();
  }

  private CommandResult saved(Invoice invoice, String what, InvoiceFacts before, Trail trail) {
    invoices.save(invoice);
    if (invoice.sentAt() != null) {
      cadences.changed(invoice.contactId());
    }
    audit.record(trail, what, "invoice", invoice.id(), before, InvoiceFacts.of(invoice));
    events.record(trail, what, Map.of("invoice_id", invoice.id()));
    return CommandResult.done();
  }

  private static Trail trail(Command command) {
    return Trail.of(command.actor(), command.requestId(), "invoice/" + command.entityId());
  }
}
