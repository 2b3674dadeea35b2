package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.idOf;
import static com.duespark.domain.reminders.Facts.invoice;
import static com.duespark.domain.reminders.Facts.nairobi;
import static com.duespark.domain.reminders.Facts.newYork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.reminders.Rehearsal.HandedOver;
import com.duespark.domain.reminders.Simulation.Assumption;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The days to come, played before they come (BEY-04). */
class SimulationTest {

  private static final Instant FROM = Instant.parse("2026-02-17T05:00:00Z");

  private static List<String> lines(Simulation.Result result) {
    return result.messages().stream()
        .flatMap(
            message ->
                message.rows().stream()
                    .map(row -> message.at() + " " + row.step().key() + " " + row.tone()))
        .toList();
  }

  @Test
  void saysEveryMessageAtItsInstant() {
    var customer = nairobi().owes(invoice("A").due("2026-03-02")).customer();

    var result = Simulation.play(List.of(customer), FROM, 365, Assumption.NOBODY_PAYS);

    assertThat(lines(result))
        .containsExactly(
            "2026-02-27T06:30:00Z PRE_3 FRIENDLY",
            "2026-03-05T06:30:00Z REMINDER_1 FRIENDLY",
            "2026-03-09T06:30:00Z REMINDER_2 NEUTRAL",
            "2026-03-16T06:30:00Z FINAL FIRM");
    assertThat(result.notSent()).isEmpty();
    assertThat(result.handedOver())
        .containsExactly(new HandedOver(idOf("A"), Instant.parse("2026-03-30T06:30:00Z")));
  }

  @Test
  void handsNothingOverThatIsPaid() {
    var customer = nairobi().owes(invoice("A").due("2026-03-02")).customer();

    var result =
        Simulation.play(List.of(customer), FROM, 90, (known, open) -> LocalDate.of(2026, 3, 29));

    assertThat(lines(result)).hasSize(4);
    assertThat(result.handedOver()).isEmpty();
  }

  @Test
  void endsWithItsLastDay() {
    var customer = nairobi().owes(invoice("A").due("2026-03-02")).customer();

    var result = Simulation.play(List.of(customer), FROM, 17, Assumption.NOBODY_PAYS);

    assertThat(lines(result)).hasSize(2); // until Fri 6 Mar 08:00
  }

  @Test
  void stopsWhenTheAssumedPaymentComes() {
    var customer = nairobi().owes(invoice("A").due("2026-03-02")).customer();

    var result =
        Simulation.play(List.of(customer), FROM, 90, (known, open) -> LocalDate.of(2026, 3, 9));

    assertThat(lines(result)).hasSize(2);
  }

  @Test
  void saysWhatDoesNotGoAndWhy() {
    var paused = nairobi().owes(invoice("A").due("2026-03-02").only("FINAL").paused()).customer();
    var late =
        nairobi().owes(invoice("B").due("2026-03-31").only("REMINDER_1", "REMINDER_2")).customer();

    var result = Simulation.play(List.of(paused, late), FROM, 90, Assumption.NOBODY_PAYS);

    assertThat(result.notSent())
        .extracting(one -> one.row().step().key() + " " + one.row().status())
        .containsExactly("FINAL HELD", "REMINDER_1 SKIPPED");
    assertThat(result.notSent())
        .extracting(one -> one.row().reasons().getLast().code())
        .containsExactly(Reason.Code.HELD, Reason.Code.SUPERSEDED);
  }

  @Test
  void putsTheMessagesOfAllCustomersInTheirOrder() {
    var result =
        Simulation.play(
            List.of(
                newYork().owes(invoice("A").due("2026-03-03").only("REMINDER_1")).customer(),
                nairobi().owes(invoice("B").due("2026-03-03").only("REMINDER_1")).customer()),
            FROM,
            30,
            Assumption.NOBODY_PAYS);

    assertThat(result.messages())
        .extracting(message -> message.rows().getFirst().invoiceId())
        .containsExactly(idOf("B"), idOf("A"));
  }

  @Test
  void isTheSameEachTime() {
    var book = book();

    assertThat(Simulation.play(book, FROM, 120, Assumption.NOBODY_PAYS))
        .isEqualTo(Simulation.play(book, FROM, 120, Assumption.NOBODY_PAYS));
  }

  @Test
  void playsAThousandInvoicesForAYearInTenSeconds() {
    var book = book();
    var threads = ManagementFactory.getThreadMXBean(); // a busy machine has other work too
    long start = threads.getCurrentThreadCpuTime();

    var result = Simulation.play(book, FROM, 365, Assumption.NOBODY_PAYS);

    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(10));
    assertThat(result.messages().stream().mapToLong(message -> message.rows().size()).sum())
        .isGreaterThan(3_000);
  }

  /** 200 customers with 5 invoices each, and 200 payments that say how they pay. */
  private static List<Customer> book() {
    var book = new ArrayList<Customer>();
    for (int n = 0; n < 200; n++) {
      var facts = n % 2 == 0 ? nairobi() : newYork();
      for (int past = 0; past < 200; past++) {
        var due = LocalDate.of(2025, 6, 1).plusDays(past);
        facts.paid(due.toString(), due.plusDays(past % 7) + " %02d:10".formatted(8 + n % 10));
      }
      int customer = n;
      facts.owes(
          IntStream.range(0, 5)
              .mapToObj(
                  i ->
                      invoice("INV-" + customer + "-" + i)
                          .due(
                              LocalDate.of(2026, 3, 2)
                                  .plusDays(17L * i + customer % 13)
                                  .toString()))
              .toArray(Facts.Invoice[]::new));
      book.add(facts.customer());
    }
    return book;
  }

  @Test
  void refusesATimeWithoutEnd() {
    assertThatThrownBy(() -> Simulation.play(List.of(), FROM, 731, Assumption.NOBODY_PAYS))
        .hasMessageContaining("730");
    assertThatThrownBy(() -> Simulation.play(List.of(), FROM, 0, Assumption.NOBODY_PAYS))
        .hasMessageContaining("730");
  }

  /** REM-26, REM-27. */
  @Test
  void advisesWhatThePlanSays() {
    var facts = nairobi().owes(invoice("A").due("2026-03-02"), invoice("B").due("2026-03-02"));

    var next = Advice.RULES.nextSendTimes(facts.customer(), idOf("A"), FROM);

    assertThat(next)
        .extracting(one -> one.stepKey() + " " + one.sendAt() + " " + one.tone())
        .containsExactly(
            "PRE_3 2026-02-27T06:30:00Z FRIENDLY",
            "REMINDER_1 2026-03-05T06:30:00Z FRIENDLY",
            "REMINDER_2 2026-03-09T06:30:00Z NEUTRAL",
            "FINAL 2026-03-16T06:30:00Z FIRM");
  }

  /** REM-10: both thresholds are strict. */
  @Test
  void advisesTheToneByDaysOverdue() {
    var policy = ReminderPolicy.standard(idOf("tenant"), true, null);

    assertThat(IntStream.of(-3, 3, 4, 10, 11).mapToObj(d -> Advice.RULES.chooseTone(policy, d)))
        .containsExactly(Tone.FRIENDLY, Tone.FRIENDLY, Tone.NEUTRAL, Tone.NEUTRAL, Tone.FIRM);
  }
}
