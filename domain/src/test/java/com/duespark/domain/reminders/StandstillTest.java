package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Five days in which nothing runs, and what each choice of the policy sends afterwards (BEY-06,
 * REM-65). The steps of Thursday and Monday are missed; the last one, a week later, is not.
 */
class StandstillTest {

  private static final int MOST_PLANS = 100;
  private static final DateTimeFormatter DAY_AND_HOUR =
      DateTimeFormatter.ofPattern("EEE d HH:mm", Locale.ROOT);

  @ParameterizedTest
  @CsvSource({
    "LATEST, Africa/Nairobi,   REMINDER_2 Tue 10 09:30 | FINAL Mon 16 09:30",
    "LATEST, America/New_York, REMINDER_2 Tue 10 09:30 | FINAL Mon 16 09:30",
    "LATEST, Europe/London,    REMINDER_2 Tue 10 09:30 | FINAL Mon 16 09:30",
    "ALL,    Africa/Nairobi,   REMINDER_1 Tue 10 09:30 | REMINDER_2 Thu 12 09:30 | FINAL Mon 16 09:30",
    "ALL,    America/New_York, REMINDER_1 Tue 10 09:30 | REMINDER_2 Thu 12 09:30 | FINAL Mon 16 09:30",
    "ALL,    Europe/London,    REMINDER_1 Tue 10 09:30 | REMINDER_2 Thu 12 09:30 | FINAL Mon 16 09:30",
    "SKIP,   Africa/Nairobi,   FINAL Mon 16 09:30",
    "SKIP,   America/New_York, FINAL Mon 16 09:30",
    "SKIP,   Europe/London,    FINAL Mon 16 09:30",
    "ASK,    Africa/Nairobi,   FINAL Mon 16 09:30",
    "ASK,    America/New_York, FINAL Mon 16 09:30",
    "ASK,    Europe/London,    FINAL Mon 16 09:30"
  })
  void sendsExactlyItsSetInsideTheWindow(CatchUp rule, ZoneId zone, String expected) {
    var customer =
        Facts.in(zone.getId()).catchUp(rule).owes(invoice("A").due("2026-03-02")).customer();
    var rehearsal = new Rehearsal(customer, at(zone, "2026-03-01T08:00"));
    rehearsal.runUntil(at(zone, "2026-03-04T18:00"), MOST_PLANS);
    int before = rehearsal.sent().size();

    rehearsal.wakeUpAt(at(zone, "2026-03-09T18:00"));
    rehearsal.runUntil(at(zone, "2026-05-01T00:00"), MOST_PLANS);

    var sent =
        rehearsal.sent().stream()
            .skip(before)
            .map(one -> one.step().key() + " " + DAY_AND_HOUR.format(one.at().atZone(zone)))
            .toList();
    assertThat(String.join(" | ", sent)).isEqualTo(expected);
  }

  private static Instant at(ZoneId zone, String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }
}
