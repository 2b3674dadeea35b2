package com.duespark.activities.reminders;

import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.invoices.SendState;
import com.duespark.domain.reminders.ByHand;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.Cadences;
import com.duespark.domain.reminders.Choice;
import com.duespark.domain.reminders.Choices;
import com.duespark.domain.reminders.Customer;
import com.duespark.domain.reminders.Hold;
import com.duespark.domain.reminders.Moves;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.Reminder;
import com.duespark.domain.reminders.ReminderPages;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.RemindersByHand;
import com.duespark.domain.reminders.RemindersByHand.Wanted;
import com.duespark.domain.reminders.SkipReason;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people ask of single reminders: send one now, leave one out, move it. The contact's row is
 * locked, and the plan is made anew before and after.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReminderDesk {

  /** How far ahead a reminder may be moved: as far as a step may lie. */
  private static final int MOST_DAYS = 180;

  /** What is wanted at once, in the words that it shall have. */
  record Due(List<Planned> planned, @Nullable String words) {}

  private final Invoices invoices;
  private final Commands commands;
  private final RemindersByHand byHand;
  private final ReminderPages pages;
  private final Choices choices;
  private final Cadences cadences;
  private final Planning planning;

  ReminderDesk(
      Invoices invoices,
      Commands commands,
      RemindersByHand byHand,
      ReminderPages pages,
      Choices choices,
      Cadences cadences,
      Planning planning) {
    this.invoices = invoices;
    this.commands = commands;
    this.byHand = byHand;
    this.pages = pages;
    this.choices = choices;
    this.cadences = cadences;
    this.planning = planning;
  }

  // ------------------------------------------------------------------ at once

  void remind(UUID contactId, Command command, CadenceCommand.RemindNow wish) {
    requireNotStopped();
    requireIdle(open(contactId, wish.invoiceId()));
    if (wish.channel() != null && wish.channel() != Channel.EMAIL) {
      throw Refused.invalid("channel", "NOT_CONNECTED", "Only email is connected");
    }
    var made = planning.plan(contactId);
    var invoice = invoiceOf(made.customer(), wish.invoiceId());
    ByHand.requireSendable(made.customer(), invoice);
    var stage = wish.advanceStage() ? ByHand.next(invoice.stage()) : Stage.NONE;
    ByHand.requireAcknowledged(
        ByHand.warnings(made.customer(), invoice, made.now()), wish.acknowledged());
    int overdue = ByHand.daysOverdue(made.customer(), invoice, made.now());
    byHand.add(
        made.customer(),
        invoice,
        stage,
        wish.tone() == null ? ByHand.tone(invoice, overdue) : wish.tone(),
        made.now(),
        command.getId());
  }

  /** Stop rules and caps apply; only its window and what it would be merged with do not. */
  void sendNow(UUID contactId, Command command, CadenceCommand.SendNow wish) {
    requireNotStopped();
    var made = planning.plan(contactId);
    var reminder = find(contactId, wish.reminderId());
    requireIdle(open(contactId, reminder.invoiceId()));
    if (reminder.status() != ReminderStatus.SCHEDULED) {
      throw notPlanned(reminder);
    }
    var invoice = invoiceOf(made.customer(), reminder.invoiceId());
    ByHand.requireSendable(made.customer(), invoice);
    ByHand.requireUnheld(made.customer(), invoice, made.now());
    ByHand.requireAcknowledged(
        ByHand.warnings(made.customer(), invoice, made.now()), wish.acknowledged());
    byHand.hurry(reminder.id(), made.now(), command.getId());
  }

  /**
   * What a person wants at once and may still go: read at the last moment, like everything that
   * leaves (design law 6).
   *
   * @param owed the customer's open invoices, locked
   */
  Optional<Due> due(UUID contactId, Planning.Made made, List<Invoice> owed) {
    var wanted = byHand.next(contactId);
    while (wanted.isPresent()) {
      var objection = objection(wanted.get(), made, owed);
      if (objection == null) {
        return Optional.of(new Due(List.of(wanted.get().planned()), words(wanted.get())));
      }
      byHand.callOff(wanted.get(), objection);
      wanted = byHand.next(contactId);
    }
    return Optional.empty();
  }

  private @Nullable String objection(Wanted wanted, Planning.Made made, List<Invoice> owed) {
    var customer = made.customer();
    var invoiceId = wanted.planned().invoiceId();
    boolean payable =
        owed.stream().anyMatch(invoice -> invoice.id().equals(invoiceId) && invoice.isPayable());
    var invoice =
        customer.invoices().stream().filter(open -> open.id().equals(invoiceId)).findFirst();
    if (!payable || invoice.isEmpty()) {
      return "Nothing is left to pay";
    }
    try {
      requireNotStopped();
      ByHand.requireSendable(customer, invoice.get());
      if (!wanted.manual()) {
        ByHand.requireUnheld(customer, invoice.get(), made.now());
      }
      return null;
    } catch (Refused refused) {
      return refused.say();
    }
  }

  private @Nullable String words(Wanted wanted) {
    var command = commands.find(wanted.commandId()).orElseThrow();
    return command.read(CadenceCommand.class) instanceof CadenceCommand.RemindNow wish
        ? wish.message()
        : null;
  }

  // ------------------------------------------------------------------ a planned one

  void skip(UUID contactId, Command command, CadenceCommand.Skip wish) {
    var made = planning.plan(contactId);
    var reminder = find(contactId, wish.reminderId());
    requireVersion(reminder, wish.ifVersion());
    open(contactId, reminder.invoiceId());
    if (wish.skipped()) {
      requirePlanned(reminder);
      choices.answer(reminder.id(), Choice.Answer.SKIP, command.actor());
      return;
    }
    if (reminder.skipReason() != SkipReason.SKIPPED_BY_USER) {
      throw Refused.conflict("NOT_SKIPPED", "No person left this reminder out");
    }
    if (!reminder.sendAt().isAfter(made.now())) {
      throw Refused.conflict("TOO_LATE", "Its moment has passed; send a reminder by hand");
    }
    choices.answer(reminder.id(), null, command.actor());
  }

  void decide(UUID contactId, Command command, CadenceCommand.Decide wish) {
    planning.plan(contactId);
    var reminder = find(contactId, wish.reminderId());
    open(contactId, reminder.invoiceId());
    if (reminder.heldBy() != Hold.Cause.ASKED || reminder.status() != ReminderStatus.HELD) {
      throw Refused.conflict("NOT_ASKED", "Nothing is to be decided about this reminder");
    }
    choices.answer(reminder.id(), wish.answer(), command.actor());
  }

  void change(UUID contactId, Command command, CadenceCommand.Change wish) {
    var made = planning.plan(contactId);
    var reminder = find(contactId, wish.reminderId());
    requireVersion(reminder, wish.ifVersion());
    open(contactId, reminder.invoiceId());
    requirePlanned(reminder);
    if (wish.moves()) {
      if (wish.day() != null) {
        requireNear(wish.day(), made.today());
        Moves.check(
            made.customer(), reminder.invoiceId(), reminder.stepKey(), wish.day(), made.now());
      }
      choices.move(reminder.id(), wish.day(), command.actor());
    }
    if (wish.speaks()) {
      choices.speak(reminder.id(), wish.tone(), command.actor());
    }
  }

  private static void requireNear(LocalDate day, LocalDate today) {
    if (day.isAfter(today.plusDays(MOST_DAYS))) {
      throw Refused.invalid(
          "day", "RANGE", "Choose a day at most %d days ahead".formatted(MOST_DAYS));
    }
  }

  // ------------------------------------------------------------------ helpers

  private void requireNotStopped() {
    if (cadences.areStopped()) {
      throw Refused.conflict("STOPPED", "The operator has stopped all reminders for now");
    }
  }

  private Reminder find(UUID contactId, UUID reminderId) {
    return pages
        .find(reminderId)
        .filter(found -> found.contactId().equals(contactId))
        .orElseThrow(() -> Refused.notFound("Reminder"));
  }

  private static void requireVersion(Reminder reminder, @Nullable Integer wanted) {
    if (wanted != null && wanted != reminder.version()) {
      throw Refused.conflict(
          "VERSION_MISMATCH", "It was changed by somebody else meanwhile; read it again");
    }
  }

  private static void requirePlanned(Reminder reminder) {
    if (reminder.isByHand() || !reminder.status().isOpen()) {
      throw notPlanned(reminder);
    }
  }

  private static Refused notPlanned(Reminder reminder) {
    return Refused.conflict(
        "NOT_PLANNED",
        "The reminder is %s; only a planned one changes".formatted(reminder.status()));
  }

  private Invoice open(UUID contactId, UUID invoiceId) {
    var invoice =
        invoices
            .find(invoiceId)
            .filter(found -> found.contactId().equals(contactId))
            .orElseThrow(() -> Refused.notFound("Invoice"));
    if (!invoice.status().isOpen()) {
      throw Refused.conflict(
          "NOT_OPEN", "The invoice is %s; nobody is reminded of it".formatted(invoice.status()));
    }
    return invoice;
  }

  /**
   * One message about an invoice at a time, and none while nobody knows what became of the last.
   */
  private void requireIdle(Invoice invoice) {
    var underWay = byHand.underWay(invoice.id());
    if (underWay == ReminderStatus.UNKNOWN || invoice.sendState() == SendState.UNKNOWN) {
      throw Refused.conflict(
          "UNKNOWN_OUTCOME",
          "Nobody knows whether the last message arrived; say what became of it first");
    }
    if (underWay != null || invoice.sendState().isUndecided()) {
      throw Refused.conflict("UNDER_WAY", "A message about this invoice is on its way");
    }
  }

  private static Customer.Open invoiceOf(Customer customer, UUID invoiceId) {
    return customer.invoices().stream()
        .filter(open -> open.id().equals(invoiceId))
        .findFirst()
        .orElseThrow(() -> Refused.conflict("NOT_OPEN", "Nobody is reminded of this invoice"));
  }
}
