package com.duespark.activities.reminders;

import com.duespark.activities.sending.ComeBack;
import com.duespark.activities.sending.Mailer;
import com.duespark.activities.sending.Sending;
import com.duespark.activities.sending.TenantShare;
import com.duespark.activities.sending.Turn;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.reminders.Cadences;
import com.duespark.domain.reminders.Reminders;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import com.duespark.workflows.reminders.Agenda;
import java.time.Clock;
import java.time.Duration;
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
  private final Reminders reminders;
  private final Cadences cadences;
  private final Inbox inbox;
  private final Planning planning;
  private final CadenceDesk desk;
  private final ReminderDesk byHand;
  private final ReminderMessages messages;
  private final ReminderOutcome outcome;
  private final Tenants tenants;
  private final Sending sending;
  private final TenantShare share;
  private final LedgerEntry.Policy policy;
  private final Clock clock;

  CadenceSteps(
      Contacts contacts,
      Invoices invoices,
      Deliveries deliveries,
      Commands commands,
      Reminders reminders,
      Cadences cadences,
      Inbox inbox,
      Planning planning,
      CadenceDesk desk,
      ReminderDesk byHand,
      ReminderMessages messages,
      ReminderOutcome outcome,
      Tenants tenants,
      Sending sending,
      TenantShare share,
      LedgerEntry.Policy policy,
      Clock clock) {
    this.contacts = contacts;
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.commands = commands;
    this.reminders = reminders;
    this.cadences = cadences;
    this.inbox = inbox;
    this.planning = planning;
    this.desk = desk;
    this.byHand = byHand;
    this.messages = messages;
    this.outcome = outcome;
    this.tenants = tenants;
    this.sending = sending;
    this.share = share;
    this.policy = policy;
    this.clock = clock;
  }

  public Agenda plan(UUID contactId) {
    lock(contactId);
    return planning.agenda(planning.plan(contactId));
  }

  /**
   * Plans after a change, and lets its message to the workflow go only when that has to know.
   *
   * @param message the one that was stored with the change
   */
  public void follow(UUID contactId, UUID message) {
    lock(contactId);
    if (cadences.isBehind(contactId) && !planning.isKnown(planning.plan(contactId))) {
      inbox.letGoOutbox(message);
    } else {
      inbox.finishOutbox(message);
    }
  }

  // ------------------------------------------------------------------ a message

  /**
   * Claims the message that is due now, if the truth of this moment still wants it.
   *
   * @throws io.temporal.failure.ApplicationFailure to come back later, with nothing changed, when
   *     no provider has a turn or the business has had its share
   */
  public Claim claim(UUID contactId, UUID token) {
    lock(contactId);
    var leaving = reminders.leaving(contactId);
    if (leaving.isPresent()) {
      return new Claim.Unresolved(leaving.get());
    }
    var owed = invoices.lockOpenOf(contactId);
    var plan = planning.plan(contactId);
    var wanted = byHand.due(contactId, plan, owed);
    var due = wanted.map(ReminderDesk.Due::planned).orElseGet(plan::due);
    if (due.isEmpty()) {
      return new Claim.Nothing(planning.agenda(plan));
    }
    var contact = contacts.find(contactId).orElseThrow();
    var deliveryId = Ids.next();
    int tries = reminders.bind(due, deliveryId, plan.customer(), plan.now());
    var mailer = turn(tries - 1);
    var message =
        messages.write(
            deliveryId,
            tries,
            contact,
            due,
            owed,
            plan.today(),
            wanted.map(ReminderDesk.Due::words).orElse(null));
    var technical = clock.instant();
    var entry = LedgerEntry.fresh().afterTries(tries - 1).claim(token, technical, policy);
    deliveries.save(message.delivery().move(entry).claimedBy(mailer.name(), technical));
    return new Claim.Taken(deliveryId, token, entry, mailer, messages.seal(message));
  }

  private Mailer turn(int tries) {
    share
        .take()
        .ifPresent(
            wait -> {
              throw ComeBack.after(wait);
            });
    return switch (sending.turn(tries)) {
      case Turn.Go(Mailer mailer) -> mailer;
      case Turn.Wait(Duration time) -> throw ComeBack.after(time);
    };
  }

  @Transactional(readOnly = true)
  public Delivery delivery(UUID deliveryId) {
    return deliveries.find(deliveryId).orElseThrow();
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
    return planning.agenda(planning.plan(contactId));
  }

  /** No look-up found it: it was never taken, and its reminders are planned and claimed anew. */
  public Agenda giveUp(UUID contactId, UUID deliveryId) {
    lock(contactId);
    var delivery = deliveries.lock(deliveryId).orElseThrow();
    if (delivery.status().isUnfinished()) {
      outcome.released(delivery, "The provider never took it");
    }
    return planning.agenda(planning.plan(contactId));
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
      var result = desk.apply(contactId, command);
      commands.save(command.done(result, tenants.businessNow()));
    }
    return planning.agenda(planning.plan(contactId));
  }

  public Agenda refuse(UUID contactId, UUID commandId, Refused refusal) {
    lock(contactId);
    var command = commands.lock(commandId).orElseThrow();
    if (command.isOpen()) {
      commands.save(command.refused(refusal, tenants.businessNow()));
    }
    return planning.agenda(planning.plan(contactId));
  }

  /** A contact that was deleted still has its history, and maybe a message on its way. */
  private void lock(UUID contactId) {
    if (contacts.lockAny(contactId).isEmpty()) {
      throw Refused.notFound("Contact");
    }
  }
}
