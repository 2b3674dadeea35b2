package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.invoice;
import static com.duespark.domain.reminders.Facts.nairobi;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A thousand promises, half of them kept, against the rule worked out without the planner (BEY-08,
 * REM-70): nothing goes while a promise stands; when it is broken, the next business day brings the
 * latest step whose day has passed, else the next one, and later steps keep their days.
 */
class PromisesTest {

  private static final int PROMISES = 1_000;
  private static final int MOST_PLANS = 200;
  private static final int DAYS = 60;
  private static final int QUIET_DAYS = 2;
  private static final ZoneId ZONE = ZoneId.of("Africa/Nairobi");
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final List<Step> OVERDUE =
      List.of(
          Step.of("REMINDER_1", 3, Stage.REMINDER_1),
          Step.of("REMINDER_2", 7, Stage.REMINDER_2),
          Step.of("FINAL", 14, Stage.FINAL));

  private record Line(String step, LocalDate day) {}

  @Test
  void noPromiseIsFollowedByAnythingElse() {
    var random = new Random(8);
    int kept = 0;
    for (int i = 0; i < PROMISES; i++) {
      var due = LocalDate.of(2026, 3, 2).plusDays(random.nextInt(30));
      var madeOn = due.plusDays(random.nextInt(18));
      // three days, so that the rest after the last message is over
      var promised = madeOn.plusDays(3 + random.nextInt(12));
      boolean keeps = random.nextBoolean();
      kept += keeps ? 1 : 0;
      follow(due, madeOn, promised, keeps);
    }
    assertThat(kept).isBetween(PROMISES * 4 / 10, PROMISES * 6 / 10);
  }

  private static void follow(LocalDate due, LocalDate madeOn, LocalDate promised, boolean keeps) {
    var customer = nairobi().owes(invoice("A").due(due.toString())).customer();
    var invoice = customer.invoices().getFirst().id();
    var made = madeOn.atTime(NOON).atZone(ZONE).toInstant();
    var broken = promised.plusDays(1).atStartOfDay(ZONE).toInstant();
    var rehearsal = new Rehearsal(customer, due.minusDays(10).atStartOfDay(ZONE).toInstant());
    rehearsal.runUntil(made, MOST_PLANS);
    var before = lines(rehearsal, 0);

    rehearsal.wakeUpAt(made);
    rehearsal.change(invoice, open -> open.withPromise(new Promise(promised, made, false)));
    rehearsal.runUntil(broken, MOST_PLANS);
    assertThat(lines(rehearsal, before.size())).isEmpty();
    rehearsal.wakeUpAt(broken);
    if (keeps) {
      rehearsal.change(known -> known.withInvoices(List.of()));
    }
    rehearsal.runUntil(promised.plusDays(DAYS).atStartOfDay(ZONE).toInstant(), MOST_PLANS);

    assertThat(lines(rehearsal, before.size()))
        .as("due %s, on %s promised for %s", due, madeOn, promised)
        .isEqualTo(
            keeps ? List.of() : afterABrokenPromise(due, promised, before, customer.hours()));
  }

  private static List<Line> afterABrokenPromise(
      LocalDate due, LocalDate promised, List<Line> before, Hours hours) {
    var left = new ArrayList<Line>();
    for (var step : OVERDUE) {
      var day = workday(due.plusDays(step.offsetDays()), hours);
      left.removeIf(line -> line.day().equals(day)); // of two on one day the later goes
      left.add(new Line(step.key(), day));
    }
    left.removeIf(line -> before.stream().anyMatch(sent -> sent.step().equals(line.step())));
    var last = workday(promised.plusDays(1), hours);
    while (left.size() > 1 && !left.get(1).day().isAfter(last)) {
      left.removeFirst();
    }
    var lines = new ArrayList<Line>();
    for (var line : left) {
      if (lines.isEmpty()) {
        lines.add(new Line(line.step(), last));
      } else {
        var rested = last.plusDays(QUIET_DAYS);
        last = line.day().isBefore(rested) ? workday(rested, hours) : line.day();
        lines.add(new Line(line.step(), last));
      }
    }
    return lines;
  }

  /** That day, or the first after it on which this customer is written to. */
  private static LocalDate workday(LocalDate day, Hours hours) {
    return hours.isBusinessDay(day) ? day : workday(day.plusDays(1), hours);
  }

  private static List<Line> lines(Rehearsal rehearsal, int from) {
    return rehearsal.sent().stream()
        .skip(from)
        .map(sent -> new Line(sent.step().key(), LocalDate.ofInstant(sent.at(), ZONE)))
        .toList();
  }
}
