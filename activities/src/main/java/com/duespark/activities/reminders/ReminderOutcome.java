package com.duespark.activities.reminders;

import com.duespark.activities.shared.Counts;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.notifications.Notifications;
import com.duespark.domain.reminders.CadenceCommand.ResolveReminder;
import com.duespark.domain.reminders.Choice;
import com.duespark.domain.reminders.Choices;
import com.duespark.domain.reminders.Dunning;
import com.duespark.domain.reminders.Reminders;
import com.duespark.domain.reminders.RemindersByHand;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the end of a message means for its reminders. The contact's row is locked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReminderOutcome {

  private final Deliveries deliveries;
  private final Reminders reminders;
  private final RemindersByHand byHand;
  private final Choices choices;
  private final Dunning dunning;
  private final Tenants tenants;
  private final Notifications notifications;
  private final ProductEvents events;
  private final Audit audit;
  private final Counts counts;

  ReminderOutcome(
      Deliveries deliveries,
      Reminders reminders,
      RemindersByHand byHand,
      Choices choices,
      Dunning dunning,
      Tenants tenants,
      Notifications notifications,
      ProductEvents events,
      Audit audit,
      Counts counts) {
    this.deliveries = deliveries;
    this.reminders = reminders;
    this.byHand = byHand;
    this.choices = choices;
    this.dunning = dunning;
    this.tenants = tenants;
    this.notifications = notifications;
    this.events = events;
    this.audit = audit;
    this.counts = counts;
  }

  void record(
      UUID contactId,
      Delivery delivery,
      LedgerEntry moved,
      @Nullable String messageId,
      @Nullable String reason) {
    switch (moved.status()) {
      case SENT -> accepted(contactId, delivery, moved, messageId);
      case NEW -> released(delivery, reason);
      case ATTEMPTING -> deliveries.save(delivery.move(moved).because(reason));
      case FAILED, SUPPRESSED -> {
        counts.delivered(deliveries.save(delivery.move(moved).because(reason)));
        for (var reminder : reminders.boundTo(delivery.id())) {
          audit.record(
              trail(contactId),
              "reminder.failed",
              "reminder",
              reminder.id(),
              null,
              Map.of("invoice_id", reminder.invoiceId(), "delivery_id", delivery.id()));
        }
        reminders.failed(delivery.id());
        alert(contactId, "A reminder could not be sent: " + reason);
      }
      case UNKNOWN -> {
        counts.delivered(deliveries.save(delivery.move(moved).because(reason)));
        reminders.unknown(delivery.id());
        alert(contactId, "Not known whether a reminder was sent; please decide");
      }
      case DELIVERED, BOUNCED, COMPLAINED ->
          throw new IllegalStateException("Only a provider reports " + moved.status());
    }
  }

  private void accepted(
      UUID contactId, Delivery delivery, LedgerEntry entry, @Nullable String messageId) {
    var now = tenants.businessNow();
    counts.delivered(deliveries.save(delivery.move(entry).acceptedAs(messageId, now)));
    reminders.sent(delivery.id(), now);
    byHand
        .reachedBy(delivery.id())
        .forEach(step -> choices.answer(step, Choice.Answer.SKIP, "system"));
    var trail = trail(contactId);
    for (var reminder : reminders.boundTo(delivery.id())) {
      dunning.advance(reminder.invoiceId(), reminder.stage());
      events.record(
          trail,
          "invoice.reminder_sent",
          Map.of("invoice_id", reminder.invoiceId(), "step", reminder.stepKey()));
      audit.record(
          trail,
          "reminder.sent",
          "reminder",
          reminder.id(),
          null,
          Map.of("invoice_id", reminder.invoiceId(), "delivery_id", delivery.id()));
    }
  }

  /**
   * The provider surely did not take it: this message is over, its reminders are free. The next try
   * looks at everything anew and is a message of its own.
   */
  void released(Delivery delivery, @Nullable String reason) {
    deliveries.save(delivery.move(delivery.entry().refused()).because(reason));
    reminders.released(delivery.id());
  }

  /** A person or the provider knows what we could not find out (WF-04f). */
  void resolve(UUID contactId, Delivery delivery, ResolveReminder resolve) {
    if (!delivery.status().canBeResolved(resolve.messageId() != null)) {
      throw Refused.conflict(
          "NOT_UNKNOWN", "The delivery is %s; nothing to decide".formatted(delivery.status()));
    }
    switch (resolve.resolution()) {
      case SENT -> accepted(contactId, delivery, delivery.entry().accepted(), resolve.messageId());
      case RESEND -> released(delivery, "A person knows that it did not arrive");
    }
  }

  void audit(UUID contactId, Command command) {
    audit.record(
        Trail.of(command.actor(), command.requestId(), "cadence/" + contactId),
        "reminders." + action(command.kind()),
        "contact",
        contactId,
        null,
        command.read(command.kind().body()));
  }

  /** Several kinds may share an update. */
  private static String action(CommandKind kind) {
    return switch (kind) {
      case SEND_NOW -> "sendNow";
      case DECIDE_REMINDER -> "decide";
      case RESOLVE_DISPUTE -> "resolveDispute";
      case USE_POLICY -> "usePolicy";
      case MUTE_CHANNEL -> "mute";
      default -> kind.updateName();
    };
  }

  private void alert(UUID contactId, String title) {
    notifications.tell(null, "reminder.failed", title, "contact", contactId);
  }

  private static Trail trail(UUID contactId) {
    return Trail.system("cadence/" + contactId);
  }
}
