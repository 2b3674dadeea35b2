package com.duespark.activities.reminders;

import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.CommandResult;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.Cadences;
import com.duespark.domain.reminders.Reminders;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import com.duespark.workflows.reminders.Agenda;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transactions of a cadence. Each locks the contact first, so there is one at a time for a
 * customer; a claim also locks what they owe, so that a recorded payment beats it (law 6).
 */
@Component
@Transactional
class CadenceSteps {

  private final Contacts contacts;
  private final Invoices invoices;
  private final Deliveries deliveries;
  private final Commands commands;
  private final Cadences cadences;
  private final Reminders reminders;
  private final Planning planning;
  private final ReminderMessages messages;
  private final ReminderOutcome outcome;
  private final Tenants tenants;
  private final LedgerEntry.Policy policy;
  private final Clock clock;

  CadenceSteps(
      Contacts contacts,
      Invoices invoices,
      Deliveries deliveries,
      Commands commands,
      Cadences cadences,
      Reminders reminders,
      Planning planning,
      ReminderMessages messages,
      ReminderOutcome outcome,
      Tenants tenants,
      LedgerEntry.Policy policy,
      Clock clock) {
    this.contacts = contacts;
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.commands = commands;
    this.cadences = cadences;
    this.reminders = reminders;
    this.planning = planning;
    this.messages = messages;
    this.outcome = outcome;
    this.tenants = tenants;
    this.policy = policy;
    this.clock = clock;
  }

  public Agenda plan(UUID contactId) {
    lock(contactId);
    return planning.plan(contactId).agenda();
  }

  // ------------------------------------------------------------------ a message

  /** Claims the message that is due now, if the truth of this moment still wants it. */
  public Claim claim(UUID contactId, UUID token, String mailer) {
    lock(contactId);
    var leaving = reminders.leaving(contactId);
    if (leaving.isPresent()) {
      return new Claim.Unresolved(leaving.get());
    }
    var owed = invoices.lockOpenOf(contactId);
    var plan = planning.plan(contactId);
    var due = plan.due();
    if (due.isEmpty()) {
      return new Claim.Nothing(plan.agenda());
    }
    var contact = contacts.find(contactId).orElseThrow();
    var deliveryId = Ids.next();
    int tries = reminders.bind(due, deliveryId, plan.now());
    var message = messages.write(deliveryId, tries, contact, due, owed, plan.today());
    var technical = clock.instant();
    var entry = LedgerEntry.fresh().afterTries(tries - 1).claim(token, technical, policy);
    deliveries.save(message.delivery().move(entry).claimedBy(mailer, technical));
    return new Claim.Taken(deliveryId, token, entry, messages.seal(message));
  }

  @Transactional(readOnly = true)
  public LedgerEntry entry(UUID deliveryId) {
    return deliveries.find(deliveryId).orElseThrow().entry();
  }

  /**
   * Records what became of an attempt, if that attempt still holds the lease, and plans again.
   *
   * @param moved where the ledger's rule puts it; back to NEW means surely not accepted
   */
  public Agenda record(
      UUID contactId,
      UUID deliveryId,
      UUID token,
      LedgerEntry moved,
      @Nullable String messageId,
      @Nullable String reason) {
    lock(contactId);
    var delivery = deliveries.lock(deliveryId).orElseThrow();
    if (delivery.entry().holds(token)) {
      outcome.record(contactId, delivery, moved, messageId, reason);
    }
    return planning.plan(contactId).agenda();
  }

  /** No look-up found it: it was never taken, and its reminders are planned and claimed anew. */
  public Agenda giveUp(UUID contactId, UUID deliveryId) {
    lock(contactId);
    var delivery = deliveries.lock(deliveryId).orElseThrow();
    if (delivery.status().isUnfinished()) {
      outcome.released(delivery, "The provider never took it");
    }
    return planning.plan(contactId).agenda();
  }

  // ------------------------------------------------------------------ what people ask

  @Transactional(readOnly = true)
  public Command command(UUID commandId) {
    return commands.find(commandId).orElseThrow();
  }

  /**
   * Applies an open command, stores its result, plans again.
   *
   * @throws Refused when a rule says no; nothing is changed then
   */
  public Agenda apply(UUID contactId, UUID commandId) {
    lock(contactId);
    var command = commands.lock(commandId).orElseThrow();
    if (command.isOpen()) {
      var result = apply(contactId, command);
      commands.save(command.done(result, tenants.businessNow()));
    }
    return planning.plan(contactId).agenda();
  }

  public Agenda refuse(UUID contactId, UUID commandId, Refused refusal) {
    lock(contactId);
    var command = commands.lock(commandId).orElseThrow();
    if (command.isOpen()) {
      commands.save(command.refused(refusal, tenants.businessNow()));
    }
    return planning.plan(contactId).agenda();
  }

  private CommandResult apply(UUID contactId, Command command) {
    switch (command.read(CadenceCommand.class)) {
      case CadenceCommand.Pause pause -> pause(contactId, pause);
      case CadenceCommand.Resume resume -> resume(contactId, resume);
      case CadenceCommand.ResolveReminder resolve -> resolve(contactId, resolve);
    }
    outcome.audit(contactId, command);
    return CommandResult.done();
  }

  private void pause(UUID contactId, CadenceCommand.Pause pause) {
    if (pause.until() != null && !pause.until().isAfter(tenants.businessNow())) {
      throw Refused.invalid("until", "IN_THE_PAST", "Choose a moment in the future");
    }
    if (pause.invoiceId() == null) {
      cadences.pause(contactId, true, pause.until());
    } else {
      cadences.pauseInvoice(openInvoice(contactId, pause.invoiceId()), true, pause.until());
    }
  }

  private void resume(UUID contactId, CadenceCommand.Resume resume) {
    if (resume.invoiceId() == null) {
      cadences.pause(contactId, false, null);
    } else {
      cadences.pauseInvoice(openInvoice(contactId, resume.invoiceId()), false, null);
    }
  }

  private UUID openInvoice(UUID contactId, UUID invoiceId) {
    var invoice =
        invoices
            .find(invoiceId)
            .filter(found -> found.contactId().equals(contactId))
            .orElseThrow(() -> Refused.notFound("Invoice"));
    if (!invoice.status().isOpen()) {
      throw Refused.conflict(
          "NOT_OPEN", "The invoice is %s; nobody is reminded of it".formatted(invoice.status()));
    }
    return invoiceId;
  }

  private void resolve(UUID contactId, CadenceCommand.ResolveReminder resolve) {
    var delivery =
        deliveries
            .lock(resolve.deliveryId())
            .filter(found -> contactId.equals(found.contactId()))
            .orElseThrow(() -> Refused.notFound("Delivery"));
    outcome.resolve(contactId, delivery, resolve.resolution());
  }

  /** A contact that was deleted still has its history, and maybe a message on its way. */
  private void lock(UUID contactId) {
    if (contacts.lockAny(contactId).isEmpty()) {
      throw Refused.notFound("Contact");
    }
  }
}
