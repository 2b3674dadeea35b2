package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.invoice;
import static com.duespark.domain.reminders.Facts.nairobi;
import static com.duespark.domain.reminders.Facts.newYork;
import static com.duespark.domain.reminders.PlanRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans that follow how a customer pays (REM-25, REM-61 to REM-63). Payments fall on three
 * different weekdays and are recorded by hand, unless the weekday or the hour is what the row is
 * about.
 */
class AdaptiveTableTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"lateness", "weekdays", "hours", "whose"})
  void isWhatAPersonWithACalendarComputes(PlanRow row) {
    assertThat(row.planned()).isEqualTo(row.expected());
  }

  private static Facts late() {
    return nairobi()
        .recorded("2026-01-05", "2026-01-11") // Sun, 6 days
        .recorded("2026-01-12", "2026-01-19") // Mon, 7
        .recorded("2026-01-20", "2026-01-27"); // Tue, 7
  }

  private static Facts onTime() {
    return nairobi()
        .recorded("2026-01-06", "2026-01-05")
        .recorded("2026-01-06", "2026-01-06")
        .recorded("2026-01-06", "2026-01-07");
  }

  private static Facts onThursdays() {
    return nairobi()
        .recorded("2026-01-07", "2026-01-08")
        .recorded("2026-01-14", "2026-01-15")
        .recorded("2026-01-20", "2026-01-22");
  }

  private static Facts onSundays() {
    return nairobi()
        .recorded("2026-01-10", "2026-01-11")
        .recorded("2026-01-17", "2026-01-18")
        .recorded("2026-01-23", "2026-01-25");
  }

  private static Facts at(String one, String two, String three) {
    return nairobi()
        .paid("2026-01-07", "2026-01-08 " + one)
        .paid("2026-01-08", "2026-01-09 " + two)
        .paid("2026-01-09", "2026-01-10 " + three);
  }

  // --- late and in time

  static Stream<PlanRow> lateness() {
    return Stream.of(
        row(
            "A01",
            "nearly 7 days late: 5 days earlier, no more",
            late().owes(invoice("A").due("2026-03-11").only("PRE_3")),
            "2026-02-20 08:00",
            """
            1 A PRE_3 Tue 2026-03-03 09:30 = 2026-03-03T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET LATE_PAYER # Sun 8 - 5
            """),
        row(
            "A02",
            "3 1/3 days late: 3 days earlier",
            nairobi()
                .recorded("2026-01-05", "2026-01-08")
                .recorded("2026-01-06", "2026-01-09")
                .recorded("2026-01-06", "2026-01-10")
                .owes(invoice("A").due("2026-03-09").only("PRE_3")),
            "2026-02-20 08:00",
            """
            1 A PRE_3 Tue 2026-03-03 09:30 = 2026-03-03T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET LATE_PAYER # Fri 6 - 3
            """),
        row(
            "A03",
            "3 1/2 days late: 4 days earlier",
            nairobi()
                .recorded("2026-01-05", "2026-01-08")
                .recorded("2026-01-06", "2026-01-09")
                .recorded("2026-01-06", "2026-01-10")
                .recorded("2026-01-07", "2026-01-11")
                .owes(invoice("A").due("2026-03-09").only("PRE_3")),
            "2026-02-20 08:00",
            """
            1 A PRE_3 Mon 2026-03-02 09:30 = 2026-03-02T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET LATE_PAYER # Fri 6 - 4
            """),
        row(
            "A04",
            "3 days late is not late",
            nairobi()
                .recorded("2026-01-05", "2026-01-08")
                .recorded("2026-01-06", "2026-01-09")
                .recorded("2026-01-07", "2026-01-10")
                .owes(invoice("A").due("2026-03-09").only("PRE_3")),
            "2026-02-20 08:00",
            """
            1 A PRE_3 Fri 2026-03-06 09:30 = 2026-03-06T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "A05",
            "a late payer's due day and overdue steps stay",
            late()
                .owes(
                    invoice("A")
                        .due("2026-03-11")
                        .steps(
                            Step.of("DUE_DAY", 0, Stage.NONE),
                            Step.of("FIRST", 5, Stage.REMINDER_1))),
            "2026-02-20 08:00",
            """
            1 A DUE_DAY Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 A FIRST   Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            """),
        row(
            "A06",
            "who pays in time is left alone 2 days longer",
            onTime().owes(invoice("A").due("2026-03-03").only("PRE_3", "REMINDER_1", "REMINDER_2")),
            "2026-02-20 08:00",
            """
            1 A PRE_3      Mon 2026-03-02 09:30 = 2026-03-02T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET WEEKEND # - 3 = Sat 28
            2 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET ON_TIME_PAYER WEEKEND # Fri 6 + 2 = Sun 8
            3 A REMINDER_2 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET QUIET # Tue 10; Mon and Tue are quiet
            """),
        row(
            "A07",
            "first the lateness, then the weekday",
            nairobi()
                .recorded("2026-01-02", "2026-01-08")
                .recorded("2026-01-08", "2026-01-15")
                .recorded("2026-01-15", "2026-01-22")
                .owes(invoice("A").due("2026-03-11").only("PRE_3")),
            "2026-02-20 08:00",
            """
            1 A PRE_3 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET LATE_PAYER USUAL_WEEKDAY # Sun 8 - 5 = Tue 3; Thu 5 is near
            """));
  }

  // --- the usual weekday

  static Stream<PlanRow> weekdays() {
    return Stream.of(
        row(
            "B01",
            "a day back to Thursday",
            onThursdays().owes(invoice("A").due("2026-03-03").only("REMINDER_1")),
            "2026-03-04 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_WEEKDAY # Fri 6
            """),
        row(
            "B02",
            "a day on to Thursday",
            onThursdays().owes(invoice("A").due("2026-03-01").only("REMINDER_1")),
            "2026-03-02 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_WEEKDAY # Wed 4
            """),
        row(
            "B03",
            "no Thursday within 2 days",
            onThursdays().owes(invoice("A").due("2026-03-05").only("REMINDER_1")),
            "2026-03-06 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET WEEKEND # Sun 8
            """),
        row(
            "B04",
            "an overdue step stays after the due day",
            onThursdays()
                .owes(invoice("A").due("2026-03-05").steps(Step.of("FIRST", 1, Stage.REMINDER_1))),
            "2026-03-05 12:00",
            """
            1 A FIRST Fri 2026-03-06 09:30 = 2026-03-06T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET # Thu 5 is the due day
            """),
        row(
            "B05",
            "a step up to the due day does not pass it",
            onThursdays()
                .owes(invoice("A").due("2026-03-04").steps(Step.of("DUE_DAY", 0, Stage.NONE))),
            "2026-03-02 08:00",
            """
            1 A DUE_DAY Wed 2026-03-04 09:30 = 2026-03-04T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET # Thu 5 is too late
            """),
        row(
            "B06",
            "but may come nearer to it",
            onThursdays().owes(invoice("A").due("2026-03-07").only("PRE_3")),
            "2026-03-02 08:00",
            """
            1 A PRE_3 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_WEEKDAY # Wed 4
            """),
        row(
            "B07",
            "not onto another step's day",
            onThursdays()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .steps(
                            Step.of("FIRST", 3, Stage.REMINDER_1),
                            Step.of("SECOND", 5, Stage.REMINDER_2))),
            "2026-03-03 08:00",
            """
            1 A FIRST  Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 A SECOND Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET WEEKEND # Sat 7; Thu 5 is taken
            """),
        row(
            "B08",
            "also when that one has gone",
            onThursdays()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .steps(
                            Step.of("FIRST", 3, Stage.REMINDER_1),
                            Step.of("SECOND", 5, Stage.REMINDER_2))
                        .was(ReminderStatus.SENT, "FIRST", "2026-03-05 09:30")
                        .wroteAt("2026-03-05 09:30")),
            "2026-03-05 10:00",
            """
            1 A SECOND Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET WEEKEND # as planned
            """),
        row(
            "B09",
            "the usual Friday is Good Friday: the business day before it",
            nairobi()
                .recorded("2026-01-08", "2026-01-09")
                .recorded("2026-01-15", "2026-01-16")
                .recorded("2026-01-21", "2026-01-23")
                .owes(invoice("A").due("2026-03-29").only("REMINDER_1")),
            "2026-03-30 08:00",
            """
            1 A REMINDER_1 Thu 2026-04-02 09:30 = 2026-04-02T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_WEEKDAY # Wed 1; Fri 3 is a holiday
            """),
        row(
            "B10",
            "pays on Sundays: the Friday before, not the Monday after",
            onSundays().owes(invoice("A").due("2026-03-05").only("REMINDER_1")),
            "2026-03-06 08:00",
            """
            1 A REMINDER_1 Fri 2026-03-06 09:30 = 2026-03-06T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_WEEKDAY # Sun 8
            """),
        row(
            "B11",
            "unless that is not after the due day",
            onSundays()
                .owes(invoice("A").due("2026-03-06").steps(Step.of("FIRST", 2, Stage.REMINDER_1))),
            "2026-03-06 12:00",
            """
            1 A FIRST Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET WEEKEND # Sun 8; Fri 6 is the due day
            """),
        row(
            "B12",
            "of two equal weekdays the earlier in the week",
            nairobi()
                .recorded("2026-01-04", "2026-01-05")
                .recorded("2026-01-11", "2026-01-12")
                .recorded("2026-01-07", "2026-01-08")
                .recorded("2026-01-14", "2026-01-15")
                .owes(invoice("A").due("2026-02-28").only("REMINDER_1")),
            "2026-03-01 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-02 09:30 = 2026-03-02T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_WEEKDAY # Tue 3; Mon 2 and Thu 5 are near
            """));
  }

  // --- the usual hour

  static Stream<PlanRow> hours() {
    return Stream.of(
        row(
            "G01",
            "an hour before the usual one",
            at("15:10", "11:00", "15:50").owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 14:00 = 2026-03-05T11:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR # 15 - 1
            """),
        row(
            "G02",
            "of equal ones the earliest, but not before the window opens",
            at("15:10", "11:00", "09:50").owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:00 = 2026-03-05T06:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR # 9 - 1
            """),
        row(
            "G03",
            "half an hour before closing at the latest",
            at("20:10", "20:00", "20:50").owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 16:30 = 2026-03-05T13:30Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR
            """),
        row(
            "G04",
            "pays at midnight: when the window opens",
            at("00:10", "00:00", "00:50").owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:00 = 2026-03-05T06:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR
            """),
        row(
            "G05",
            "the customer's minute comes on top",
            at("15:10", "11:00", "15:50")
                .sendMinute(17)
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 14:17 = 2026-03-09T11:17Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR
            """),
        row(
            "G06",
            "the hour's reason stands before the day's",
            at("15:10", "11:00", "15:50").owes(invoice("A").due("2026-03-04").only("REMINDER_1")),
            "2026-03-05 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 14:00 = 2026-03-09T11:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR WEEKEND # Sat 7
            """),
        row(
            "G07",
            "the same hour on both sides of summer time",
            newYork()
                .paid("2026-01-07", "2026-01-08 14:10")
                .paid("2026-01-08", "2026-01-09 14:20")
                .paid("2026-01-09", "2026-01-10 14:30")
                .owes(invoice("A").due("2026-03-03").only("REMINDER_1", "REMINDER_2")),
            "2026-03-04 08:00",
            """
            1 A REMINDER_1 Fri 2026-03-06 13:00 = 2026-03-06T18:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR # 5 h behind
            2 A REMINDER_2 Tue 2026-03-10 13:00 = 2026-03-10T17:00Z NEUTRAL EMAIL SCHEDULED OFFSET USUAL_HOUR  # 4 h behind
            """),
        row(
            "G08",
            "an hour that a day does not have moves forward",
            Facts.in("Africa/Cairo")
                .window("00:00", "02:00")
                .paid("2026-01-07", "2026-01-08 01:10")
                .paid("2026-01-08", "2026-01-09 01:20")
                .paid("2026-01-09", "2026-01-10 01:30")
                .owes(invoice("A").due("2026-04-21").only("REMINDER_1")),
            "2026-04-22 08:00",
            """
            1 A REMINDER_1 Fri 2026-04-24 01:00 = 2026-04-23T22:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR # 00:00; that Friday has no hour 0
            """),
        row(
            "G09",
            "only payments that a provider reported know their hour",
            late().owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "G10",
            "a payment counts for 365 days",
            nairobi()
                .paid("2025-03-04", "2025-03-05 15:00")
                .paid("2025-06-09", "2025-06-10 15:00")
                .paid("2025-06-11", "2025-06-12 15:00")
                .owes(invoice("A").due("2026-03-02").only("REMINDER_1", "REMINDER_2")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 14:00 = 2026-03-05T11:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR
            2 A REMINDER_2 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET # two are not enough
            """),
        row(
            "G11",
            "today's payments count from tomorrow on",
            nairobi()
                .paid("2026-01-05", "2026-01-06 15:00")
                .paid("2026-01-08", "2026-01-09 15:00")
                .paid("2026-03-04", "2026-03-05 08:00")
                .owes(
                    invoice("A").due("2026-03-02").only("REMINDER_1"),
                    invoice("B").due("2026-03-03").only("REMINDER_1")),
            "2026-03-05 09:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 B REMINDER_1 Fri 2026-03-06 14:00 = 2026-03-06T11:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR
            """),
        row(
            "G12",
            "the hour has changed overnight: what stands for today goes today",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-05 12:00")),
            "2026-03-05 12:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET # goes now, not tomorrow
            """));
  }

  // --- whose payments

  private static Facts others(int count) {
    var facts = nairobi();
    for (int day = 5; day < 5 + count; day++) {
      facts.othersPaid("2026-01-%02d".formatted(day - 1), "2026-01-%02d 11:00".formatted(day));
    }
    return facts;
  }

  static Stream<PlanRow> whose() {
    return Stream.of(
        row(
            "I01",
            "too few of the customer's own: those of the business",
            others(10)
                .paid("2026-01-07", "2026-01-08 15:00")
                .paid("2026-01-08", "2026-01-09 15:00")
                .owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 10:00 = 2026-03-05T07:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR # 11 - 1
            """),
        row(
            "I02",
            "nine payments of the business say nothing",
            others(9).owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "I03",
            "three of the customer's own go before all others",
            others(20)
                .paid("2026-01-07", "2026-01-08 15:00")
                .paid("2026-01-08", "2026-01-09 15:00")
                .paid("2026-01-09", "2026-01-10 15:00")
                .owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 14:00 = 2026-03-05T11:00Z FRIENDLY EMAIL SCHEDULED OFFSET USUAL_HOUR
            """),
        row(
            "I04",
            "a policy that does not adapt",
            at("15:00", "15:00", "15:00")
                .rigid()
                .owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """));
  }
}
