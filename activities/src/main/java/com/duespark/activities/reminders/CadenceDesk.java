package com.duespark.activities.reminders;

import com.duespark.domain.audit.Trail;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.CommandResult;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.contacts.Suppression;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.notifications.Notifications;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.Cadences;
import com.duespark.domain.reminders.DisputeState;
import com.duespark.domain.reminders.Disputes;
import com.duespark.domain.reminders.PayerRules;
import com.duespark.domain.reminders.ReminderPolicies;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people ask of a cadence: pauses, promises, disputes and settings here, single reminders in
 * {@link ReminderDesk}. The contact's row is locked.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CadenceDesk {

  private static final String PAYER = "portal";

  private final Contacts contacts;
  private final Invoices invoices;
  private final Deliveries deliveries;
  private final Commands commands;
  private final Cadences cadences;
  private final Disputes disputes;
  private final ReminderPolicies policies;
  private final ReminderDesk reminders;
  private final ReminderOutcome outcome;
  private final Notifications notifications;
  private final ProductEvents events;
  private final Tenants tenants;

  CadenceDesk(
      Contacts contacts,
      Invoices invoices,
      Deliveries deliveries,
      Commands commands,
      Cadences cadences,
      Disputes disputes,
      ReminderPolicies policies,
      ReminderDesk reminders,
      ReminderOutcome outcome,
      Notifications notifications,
      ProductEvents events,
      Tenants tenants) {
    this.contacts = contacts;
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.commands = commands;
    this.cadences = cadences;
    this.disputes = disputes;
    this.policies = policies;
    this.reminders = reminders;
    this.outcome = outcome;
    this.notifications = notifications;
    this.events = events;
    this.tenants = tenants;
  }

  /**
   * Does what was asked.
   *
   * @throws Refused when a rule says no; nothing is changed then
   */
  CommandResult apply(UUID contactId, Command command) {
    switch (command.read(CadenceCommand.class)) {
      case CadenceCommand.Pause pause -> pause(contactId, pause);
      case CadenceCommand.Resume resume -> resume(contactId, resume);
      case CadenceCommand.ResolveReminder resolve -> resolve(contactId, resolve);
      case CadenceCommand.RemindNow wish -> reminders.remind(contactId, command, wish);
      case CadenceCommand.SendNow wish -> reminders.sendNow(contactId, command, wish);
      case CadenceCommand.Skip wish -> reminders.skip(contactId, command, wish);
      case CadenceCommand.Decide wish -> reminders.decide(contactId, command, wish);
      case CadenceCommand.Change wish -> reminders.change(contactId, command, wish);
      case CadenceCommand.Promise promise -> promise(contactId, command, promise);
      case CadenceCommand.Dispute dispute -> dispute(contactId, command, dispute);
      case CadenceCommand.ResolveDispute settled -> settle(contactId, command, settled);
      case CadenceCommand.UsePolicy wish -> usePolicy(contactId, wish);
      case CadenceCommand.Mute wish -> mute(contactId, wish);
    }
    outcome.audit(contactId, command);
    return CommandResult.done();
  }

  // ------------------------------------------------------------------ holding

  private void pause(UUID contactId, CadenceCommand.Pause pause) {
    if (pause.until() != null && !pause.until().isAfter(tenants.businessNow())) {
      throw Refused.invalid("until", "IN_THE_PAST", "Choose a moment in the future");
    }
    if (pause.invoiceId() == null) {
      cadences.pause(contactId, true, pause.until());
    } else {
      cadences.pauseInvoice(open(contactId, pause.invoiceId()).id(), true, pause.until());
    }
  }

  private void resume(UUID contactId, CadenceCommand.Resume resume) {
    if (resume.invoiceId() == null) {
      cadences.pause(contactId, false, null);
    } else {
      cadences.pauseInvoice(open(contactId, resume.invoiceId()).id(), false, null);
    }
  }

  /** DLV-08: what came from outside is lifted with a word of why. */
  private void mute(UUID contactId, CadenceCommand.Mute wish) {
    if (!wish.muted() && wish.note() == null && cameFromOutside(contactId, wish.channel())) {
      throw Refused.invalid(
          "note",
          "REQUIRED",
          "A message came back, or they asked for no more: say why they may be written to again");
    }
    contacts.mute(contactId, wish.channel(), wish.muted());
  }

  private boolean cameFromOutside(UUID contactId, Channel channel) {
    return contacts.suppressions(contactId).stream()
        .anyMatch(one -> one.channel() == channel && one.reason() != Suppression.Reason.MUTED);
  }

  private void resolve(UUID contactId, CadenceCommand.ResolveReminder resolve) {
    var delivery =
        deliveries
            .lock(resolve.deliveryId())
            .filter(found -> contactId.equals(found.contactId()))
            .orElseThrow(() -> Refused.notFound("Delivery"));
    outcome.resolve(contactId, delivery, resolve);
  }

  // ------------------------------------------------------------------ the customer's word

  private void promise(UUID contactId, Command command, CadenceCommand.Promise promise) {
    var invoice = open(contactId, promise.invoiceId());
    var now = tenants.businessNow();
    var on = promise.on();
    if (on == null) {
      cadences.promise(invoice.id(), null, now, command.actor());
      disputes.note(invoice.id(), null);
      return;
    }
    boolean byPayer = command.actor().equals(PAYER);
    PayerRules.requireDay(on, today(contactId, now), byPayer);
    if (byPayer) {
      if (disputes.stateOf(invoice.id()) == DisputeState.OPEN) {
        throw Refused.conflict("DISPUTED", "Something about it is still to be settled");
      }
      PayerRules.requireTrust(commands.promisesByPayer(contactId, invoice.id().toString()));
    }
    cadences.promise(invoice.id(), on, now, command.actor());
    disputes.note(invoice.id(), promise.note());
    tell(
        command,
        invoice,
        "invoice.promised",
        "Invoice %s: promised for %s".formatted(invoice.number(), PayerRules.words(on)));
  }

  private void dispute(UUID contactId, Command command, CadenceCommand.Dispute dispute) {
    var invoice = open(contactId, dispute.invoiceId());
    if (disputes.stateOf(invoice.id()) == DisputeState.OPEN) {
      throw Refused.conflict("DISPUTED", "The invoice is disputed already");
    }
    disputes.open(invoice.id(), dispute.reason(), tenants.businessNow(), command.actor());
    tell(
        command,
        invoice,
        "invoice.disputed",
        "Invoice %s: something is not right".formatted(invoice.number()));
  }

  private void settle(UUID contactId, Command command, CadenceCommand.ResolveDispute settled) {
    var invoice = open(contactId, settled.invoiceId());
    if (disputes.stateOf(invoice.id()) != DisputeState.OPEN) {
      throw Refused.conflict("NOT_DISPUTED", "The invoice is not disputed");
    }
    disputes.resolve(invoice.id(), tenants.businessNow());
    events.record(
        trail(command, invoice), "invoice.dispute_resolved", Map.of("invoice_id", invoice.id()));
  }

  /** The business hears what its customer said; what it entered itself it knows. */
  private void tell(Command command, Invoice invoice, String what, String words) {
    events.record(trail(command, invoice), what, Map.of("invoice_id", invoice.id()));
    if (command.actor().equals(PAYER)) {
      notifications.tell(null, what, words, "invoice", invoice.id());
    }
  }

  // ------------------------------------------------------------------ settings

  private void usePolicy(UUID contactId, CadenceCommand.UsePolicy wish) {
    var invoice = theirs(contactId, wish.invoiceId());
    if (!invoice.status().isOpen() && !invoice.status().isBeforeSent()) {
      throw notOpen(invoice);
    }
    if (wish.policyId() != null && policies.find(wish.policyId()).isEmpty()) {
      throw Refused.invalid("reminder_policy_id", "NOT_FOUND", "There is no such policy");
    }
    cadences.use(invoice.id(), wish.policyId(), wish.enabled());
  }

  // ------------------------------------------------------------------ helpers

  private LocalDate today(UUID contactId, Instant now) {
    @Nullable String own = contacts.findAny(contactId).orElseThrow().content().timezone();
    return LocalDate.ofInstant(now, own == null ? tenants.current().zone() : ZoneId.of(own));
  }

  private Invoice open(UUID contactId, UUID invoiceId) {
    var invoice = theirs(contactId, invoiceId);
    if (!invoice.status().isOpen()) {
      throw notOpen(invoice);
    }
    return invoice;
  }

  private Invoice theirs(UUID contactId, UUID invoiceId) {
    return invoices
        .find(invoiceId)
        .filter(found -> found.contactId().equals(contactId))
        .orElseThrow(() -> Refused.notFound("Invoice"));
  }

  private static Refused notOpen(Invoice invoice) {
    return Refused.conflict(
        "NOT_OPEN", "The invoice is %s; nobody is reminded of it".formatted(invoice.status()));
  }

  private static Trail trail(Command command, Invoice invoice) {
    return Trail.of(command.actor(), command.requestId(), "cadence/" + invoice.contactId());
  }
}
