package com.duespark.activities.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.reminders.Office.Desk;
import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.domain.commands.Command;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.CadenceCommand.Change;
import com.duespark.domain.reminders.CadenceCommand.Dispute;
import com.duespark.domain.reminders.CadenceCommand.Pause;
import com.duespark.domain.reminders.CadenceCommand.RemindNow;
import com.duespark.domain.reminders.CadenceCommand.SendNow;
import com.duespark.domain.reminders.CadenceCommand.Skip;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.reminders.Warning;
import com.duespark.domain.shared.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reminders that a person sends, leaves out or moves, on the steps that run in production. */
@OfficeTest
class ByHandTest {

  private final Office office;
  private final Desk desk;
  private final UUID invoice;

  /** Due on Monday 2 March 2037, overdue since Tuesday; it is Tuesday 10:00. */
  @Autowired
  ByHandTest(Office office) {
    this.office = office;
    desk = office.open();
    invoice = desk.sent("2037-03-02");
    desk.at("2037-03-03T10:00");
  }

  private Command remind(Warning... acknowledged) {
    return desk.ask(new RemindNow(invoice, null, null, null, false, Set.of(acknowledged)));
  }

  private static List<String> details(Command command) {
    return Objects.requireNonNull(command.result()).details().stream()
        .map(Refused.Detail::code)
        .toList();
  }

  private ReminderStatus status(String step) {
    return desk.step(invoice, step).status();
  }

  // ------------------------------------------------------------------ at once

  @Test
  void aReminderByHandIsOneMessageThroughTheLedger() {
    assertThat(remind().isRefused()).isFalse();
    assertThat(desk.plan().untilNext()).isEqualTo(Duration.ZERO);

    desk.touch();
    desk.touch();

    assertThat(desk.mails()).hasSize(1);
    assertThat(desk.mails().getFirst().text()).contains("https://pay.example.com/portal/invoices/");
    assertThat(status("MANUAL-1")).isEqualTo(ReminderStatus.SENT);
    assertThat(desk.step(invoice, "MANUAL-1").deliveryId()).isNotNull();
    assertThat(desk.dunning(invoice).stage()).isEqualTo(Stage.NONE);
  }

  @Test
  void itHasTheToneOfItsDelayOrTheOneThatWasAskedForAndTheSendersWords() {
    remind();
    desk.touch();
    assertThat(desk.step(invoice, "MANUAL-1").tone()).isEqualTo(Tone.FRIENDLY);

    desk.ask(
        new RemindNow(invoice, null, Tone.FIRM, "We spoke on Monday.", false, Set.of(Warning.CAP)));
    desk.touch();

    assertThat(desk.step(invoice, "MANUAL-2").tone()).isEqualTo(Tone.FIRM);
    assertThat(desk.mails().getLast().text()).contains("We spoke on Monday.", "200.00");
  }

  @Test
  void theQuietDaysRunFromIt() {
    desk.at("2037-03-04T10:00");
    remind();
    desk.touch();

    assertThat(desk.step(invoice, "REMINDER_1").sendAt()).isEqualTo("2037-03-06T06:30:00Z");
  }

  @Test
  void aSecondOnTheSameDayWantsAConfirmation() {
    remind();
    desk.touch();

    assertThat(details(remind())).containsExactly("CAP");
    assertThat(remind(Warning.CAP).isRefused()).isFalse();
    desk.touch();
    assertThat(desk.mails()).hasSize(2);
  }

  @Test
  void atNightInAPauseEveryWarningIsNamedAtOnce() {
    desk.ask(new Pause(invoice, null));
    desk.at("2037-03-03T22:00");

    assertThat(details(remind(Warning.CAP))).containsExactly("OUTSIDE_WINDOW", "PAUSED");
    assertThat(remind(Warning.OUTSIDE_WINDOW, Warning.PAUSED).isRefused()).isFalse();
    desk.touch();
    assertThat(desk.mails()).hasSize(1);
  }

  @Test
  void itIsRefusedWhenPaidDisputedOrUnreachable() {
    desk.ask(new Dispute(invoice, "The amount"));
    assertThat(details(remind())).containsExactly("DISPUTED");

    var other = desk.sent("2037-03-20");
    desk.paid(other);
    assertThat(details(desk.ask(ExplainTest.byHand(other, false)))).containsExactly("NOT_OPEN");

    desk.sql("update contacts set email = null where id = ?", desk.customer);
    var third = desk.sent("2037-03-20");
    assertThat(details(desk.ask(ExplainTest.byHand(third, false)))).containsExactly("UNREACHABLE");
  }

  @Test
  void itIsRefusedWhileOneIsOnItsWayOrNobodyKnowsWhatBecameOfIt() {
    remind();
    assertThat(details(remind(Warning.CAP))).containsExactly("UNDER_WAY");

    desk.touch();
    desk.sql(
        """
        update reminders set status = 'UNKNOWN', sent_at = null
        where invoice_id = ? and step_key = 'MANUAL-1'
        """,
        invoice);
    assertThat(details(remind(Warning.CAP))).containsExactly("UNKNOWN_OUTCOME");
  }

  @Test
  void aPaymentBeforeTheClaimBeatsIt() {
    remind();

    desk.paid(invoice);
    desk.touch();

    assertThat(desk.mails()).isEmpty();
    assertThat(status("MANUAL-1")).isEqualTo(ReminderStatus.CANCELED);
  }

  @Test
  void anotherChannelThanMailIsNotConnected() {
    var asked = desk.ask(new RemindNow(invoice, Channel.SMS, null, null, false, Set.of()));

    assertThat(details(asked)).containsExactly("NOT_CONNECTED");
  }

  @Test
  void aRefusalOfTheProviderEndsIt() {
    desk.mailerAnswers(new Outcome.Refused("No such mailbox"));
    remind();
    desk.touch();

    assertThat(status("MANUAL-1")).isEqualTo(ReminderStatus.FAILED);
    assertThat(desk.plan().untilNext()).isNotEqualTo(Duration.ZERO);
  }

  @Test
  void advancingTheStageDropsThatAutomaticStep() {
    desk.ask(ExplainTest.byHand(invoice, true));
    desk.touch();

    assertThat(desk.dunning(invoice).stage()).isEqualTo(Stage.REMINDER_1);
    assertThat(status("REMINDER_1")).isEqualTo(ReminderStatus.SKIPPED);
    assertThat(status("REMINDER_2")).isEqualTo(ReminderStatus.SCHEDULED);
  }

  // ------------------------------------------------------------------ a planned one at once

  @Test
  void aPlannedReminderGoesAtOnceAndNotAgainAtItsSlot() {
    var planned = desk.step(invoice, "REMINDER_1");

    assertThat(desk.ask(new SendNow(planned.id(), Set.of())).isRefused()).isFalse();
    desk.touch();
    desk.until("2037-03-06T12:00");

    assertThat(desk.mails()).hasSize(1);
    assertThat(status("REMINDER_1")).isEqualTo(ReminderStatus.SENT);
    assertThat(desk.dunning(invoice).stage()).isEqualTo(Stage.REMINDER_1);
  }

  @Test
  void aPauseBeforeTheClaimKeepsItAndItGoesInItsSlotAfterwards() {
    var planned = desk.step(invoice, "REMINDER_1");
    desk.ask(new SendNow(planned.id(), Set.of()));

    desk.ask(new Pause(invoice, desk.now().plus(Duration.ofDays(1))));
    desk.touch();
    assertThat(desk.mails()).isEmpty();

    desk.until("2037-03-05T12:00");
    assertThat(desk.mails()).hasSize(1);
    assertThat(desk.step(invoice, "REMINDER_1").sentAt()).isAfterOrEqualTo("2037-03-05T06:30:00Z");
  }

  @Test
  void whatHoldsAPlannedReminderKeepsItFromGoingAtOnce() {
    var later = desk.step(invoice, "FINAL");
    desk.ask(new Pause(invoice, desk.now().plus(Duration.ofDays(1))));

    assertThat(details(desk.ask(new SendNow(later.id(), EnumSet.allOf(Warning.class)))))
        .containsExactly("HELD");
  }

  @Test
  void aReminderThatIsNotPlannedIsNotSentNow() {
    var planned = desk.step(invoice, "REMINDER_1");
    desk.ask(new Skip(planned.id(), true, null));

    assertThat(details(desk.ask(new SendNow(planned.id(), Set.of()))))
        .containsExactly("NOT_PLANNED");
  }

  // ------------------------------------------------------------------ left out and moved

  @Test
  void aSkippedReminderStaysOutAndComesBackWhileItsMomentIsAhead() {
    var planned = desk.step(invoice, "REMINDER_1");
    desk.ask(new Skip(planned.id(), true, null));
    assertThat(status("REMINDER_1")).isEqualTo(ReminderStatus.SKIPPED);

    desk.ask(new Skip(planned.id(), false, null));
    assertThat(status("REMINDER_1")).isEqualTo(ReminderStatus.SCHEDULED);

    desk.ask(new Skip(planned.id(), true, null));
    desk.until("2037-03-06T12:00");
    assertThat(desk.mails()).isEmpty();
    assertThat(details(desk.ask(new Skip(planned.id(), false, null)))).containsExactly("TOO_LATE");
  }

  @Test
  void aMovedReminderGoesOnThatDayAtTheCustomersHour() {
    var planned = desk.step(invoice, "REMINDER_1");

    desk.ask(change(planned.id(), "2037-03-06"));

    assertThat(desk.step(invoice, "REMINDER_1").sendAt()).isEqualTo("2037-03-06T06:30:00Z");
    desk.until("2037-03-06T12:00");
    assertThat(desk.mails()).hasSize(1);
  }

  @Test
  void aWeekendIsRefusedWithTheNextDay() {
    var planned = desk.step(invoice, "FINAL");

    var refused = desk.ask(change(planned.id(), "2037-03-14"));

    assertThat(refused.isRefused()).isTrue();
    assertThat(Objects.requireNonNull(refused.result()).message()).contains("2037-03-16");
    assertThat(desk.step(invoice, "FINAL").sendAt()).isEqualTo("2037-03-16T06:30:00Z");
  }

  @Test
  void aDayFarAheadOrOfAnOlderVersionIsRefused() {
    var planned = desk.step(invoice, "REMINDER_1");

    assertThat(details(desk.ask(change(planned.id(), "2038-03-05")))).containsExactly("RANGE");
    var stale = new Change(planned.id(), true, LocalDate.parse("2037-03-06"), false, null, 99);
    assertThat(details(desk.ask(stale))).containsExactly("VERSION_MISMATCH");
  }

  @Test
  void anotherToneIsSpoken() {
    var planned = desk.step(invoice, "REMINDER_1");

    desk.ask(new Change(planned.id(), false, null, true, Tone.FIRM, null));
    desk.until("2037-03-05T12:00");

    assertThat(desk.step(invoice, "REMINDER_1").tone()).isEqualTo(Tone.FIRM);
    assertThat(desk.mails().getFirst().text()).startsWith("Dear ");
  }

  @Test
  void aReminderOfAnotherCustomerIsNotThere() {
    var stranger = office.open();
    var theirs = stranger.sent("2037-03-20");

    var asked = desk.ask(new Skip(stranger.step(theirs, "PRE_3").id(), true, null));

    assertThat(Objects.requireNonNull(asked.result()).code()).hasToString("NOT_FOUND");
    assertThat(stranger.step(theirs, "PRE_3").status()).isEqualTo(ReminderStatus.SCHEDULED);
  }

  private static Change change(UUID reminder, String day) {
    return new Change(reminder, true, LocalDate.parse(day), false, null, null);
  }
}
