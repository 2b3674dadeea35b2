package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.invoice;
import static com.duespark.domain.reminders.Facts.nairobi;
import static com.duespark.domain.reminders.Facts.newYork;
import static com.duespark.domain.reminders.PlanRow.row;
import static com.duespark.domain.reminders.ReminderStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.reminders.Hold.Cause;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans around promises and payments on their way (REM-32, REM-36, REM-70). */
class HoldTableTest {

  private static final String[] OVERDUE = {"REMINDER_1", "REMINDER_2", "FINAL"};

  @ParameterizedTest(name = "{0}")
  @MethodSource({"promises", "overlaps", "payments"})
  void isWhatAPersonWithACalendarComputes(PlanRow row) {
    assertThat(row.planned()).isEqualTo(row.expected());
  }

  // --- promises

  static Stream<PlanRow> promises() {
    return Stream.of(
        row(
            "V01",
            "until the day after the promise; what lies behind stays planned",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only(OVERDUE)
                        .promised("2026-03-13", "2026-03-04 08:00")),
            "2026-03-04 08:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL HELD PROMISED OFFSET HELD
            - A REMINDER_2 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL HELD PROMISED OFFSET HELD
            """),
        row(
            "V02",
            "broken: the latest step whose day has passed, later ones keep their days",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only(OVERDUE)
                        .held("REMINDER_1", "2026-03-05 09:30", Cause.PROMISED)
                        .held("REMINDER_2", "2026-03-09 09:30", Cause.PROMISED)
                        .promised("2026-03-11", "2026-03-04 08:00")),
            "2026-03-12 00:00",
            """
            1 A REMINDER_2 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET PROMISE_BROKEN # Mon 9
            2 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            """),
        row(
            "V03",
            "no day has passed: the next step comes early",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only(OVERDUE)
                        .was(SENT, "REMINDER_1", "2026-03-05 09:30")
                        .was(SENT, "REMINDER_2", "2026-03-09 09:30")
                        .wroteAt("2026-03-09 09:30")
                        .promised("2026-03-11", "2026-03-10 08:00")),
            "2026-03-12 00:00",
            """
            1 A FINAL Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FIRM EMAIL SCHEDULED OFFSET PROMISE_BROKEN # Mon 16
            """),
        row(
            "V04",
            "answered: one step only",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only(OVERDUE)
                        .was(SENT, "REMINDER_2", "2026-03-12 09:30")
                        .wroteAt("2026-03-12 09:30")
                        .promised("2026-03-11", "2026-03-04 08:00")),
            "2026-03-12 12:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            """),
        row(
            "V05",
            "the day after is Good Friday",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-30")
                        .only("REMINDER_1")
                        .held("REMINDER_1", "2026-04-02 09:30", Cause.PROMISED)
                        .promised("2026-04-02", "2026-04-01 08:00")),
            "2026-04-03 00:00",
            """
            1 A REMINDER_1 Tue 2026-04-07 09:30 = 2026-04-07T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET PROMISE_BROKEN # Easter until Mon 6
            """),
        row(
            "V06",
            "in New York the promised day still lasts",
            newYork()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1")
                        .promised("2026-03-06", "2026-03-04 08:00")),
            "2026-03-06 23:59",
            """
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T14:30Z FRIENDLY EMAIL HELD PROMISED OFFSET HELD
            """),
        row(
            "V07",
            "a minute later it is broken; summer time starts on Sunday",
            newYork()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1")
                        .held("REMINDER_1", "2026-03-05 09:30", Cause.PROMISED)
                        .promised("2026-03-06", "2026-03-04 08:00")),
            "2026-03-07 00:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T13:30Z FRIENDLY EMAIL SCHEDULED OFFSET PROMISE_BROKEN
            """),
        row(
            "V08",
            "broken before the due day: the friendly step",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-13")
                        .only("PRE_3", "REMINDER_1")
                        .promised("2026-03-06", "2026-03-02 08:00")),
            "2026-03-07 00:00",
            """
            1 A PRE_3      Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET PROMISE_BROKEN # Tue 10
            2 A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "V09",
            "but no overdue step before the due day",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-13")
                        .only("REMINDER_1")
                        .promised("2026-03-06", "2026-03-02 08:00")),
            "2026-03-07 00:00",
            """
            1 A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "V10",
            "a step that a person put on a later day stays there",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("FINAL")
                        .planned("FINAL", "2026-03-18 09:30")
                        .moved("FINAL", "2026-03-18")
                        .promised("2026-03-11", "2026-03-10 08:00")),
            "2026-03-12 00:00",
            """
            1 A FINAL Wed 2026-03-18 09:30 = 2026-03-18T06:30Z FIRM EMAIL SCHEDULED OFFSET MOVED_BY_USER
            """),
        row(
            "V11",
            "quiet days hold the answer too",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_2")
                        .held("REMINDER_2", "2026-03-09 09:30", Cause.PROMISED)
                        .wroteAt("2026-03-11 15:00")
                        .promised("2026-03-11", "2026-03-04 08:00")),
            "2026-03-12 00:00",
            """
            1 A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET PROMISE_BROKEN QUIET # Wed, Thu are quiet
            """));
  }

  // --- holds that overlap: dispute, promise, the others

  static Stream<PlanRow> overlaps() {
    return Stream.of(
        row(
            "W01",
            "disputed and promised: the dispute's rule goes first",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1")
                        .disputed()
                        .promised("2026-03-11", "2026-03-04 08:00")),
            "2026-03-04 09:00",
            """
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL HELD DISPUTED OFFSET HELD
            """),
        row(
            "W02",
            "a dispute ended during the promise: what was missed is skipped, nothing comes early",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only(OVERDUE)
                        .held("REMINDER_1", "2026-03-05 09:30", Cause.DISPUTED)
                        .held("REMINDER_2", "2026-03-09 09:30", Cause.DISPUTED)
                        .promisedWhileDisputed("2026-03-11", "2026-03-04 08:00")),
            "2026-03-12 00:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SKIPPED MISSED OFFSET MISSED
            - A REMINDER_2 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL SKIPPED MISSED OFFSET MISSED
            """),
        row(
            "W03",
            "broken, and paused for longer: the answer waits",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only(OVERDUE)
                        .held("REMINDER_1", "2026-03-05 09:30", Cause.PROMISED)
                        .held("REMINDER_2", "2026-03-09 09:30", Cause.PROMISED)
                        .promised("2026-03-11", "2026-03-04 08:00")
                        .pausedUntil("2026-03-13 12:00")),
            "2026-03-12 08:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            - A REMINDER_2 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z NEUTRAL EMAIL HELD PAUSED OFFSET PROMISE_BROKEN HELD
            """),
        row(
            "W04",
            "the pause is over: the answer goes in the next slot",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_2")
                        .held(
                            "REMINDER_2",
                            "2026-03-12 09:30",
                            Cause.PAUSED,
                            Reason.Code.PROMISE_BROKEN)
                        .promised("2026-03-11", "2026-03-04 08:00")
                        .pausedUntil("2026-03-13 12:00")),
            "2026-03-13 12:00",
            """
            1 A REMINDER_2 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET PROMISE_BROKEN CATCH_UP
            """),
        row(
            "W05",
            "promised and paused: the promise's rule is shown",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1")
                        .paused()
                        .promised("2026-03-11", "2026-03-04 08:00")),
            "2026-03-04 09:00",
            """
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL HELD PROMISED OFFSET HELD
            """));
  }

  // --- a payment on its way

  static Stream<PlanRow> payments() {
    return Stream.of(
        row(
            "Y01",
            "nothing goes while it is on its way",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .payingSince("2026-03-09 08:00")),
            "2026-03-09 08:00",
            """
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL HELD PAYMENT_PENDING OFFSET HELD
            """),
        row(
            "Y02",
            "but no longer than 24 hours",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .held("REMINDER_1", "2026-03-09 09:30", Cause.PAYMENT_PENDING)
                        .payingSince("2026-03-09 08:00")),
            "2026-03-10 08:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """),
        row(
            "Y03",
            "it failed: the same step in the next slot",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .held("REMINDER_1", "2026-03-09 09:30", Cause.PAYMENT_PENDING)),
            "2026-03-09 11:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """),
        row(
            "Y04",
            "a slot after the 24 hours stays planned",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .payingSince("2026-03-08 09:30")),
            "2026-03-08 10:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "Y05",
            "another invoice of the customer is not held",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .payingSince("2026-03-09 08:00"),
                    invoice("B").due("2026-03-06").only("REMINDER_1")),
            "2026-03-09 08:00",
            """
            1 B REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL HELD PAYMENT_PENDING OFFSET HELD
            """));
  }
}
