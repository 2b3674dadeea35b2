package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.idOf;
import static com.duespark.domain.reminders.Facts.invoice;
import static com.duespark.domain.reminders.Facts.nairobi;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.reminders.Plan.Planned;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan is asked for: when to look again, what to send, and why. */
class PlanTest {

  @Test
  void waitsForItsFirstSlot() {
    var facts = nairobi().owes(invoice("A").due("2026-03-06"));

    assertThat(facts.plan("2026-03-02 08:00").nextAt()).contains(facts.at("2026-03-03 09:30"));
  }

  @Test
  void waitsForTheEndOfAHold() {
    var facts = nairobi().owes(invoice("A").due("2026-03-06").pausedUntil("2026-05-01 00:00"));

    assertThat(facts.plan("2026-03-02 08:00").nextAt()).contains(facts.at("2026-05-01 00:00"));
  }

  @Test
  void waitsForNothingWhenOnlyAPersonCanChangeIt() {
    var facts = nairobi().owes(invoice("A").due("2026-03-06").paused());

    assertThat(facts.plan("2026-03-02 08:00").nextAt()).isEmpty();
  }

  @Test
  void isEmptyForACustomerWhoOwesNothing() {
    var plan = nairobi().plan("2026-03-02 08:00");

    assertThat(plan).isEqualTo(new Plan(List.of(), List.of(), null));
  }

  @Test
  void hasNothingDueBeforeTheSlot() {
    var facts = nairobi().owes(invoice("A").due("2026-03-06").only("REMINDER_1"));
    var plan = facts.plan("2026-03-07 08:00");

    assertThat(plan.due(facts.at("2026-03-09 09:29"))).isEmpty();
    assertThat(plan.due(facts.at("2026-03-09 09:30"))).hasSize(1);
  }

  @Test
  void hasOneMessageDueAtATime() {
    var facts =
        nairobi()
            .separately()
            .caps(2, 3)
            .owes(
                invoice("A").due("2026-03-06").only("REMINDER_1"),
                invoice("B").due("2026-03-06").only("REMINDER_1"));
    var now = facts.at("2026-03-09 09:30");

    assertThat(facts.plan("2026-03-09 09:30").due(now))
        .extracting(Planned::invoiceId)
        .containsExactly(idOf("A"));
  }

  @Test
  void leavesOutAnInvoiceThatWasPaidMeanwhile() {
    var both =
        nairobi()
            .owes(
                invoice("A").due("2026-03-06").only("REMINDER_1"),
                invoice("B").due("2026-03-06").only("REMINDER_1"));
    var rehearsal = new Rehearsal(both.customer(), both.at("2026-03-07 08:00"));
    assertThat(rehearsal.plan().reminders()).extracting(Planned::message).containsExactly(1, 1);

    rehearsal.change(
        known ->
            known.withInvoices(
                known.invoices().stream().filter(open -> open.number().equals("B")).toList()));

    assertThat(rehearsal.plan().reminders())
        .singleElement()
        .extracting(Planned::reasons)
        .asString()
        .doesNotContain("MERGED");
  }

  @Test
  void saysWhyInWords() {
    var facts =
        nairobi()
            .wroteAt("2026-03-16 08:00")
            .owes(
                invoice("A").due("2026-03-11").only("REMINDER_1"),
                invoice("B").due("2026-03-14").only("REMINDER_1").wroteAt("2026-03-16 08:00"));

    assertThat(facts.plan("2026-03-16 09:00").reminders())
        .flatExtracting(Planned::reasons)
        .extracting(Reason::words)
        .containsExactly(
            "3 days after the due day, Sat 14 Mar 2026",
            "Sat 14 Mar 2026 is no business day: moved to Mon 16 Mar 2026",
            "Enough messages around Mon 16 Mar 2026: moved to Tue 17 Mar 2026",
            "3 days after the due day, Tue 17 Mar 2026",
            "Quiet days after the message of Mon 16 Mar 2026: moved to Wed 18 Mar 2026");
  }

  @Test
  void namesTheWholeWayOfWhatTheCapMovedForDays() {
    var facts =
        nairobi()
            .separately()
            .owes(
                invoice("A").due("2026-03-06").only("REMINDER_1"),
                invoice("B").due("2026-03-06").only("REMINDER_1"),
                invoice("C").due("2026-03-06").only("REMINDER_1"));

    assertThat(facts.plan("2026-03-09 08:00").reminders().getLast().reasons())
        .extracting(Reason::words)
        .containsExactly(
            "3 days after the due day, Mon 9 Mar 2026",
            "Enough messages around Mon 9 Mar 2026: moved to Wed 11 Mar 2026");
  }

  @Test
  void refusesACapThatLetsNothingGo() {
    assertThatThrownBy(() -> nairobi().caps(0, 3).customer()).hasMessageContaining("cap");
    assertThatThrownBy(() -> nairobi().caps(1, 0).customer()).hasMessageContaining("cap");
  }
}
