package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.invoice;
import static com.duespark.domain.reminders.Facts.nairobi;
import static com.duespark.domain.reminders.PlanRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.reminders.Choice.Answer;
import com.duespark.domain.reminders.Facts.Invoice;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans after our own delays, by catch-up rule (REM-65), and what people choose (REM-29, REM-74).
 */
class ChoiceTableTest {

  private static final Choice SEND = new Choice(null, null, Answer.SEND);
  private static final Choice SKIP = new Choice(null, null, Answer.SKIP);

  @ParameterizedTest(name = "{0}")
  @MethodSource({"fiveDaysDown", "questions", "moves", "skips"})
  void isWhatAPersonWithACalendarComputes(PlanRow row) {
    assertThat(row.planned()).isEqualTo(row.expected());
  }

  // --- five days down, from Thursday 5 to Tuesday 10

  private static Invoice missed() {
    return invoice("A")
        .due("2026-03-02")
        .only("REMINDER_1", "REMINDER_2", "FINAL")
        .planned("REMINDER_1", "2026-03-05 09:30")
        .planned("REMINDER_2", "2026-03-09 09:30")
        .planned("FINAL", "2026-03-16 09:30");
  }

  static Stream<PlanRow> fiveDaysDown() {
    return Stream.of(
        row(
            "U01",
            "LATEST: the latest",
            nairobi().catchUp(CatchUp.LATEST).owes(missed()),
            "2026-03-10 08:00",
            """
            1 A REMINDER_2 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET CATCH_UP
            2 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            """),
        row(
            "U02",
            "ALL: in their order, with quiet days between",
            nairobi().catchUp(CatchUp.ALL).owes(missed()),
            "2026-03-10 08:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            2 A REMINDER_2 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET CATCH_UP QUIET # Wed 11 is quiet
            3 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            """),
        row(
            "U03",
            "ALL: without quiet days one per business day",
            nairobi().catchUp(CatchUp.ALL).owes(missed().quietDays(0)),
            "2026-03-10 17:00",
            """
            1 A REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            2 A REMINDER_2 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET CATCH_UP
            3 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            """),
        row(
            "U04",
            "SKIP: none",
            nairobi().catchUp(CatchUp.SKIP).owes(missed()),
            "2026-03-10 08:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SKIPPED MISSED OFFSET MISSED
            - A REMINDER_2 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL SKIPPED MISSED OFFSET MISSED
            """),
        row(
            "U05",
            "ASK: none until a person decides",
            nairobi().catchUp(CatchUp.ASK).owes(missed()),
            "2026-03-10 08:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL HELD ASKED OFFSET HELD
            - A REMINDER_2 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL HELD ASKED OFFSET HELD
            """),
        row(
            "U06",
            "whatever the rule, a late slot of today goes at once",
            nairobi()
                .catchUp(CatchUp.SKIP)
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-05 09:30")),
            "2026-03-05 16:59",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "U07",
            "a pause is no delay of ours: the latest goes",
            nairobi()
                .catchUp(CatchUp.SKIP)
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1")
                        .held("REMINDER_1", "2026-03-05 09:30", Hold.Cause.PAUSED)),
            "2026-03-10 08:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """),
        row(
            "U08",
            "nor is an invoice that came when the day was over",
            nairobi()
                .catchUp(CatchUp.ASK)
                .owes(
                    invoice("A")
                        .due("2026-03-12")
                        .sent("2026-03-11 08:00")
                        .quietDays(0)
                        .only("PRE_3")),
            "2026-03-11 08:00",
            """
            1 A PRE_3 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP # Mon 9
            """));
  }

  // --- asking a person

  private static Invoice asked() {
    return invoice("A")
        .due("2026-03-02")
        .only("REMINDER_1")
        .asked("REMINDER_1", "2026-03-05 09:30", "2026-03-06 08:00");
  }

  static Stream<PlanRow> questions() {
    return Stream.of(
        row(
            "E01",
            "they have 7 days",
            nairobi().catchUp(CatchUp.ASK).owes(asked()),
            "2026-03-13 07:59",
            """
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL HELD ASKED OFFSET HELD
            """),
        row(
            "E02",
            "then it is skipped",
            nairobi().catchUp(CatchUp.ASK).owes(asked()),
            "2026-03-13 08:00",
            """
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SKIPPED MISSED OFFSET MISSED
            """),
        row(
            "E03",
            "send it: the next slot",
            nairobi().catchUp(CatchUp.ASK).owes(asked().chosen("REMINDER_1", SEND)),
            "2026-03-10 10:00",
            """
            1 A REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """),
        row(
            "E04",
            "leave it out",
            nairobi().catchUp(CatchUp.ASK).owes(asked().chosen("REMINDER_1", SKIP)),
            "2026-03-10 10:00",
            """
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SKIPPED SKIPPED_BY_USER OFFSET SKIPPED_BY_USER
            """),
        row(
            "E05",
            "the rule was changed meanwhile",
            nairobi().catchUp(CatchUp.LATEST).owes(asked()),
            "2026-03-10 08:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """),
        row(
            "E06",
            "imported: counted from the due day, and a person is asked",
            nairobi().owes(invoice("A").due("2026-03-02").sent("2026-03-10 10:00").imported()),
            "2026-03-10 10:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET # 2 + 14
            - A PRE_3      Fri 2026-02-27 09:30 = 2026-02-27T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL HELD ASKED OFFSET HELD
            - A REMINDER_2 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL HELD ASKED OFFSET HELD
            """));
  }

  // --- moves

  private static Invoice moved(String to) {
    return invoice("A")
        .due("2026-03-06")
        .only("REMINDER_1", "REMINDER_2")
        .planned("REMINDER_1", "2026-03-09 09:30")
        .moved("REMINDER_1", to);
  }

  static Stream<PlanRow> moves() {
    return Stream.of(
        row(
            "X01",
            "moved by a person: the day is theirs, the hour the customer's",
            nairobi().owes(moved("2026-03-11").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MOVED_BY_USER # Mon 9
            """),
        row(
            "X02",
            "moved earlier",
            nairobi().owes(moved("2026-03-07").only("REMINDER_1")),
            "2026-03-06 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MOVED_BY_USER WEEKEND # Sat 7
            """),
        row(
            "X03",
            "moved past a later step, which goes instead",
            nairobi().owes(moved("2026-03-16")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET MOVED_BY_USER SUPERSEDED
            """),
        row(
            "X04",
            "a holiday that came later",
            nairobi()
                .ownHoliday("2026-03-11", "Stocktaking")
                .owes(moved("2026-03-11").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MOVED_BY_USER HOLIDAY
            """),
        row(
            "X05",
            "how the customer pays no longer moves it",
            nairobi()
                .recorded("2026-01-07", "2026-01-08")
                .recorded("2026-01-14", "2026-01-15")
                .recorded("2026-01-20", "2026-01-22")
                .owes(moved("2026-03-11").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MOVED_BY_USER # Thu 12 would be usual
            """),
        row(
            "X06",
            "quiet days are kept",
            nairobi().owes(moved("2026-03-11").only("REMINDER_1").wroteAt("2026-03-10 15:00")),
            "2026-03-10 15:00",
            """
            1 A REMINDER_1 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MOVED_BY_USER QUIET
            """),
        row(
            "X07",
            "caps are kept",
            nairobi().wroteAt("2026-03-11 08:00").owes(moved("2026-03-11").only("REMINDER_1")),
            "2026-03-11 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MOVED_BY_USER CAP
            """),
        row(
            "X08",
            "a pause holds it there",
            nairobi().owes(moved("2026-03-11").only("REMINDER_1").paused()),
            "2026-03-07 08:00",
            """
            - A REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL HELD PAUSED OFFSET MOVED_BY_USER HELD
            """));
  }

  // --- left out, spoken otherwise

  static Stream<PlanRow> skips() {
    return Stream.of(
        row(
            "Z01",
            "left out: the next step keeps its day",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1", "REMINDER_2")
                        .planned("REMINDER_1", "2026-03-09 09:30")
                        .chosen("REMINDER_1", SKIP)),
            "2026-03-07 08:00",
            """
            1 A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SKIPPED SKIPPED_BY_USER OFFSET SKIPPED_BY_USER
            """),
        row(
            "Z02",
            "taken back while its slot is ahead",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .skipped("REMINDER_1", "2026-03-09 09:30", SkipReason.SKIPPED_BY_USER)),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "Z03",
            "but not afterwards",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .skipped("REMINDER_1", "2026-03-09 09:30", SkipReason.SKIPPED_BY_USER)),
            "2026-03-09 10:00",
            ""),
        row(
            "Z04",
            "left out while held",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .held("REMINDER_1", "2026-03-09 09:30", Hold.Cause.PAUSED)
                        .chosen("REMINDER_1", SKIP)
                        .paused()),
            "2026-03-10 08:00",
            """
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SKIPPED SKIPPED_BY_USER OFFSET SKIPPED_BY_USER
            """),
        row(
            "Z05",
            "a person chose the tone",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-09 09:30")
                        .chosen("REMINDER_1", new Choice(null, Tone.FIRM, null))),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FIRM EMAIL SCHEDULED OFFSET
            """));
  }
}
