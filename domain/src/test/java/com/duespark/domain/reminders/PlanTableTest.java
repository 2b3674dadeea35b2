package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.invoice;
import static com.duespark.domain.reminders.Facts.london;
import static com.duespark.domain.reminders.Facts.nairobi;
import static com.duespark.domain.reminders.Facts.newYork;
import static com.duespark.domain.reminders.PlanRow.row;
import static com.duespark.domain.reminders.ReminderStatus.FAILED;
import static com.duespark.domain.reminders.ReminderStatus.SENDING;
import static com.duespark.domain.reminders.ReminderStatus.SENT;
import static com.duespark.domain.reminders.ReminderStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.deliveries.Channel;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole plans: days, hours, limits, channels, holds, delays. */
class PlanTableTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "days",
    "hours",
    "preDue",
    "quietDays",
    "caps",
    "mixedDays",
    "consolidation",
    "channels",
    "holds",
    "downtime",
    "stages",
    "tones"
  })
  void isWhatAPersonWithACalendarComputes(PlanRow row) {
    assertThat(row.planned()).isEqualTo(row.expected());
  }

  // --- days: business days, holidays, the length of February

  static Stream<PlanRow> days() {
    return Stream.of(
        row(
            "D01",
            "nothing stands in the way",
            nairobi().owes(invoice("A").due("2026-03-02")),
            "2026-02-17 08:00",
            """
            1 A PRE_3      Fri 2026-02-27 09:30 = 2026-02-27T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET # 2 Mar - 3
            2 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET # 2 Mar + 3
            3 A REMINDER_2 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET  # 2 Mar + 7
            4 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET     # 2 Mar + 14
            """),
        row(
            "D02",
            "a weekend moves to Monday",
            nairobi().owes(invoice("A").due("2026-03-11").only("REMINDER_1", "REMINDER_2")),
            "2026-03-12 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET WEEKEND # + 3 = Sat 14
            2 A REMINDER_2 Wed 2026-03-18 09:30 = 2026-03-18T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET # Mon and Tue are quiet
            """),
        row(
            "D03",
            "Easter in Kenya",
            nairobi().owes(invoice("A").due("2026-03-31").only("REMINDER_1")),
            "2026-04-01 08:00",
            """
            1 A REMINDER_1 Tue 2026-04-07 09:30 = 2026-04-07T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET HOLIDAY WEEKEND HOLIDAY # Good Friday 3, Easter Monday 6
            """),
        row(
            "D04",
            "two steps on one day: the later goes",
            nairobi().owes(invoice("A").due("2026-03-31").only("REMINDER_1", "REMINDER_2")),
            "2026-04-01 08:00",
            """
            1 A REMINDER_2 Tue 2026-04-07 09:30 = 2026-04-07T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET # 31 Mar + 7
            - A REMINDER_1 Tue 2026-04-07 09:30 = 2026-04-07T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET HOLIDAY WEEKEND HOLIDAY SUPERSEDED # as D03
            """),
        row(
            "D05",
            "Thanksgiving in the United States",
            newYork().owes(invoice("A").due("2026-11-23").only("REMINDER_1")),
            "2026-11-24 08:00",
            """
            1 A REMINDER_1 Fri 2026-11-27 09:30 = 2026-11-27T14:30Z FRIENDLY EMAIL SCHEDULED OFFSET HOLIDAY # + 3 = Thu 26; 5 h behind
            """),
        row(
            "D06",
            "4 July on a Saturday is kept on Friday",
            newYork().owes(invoice("A").due("2026-06-30").only("REMINDER_1")),
            "2026-07-01 08:00",
            """
            1 A REMINDER_1 Mon 2026-07-06 09:30 = 2026-07-06T13:30Z FRIENDLY EMAIL SCHEDULED OFFSET HOLIDAY WEEKEND # + 3 = Fri 3; summer: 4 h behind
            """),
        row(
            "D07",
            "Christmas in the United Kingdom",
            london().owes(invoice("A").due("2026-12-22").only("REMINDER_1")),
            "2026-12-23 08:00",
            """
            1 A REMINDER_1 Tue 2026-12-29 09:30 = 2026-12-29T09:30Z FRIENDLY EMAIL SCHEDULED OFFSET HOLIDAY WEEKEND HOLIDAY # Fri 25, weekend, Mon 28 for Boxing Day
            """),
        row(
            "D08",
            "the business's own holiday after the country's",
            nairobi()
                .ownHoliday("2026-06-02", "Stocktaking")
                .owes(invoice("A").due("2026-05-29").only("REMINDER_1")),
            "2026-05-30 08:00",
            """
            1 A REMINDER_1 Wed 2026-06-03 09:30 = 2026-06-03T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET HOLIDAY HOLIDAY # Mon 1 Madaraka, Tue 2 own
            """),
        row(
            "D09",
            "a week from Sunday to Thursday",
            Facts.in("Asia/Dubai")
                .businessDays(
                    EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)))
                .owes(invoice("A").due("2026-03-10").only("REMINDER_1")),
            "2026-03-11 08:00",
            """
            1 A REMINDER_1 Sun 2026-03-15 09:30 = 2026-03-15T05:30Z FRIENDLY EMAIL SCHEDULED OFFSET WEEKEND # + 3 = Fri 13; 4 h ahead
            """),
        row(
            "D10",
            "29 February is a day",
            nairobi().owes(invoice("A").due("2028-02-26").only("REMINDER_1", "REMINDER_2")),
            "2028-02-27 08:00",
            """
            1 A REMINDER_1 Tue 2028-02-29 09:30 = 2028-02-29T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET # Sat 26 + 3
            2 A REMINDER_2 Mon 2028-03-06 09:30 = 2028-03-06T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET WEEKEND # 26 + 7 = 33 - 29 = Sat 4 March
            """),
        row(
            "D11",
            "due on 29 February",
            london().owes(invoice("A").due("2028-02-29").only("PRE_3", "REMINDER_1")),
            "2028-02-20 08:00",
            """
            1 A PRE_3      Mon 2028-02-28 09:30 = 2028-02-28T09:30Z FRIENDLY EMAIL SCHEDULED OFFSET WEEKEND # - 3 = Sat 26
            2 A REMINDER_1 Fri 2028-03-03 09:30 = 2028-03-03T09:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "D12",
            "February without a 29th",
            nairobi().owes(invoice("A").due("2027-02-26").only("REMINDER_1")),
            "2027-02-27 08:00",
            """
            1 A REMINDER_1 Mon 2027-03-01 09:30 = 2027-03-01T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET # Fri 26 + 3 = 29 - 28
            """));
  }

  // --- hours: the window, the minute, summer time, other zones

  static Stream<PlanRow> hours() {
    return Stream.of(
        row(
            "H01",
            "summer time starts in New York on Sunday 8 March",
            newYork().owes(invoice("A").due("2026-03-03").only("REMINDER_1", "REMINDER_2")),
            "2026-03-04 08:00",
            """
            1 A REMINDER_1 Fri 2026-03-06 09:30 = 2026-03-06T14:30Z FRIENDLY EMAIL SCHEDULED OFFSET # 5 h behind
            2 A REMINDER_2 Tue 2026-03-10 09:30 = 2026-03-10T13:30Z NEUTRAL EMAIL SCHEDULED OFFSET  # 4 h behind
            """),
        row(
            "H02",
            "and ends on Sunday 1 November",
            newYork().owes(invoice("A").due("2026-10-26").only("REMINDER_1", "REMINDER_2")),
            "2026-10-27 08:00",
            """
            1 A REMINDER_1 Thu 2026-10-29 09:30 = 2026-10-29T13:30Z FRIENDLY EMAIL SCHEDULED OFFSET # 4 h behind
            2 A REMINDER_2 Mon 2026-11-02 09:30 = 2026-11-02T14:30Z NEUTRAL EMAIL SCHEDULED OFFSET  # 5 h behind
            """),
        row(
            "H03",
            "summer time starts in London on Sunday 29 March",
            london().owes(invoice("A").due("2026-03-23").only("REMINDER_1", "REMINDER_2", "FINAL")),
            "2026-03-24 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-26 09:30 = 2026-03-26T09:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 A REMINDER_2 Mon 2026-03-30 09:30 = 2026-03-30T08:30Z NEUTRAL EMAIL SCHEDULED OFFSET # 1 h ahead
            3 A FINAL      Tue 2026-04-07 09:30 = 2026-04-07T08:30Z FIRM EMAIL SCHEDULED OFFSET HOLIDAY # + 14 = Easter Monday
            """),
        row(
            "H04",
            "and ends on Sunday 25 October",
            london().owes(invoice("A").due("2026-10-19").only("REMINDER_1", "REMINDER_2")),
            "2026-10-20 08:00",
            """
            1 A REMINDER_1 Thu 2026-10-22 09:30 = 2026-10-22T08:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 A REMINDER_2 Mon 2026-10-26 09:30 = 2026-10-26T09:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            """),
        row(
            "H05",
            "an hour that does not exist moves forward",
            Facts.in("Africa/Cairo")
                .window("00:00", "00:45")
                .owes(invoice("A").due("2026-04-21").only("REMINDER_1")),
            "2026-04-22 08:00",
            """
            1 A REMINDER_1 Fri 2026-04-24 01:15 = 2026-04-23T22:15Z FRIENDLY EMAIL SCHEDULED OFFSET # 00:45 - 30 = 00:15; that Friday has no hour 0; 3 h ahead
            """),
        row(
            "H06",
            "of a doubled hour the first counts",
            Facts.in("Africa/Cairo")
                .window("23:00", "23:59")
                .owes(invoice("A").due("2026-10-26").only("REMINDER_1")),
            "2026-10-27 08:00",
            """
            1 A REMINDER_1 Thu 2026-10-29 23:00 = 2026-10-29T20:00Z FRIENDLY EMAIL SCHEDULED OFFSET # hour 23 comes twice: 3 h, then 2 h ahead
            """),
        row(
            "H07",
            "a window that opens after 09:30",
            nairobi()
                .window("10:00", "16:00")
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 10:00 = 2026-03-09T07:00Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "H08",
            "a window that ends before 09:30",
            nairobi()
                .window("06:00", "09:00")
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 08:30 = 2026-03-09T05:30Z FRIENDLY EMAIL SCHEDULED OFFSET # half an hour before closing
            """),
        row(
            "H09",
            "a window of less than half an hour",
            nairobi()
                .window("09:10", "09:30")
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:10 = 2026-03-09T06:10Z FRIENDLY EMAIL SCHEDULED OFFSET # its opening
            """),
        row(
            "H10",
            "the customer's own minute",
            nairobi().sendMinute(17).owes(invoice("A").due("2026-03-06").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:47 = 2026-03-09T06:47Z FRIENDLY EMAIL SCHEDULED OFFSET # 09:30 + 17
            """),
        row(
            "H11",
            "the last minute of an early window",
            nairobi()
                .window("06:00", "09:00")
                .sendMinute(29)
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 08:59 = 2026-03-09T05:59Z FRIENDLY EMAIL SCHEDULED OFFSET # 08:30 + 29
            """),
        row(
            "H12",
            "the minute never leaves a narrow window",
            nairobi()
                .window("09:10", "09:30")
                .sendMinute(25)
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:29 = 2026-03-09T06:29Z FRIENDLY EMAIL SCHEDULED OFFSET # 09:35 would be closed
            """),
        row(
            "H12a",
            "nor the day",
            nairobi()
                .window("23:45", "23:59")
                .sendMinute(29)
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 23:58 = 2026-03-09T20:58Z FRIENDLY EMAIL SCHEDULED OFFSET # 00:14 would be Tuesday
            """),
        row(
            "H13",
            "business in Nairobi, customer in New York: the customer's day counts",
            newYork()
                .owes(
                    invoice("A")
                        .due("2026-02-20")
                        .sent("2026-03-01 22:00") // Monday 06:00 in Nairobi
                        .only("REMINDER_1")),
            "2026-03-02 08:00",
            """
            1 A REMINDER_1 Wed 2026-03-04 09:30 = 2026-03-04T14:30Z FRIENDLY EMAIL SCHEDULED OFFSET # from Sun 1, the day sent
            """),
        row(
            "H14",
            "east of the date line",
            Facts.in("Pacific/Kiritimati")
                .owes(invoice("A").due("2026-03-09").only("PRE_3", "REMINDER_1")),
            "2026-03-02 08:00",
            """
            1 A PRE_3      Fri 2026-03-06 09:30 = 2026-03-05T19:30Z FRIENDLY EMAIL SCHEDULED OFFSET # 14 h ahead
            2 A REMINDER_1 Thu 2026-03-12 09:30 = 2026-03-11T19:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "H15",
            "moved to New York: today's hour is still ahead there",
            newYork()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-05 01:30")), // 09:30 in Nairobi
            "2026-03-05 02:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T14:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "H16",
            "moved to Nairobi: today's hour is behind, and nothing stood there",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-05 17:30")), // 09:30 in New York
            "2026-03-05 10:00",
            """
            1 A REMINDER_1 Fri 2026-03-06 09:30 = 2026-03-06T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """));
  }

  // --- before the due day

  static Stream<PlanRow> preDue() {
    return Stream.of(
        row(
            "P01",
            "due on a Sunday, reminded on the due day: Friday",
            nairobi().owes(invoice("A").due("2026-03-15").steps(Step.of("DUE_DAY", 0, Stage.NONE))),
            "2026-03-09 08:00",
            """
            1 A DUE_DAY Fri 2026-03-13 09:30 = 2026-03-13T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET WEEKEND PRE_DUE_BOUND # Mon 16 is too late
            """),
        row(
            "P02",
            "due on Easter Monday: the last business day before Easter",
            nairobi().owes(invoice("A").due("2026-04-06").only("PRE_3")),
            "2026-03-25 08:00",
            """
            1 A PRE_3 Thu 2026-04-02 09:30 = 2026-04-02T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET HOLIDAY WEEKEND HOLIDAY PRE_DUE_BOUND # - 3 = Good Friday; Tue 7 is too late
            """),
        row(
            "P03",
            "first sent when that day's hour is behind: no day is left",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-04-06")
                        .sent("2026-04-02 12:00")
                        .quietDays(0)
                        .only("PRE_3")),
            "2026-04-02 12:00",
            """
            - A PRE_3 Tue 2026-04-07 09:30 = 2026-04-07T06:30Z FRIENDLY EMAIL SKIPPED WINDOW OFFSET HOLIDAY WEEKEND HOLIDAY WINDOW # the slot it would have had
            """),
        row(
            "P04",
            "too soon after the invoice itself",
            nairobi().owes(invoice("A").due("2026-03-13").sent("2026-03-09 11:00").only("PRE_3")),
            "2026-03-09 11:00",
            """
            - A PRE_3 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SKIPPED TOO_SOON OFFSET TOO_SOON # Mon 9 and Tue 10 are quiet
            """),
        row(
            "P05",
            "a day later it is not",
            nairobi().owes(invoice("A").due("2026-03-14").sent("2026-03-09 11:00").only("PRE_3")),
            "2026-03-09 11:00",
            """
            1 A PRE_3 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "P06",
            "its day was over when the invoice was sent: today, while the hour is ahead",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-12")
                        .sent("2026-03-11 08:00")
                        .quietDays(0)
                        .only("PRE_3")),
            "2026-03-11 08:00",
            """
            1 A PRE_3 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP # - 3 = Mon 9
            """),
        row(
            "P07",
            "the same, sent after the hour: the due day itself",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-12")
                        .sent("2026-03-11 10:00")
                        .quietDays(0)
                        .only("PRE_3")),
            "2026-03-11 10:00",
            """
            1 A PRE_3 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """),
        row(
            "P08",
            "the same, sent on the due day after the hour: too late",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-12")
                        .sent("2026-03-12 10:00")
                        .quietDays(0)
                        .only("PRE_3")),
            "2026-03-12 10:00",
            """
            - A PRE_3 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET CATCH_UP SUPERSEDED # the next slot would be Fri 13
            """),
        row(
            "P09",
            "as P07 with quiet days: too soon",
            nairobi().owes(invoice("A").due("2026-03-12").sent("2026-03-11 10:00").only("PRE_3")),
            "2026-03-11 10:00",
            """
            - A PRE_3 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FRIENDLY EMAIL SKIPPED TOO_SOON OFFSET CATCH_UP TOO_SOON # Wed 11 and Thu 12 are quiet
            """),
        row(
            "P10",
            "sent after the due day: the overdue steps count from the day it was sent",
            nairobi().owes(invoice("A").due("2026-03-02").sent("2026-03-10 10:00")),
            "2026-03-10 10:00",
            """
            1 A REMINDER_1 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET # Tue 10 + 3
            2 A REMINDER_2 Tue 2026-03-17 09:30 = 2026-03-17T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET  # Tue 10 + 7
            3 A FINAL      Tue 2026-03-24 09:30 = 2026-03-24T06:30Z FIRM EMAIL SCHEDULED OFFSET     # Tue 10 + 14
            - A PRE_3      Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET CATCH_UP SUPERSEDED # Fri 27 Feb was over
            """),
        row(
            "P11",
            "sent after today's hour: the next slot",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-14")
                        .sent("2026-03-11 10:00")
                        .quietDays(0)
                        .only("PRE_3")),
            "2026-03-11 10:00",
            """
            1 A PRE_3 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP # - 3 = Wed 11, 09:30
            """),
        row(
            "P12",
            "a Sunday before the due day moves forward",
            nairobi().owes(invoice("A").due("2026-03-18").only("PRE_3")),
            "2026-03-09 08:00",
            """
            1 A PRE_3 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET WEEKEND # - 3 = Sun 15
            """),
        row(
            "P13",
            "not sent in time by our own fault, and now it is overdue",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-08")
                        .only("PRE_3")
                        .planned("PRE_3", "2026-03-05 09:30")),
            "2026-03-09 08:00",
            """
            - A PRE_3 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET CATCH_UP SUPERSEDED # the slot it would have had
            """));
  }

  // --- quiet days after a message about the invoice

  static Stream<PlanRow> quietDays() {
    return Stream.of(
        row(
            "Q01",
            "a message on Monday keeps Monday and Tuesday quiet",
            nairobi()
                .owes(
                    invoice("A").due("2026-03-07").only("REMINDER_1").wroteAt("2026-03-09 15:00")),
            "2026-03-09 15:30",
            """
            1 A REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET QUIET # Sat 7 + 3 = Tue 10
            """),
        row(
            "Q02",
            "0 quiet days are none",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-07")
                        .quietDays(0)
                        .only("REMINDER_1")
                        .wroteAt("2026-03-09 15:00")),
            "2026-03-09 15:30",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "Q03",
            "quiet days over a weekend",
            nairobi()
                .owes(
                    invoice("A").due("2026-03-03").only("REMINDER_1").wroteAt("2026-03-06 08:00")),
            "2026-03-06 08:30",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET QUIET # Fri 6 and Sat 7 are quiet, Sun 8 is free but Sunday
            """),
        row(
            "Q04",
            "moved onto the next step, which goes instead",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-07")
                        .quietDays(7)
                        .only("REMINDER_1", "REMINDER_2")
                        .wroteAt("2026-03-09 15:00")),
            "2026-03-09 15:30",
            """
            1 A REMINDER_2 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET WEEKEND # Sat 7 + 7 = Sat 14
            - A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET QUIET SUPERSEDED # 9 to 15 are quiet
            """),
        row(
            "Q05",
            "a planned message makes its days quiet too",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-11")
                        .steps(
                            Step.of("FIRST", 3, Stage.REMINDER_1),
                            Step.of("SECOND", 6, Stage.REMINDER_2))),
            "2026-03-12 08:00",
            """
            1 A FIRST  Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET WEEKEND # + 3 = Sat 14
            2 A SECOND Wed 2026-03-18 09:30 = 2026-03-18T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET QUIET # + 6 = Tue 17
            """),
        row(
            "Q06",
            "quiet days longer than the steps lie apart",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .quietDays(14)
                        .only("REMINDER_1", "REMINDER_2", "FINAL")),
            "2026-03-03 08:00",
            """
            1 A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 A FINAL      Thu 2026-03-19 09:30 = 2026-03-19T06:30Z FIRM EMAIL SCHEDULED OFFSET QUIET # Mon 16, but 5 to 18 are quiet
            - A REMINDER_2 Thu 2026-03-19 09:30 = 2026-03-19T06:30Z NEUTRAL EMAIL SKIPPED SUPERSEDED OFFSET QUIET SUPERSEDED # Mon 9, likewise
            """),
        row(
            "Q07",
            "a reminder with unknown outcome makes no day quiet",
            nairobi()
                .wroteAt("2026-03-09 09:30")
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .quietDays(3)
                        .steps(
                            Step.of("FIRST", 3, Stage.REMINDER_1),
                            Step.of("SECOND", 5, Stage.REMINDER_2))
                        .was(UNKNOWN, "FIRST", "2026-03-09 09:30")),
            "2026-03-09 10:00",
            """
            1 A SECOND Wed 2026-03-11 09:30 = 2026-03-11T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET # not Thu 12
            """),
        row(
            "Q08",
            "but counts as the day's message",
            nairobi()
                .wroteAt("2026-03-09 09:15")
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .was(UNKNOWN, "REMINDER_1", "2026-03-09 09:15"),
                    invoice("B").due("2026-03-06").only("REMINDER_1")),
            "2026-03-09 09:20",
            """
            1 B REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP
            """),
        row(
            "Q09",
            "fewer quiet days bring a skipped step back while its slot is ahead",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-13")
                        .sent("2026-03-09 11:00")
                        .quietDays(0)
                        .only("PRE_3")
                        .skipped("PRE_3", "2026-03-10 09:30", SkipReason.TOO_SOON)),
            "2026-03-09 12:00",
            """
            1 A PRE_3 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "Q10",
            "but not afterwards",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-13")
                        .sent("2026-03-09 11:00")
                        .quietDays(0)
                        .only("PRE_3")
                        .skipped("PRE_3", "2026-03-10 09:30", SkipReason.TOO_SOON)),
            "2026-03-10 10:00",
            ""));
  }

  // --- caps: 1 a day, 3 in a day and the six before

  static Stream<PlanRow> caps() {
    return Stream.of(
        row(
            "C01",
            "one message a day",
            nairobi()
                .wroteAt("2026-03-09 08:30")
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1")),
            "2026-03-09 09:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP # + 3 = Mon 9
            """),
        row(
            "C02",
            "three messages in seven days",
            nairobi()
                .wroteAt("2026-03-02 10:00", "2026-03-03 10:00", "2026-03-04 10:00")
                .owes(invoice("A").due("2026-03-02").only("REMINDER_1")),
            "2026-03-04 12:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP # Thu 5, Fri 6: three before; Mon 9: two since 3
            """),
        row(
            "C03",
            "what the cap moves merges with what stands there",
            nairobi()
                .wroteAt("2026-03-02 10:00", "2026-03-03 10:00", "2026-03-04 10:00")
                .owes(
                    invoice("A").due("2026-03-02").only("REMINDER_1"),
                    invoice("B").due("2026-03-06").only("REMINDER_1")),
            "2026-03-04 12:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP MERGED # as C02
            1 B REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MERGED
            """),
        row(
            "C04",
            "what the cap moves onto the invoice's next step gives way",
            nairobi()
                .wroteAt("2026-03-02 10:00", "2026-03-03 10:00", "2026-03-04 10:00")
                .owes(invoice("A").due("2026-03-02").only("REMINDER_1", "REMINDER_2")),
            "2026-03-04 12:00",
            """
            1 A REMINDER_2 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET CAP SUPERSEDED
            """),
        row(
            "C05",
            "planned messages count",
            nairobi()
                .owes(
                    invoice("A").due("2026-03-06").only("REMINDER_1"),
                    invoice("B").due("2026-03-07").only("REMINDER_1"),
                    invoice("C").due("2026-03-08").only("REMINDER_1"),
                    invoice("D").due("2026-03-09").only("REMINDER_1")),
            "2026-03-09 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 B REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            3 C REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            4 D REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP # Thu 12, Fri 13: three before
            """),
        row(
            "C06",
            "two a day and a message for each invoice",
            nairobi()
                .separately()
                .caps(2, 3)
                .owes(
                    invoice("A").due("2026-03-06").only("REMINDER_1"),
                    invoice("B").due("2026-03-06").only("REMINDER_1"),
                    invoice("C").due("2026-03-06").only("REMINDER_1"),
                    invoice("D").due("2026-03-06").only("REMINDER_1")),
            "2026-03-09 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 B REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            3 C REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP # a third on Monday
            4 D REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP # until Fri 13 a fourth in seven days
            """));
  }

  // --- a day with overdue and not yet due invoices

  static Stream<PlanRow> mixedDays() {
    return Stream.of(
        row(
            "M01",
            "the overdue message goes, the friendly one a day later",
            nairobi()
                .owes(
                    invoice("A").due("2026-03-06").only("REMINDER_1"),
                    invoice("B").due("2026-03-12").only("PRE_3")),
            "2026-03-09 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 B PRE_3      Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP # Thu 12 - 3 = Mon 9
            """),
        row(
            "M02",
            "unless that is after its due day",
            nairobi()
                .owes(
                    invoice("A").due("2026-03-06").only("REMINDER_1"),
                    invoice("B").due("2026-03-09").steps(Step.of("DUE_DAY", 0, Stage.NONE))),
            "2026-03-09 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            - B DUE_DAY    Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET CAP SUPERSEDED # Tue 10 is too late
            """),
        row(
            "M03",
            "moved onto another friendly one: one message",
            nairobi()
                .owes(
                    invoice("A").due("2026-03-06").only("REMINDER_1"),
                    invoice("B").due("2026-03-12").only("PRE_3"),
                    invoice("C").due("2026-03-13").only("PRE_3")),
            "2026-03-09 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 B PRE_3      Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP MERGED
            2 C PRE_3      Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MERGED
            """),
        row(
            "M04",
            "moved onto another overdue one: a day further",
            nairobi()
                .owes(
                    invoice("A").due("2026-03-06").only("REMINDER_1"),
                    invoice("B").due("2026-03-12").only("PRE_3"),
                    invoice("C").due("2026-03-07").only("REMINDER_1")),
            "2026-03-09 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 C REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            3 B PRE_3      Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP
            """),
        row(
            "M05",
            "even when the cap would allow both",
            nairobi()
                .caps(2, 3)
                .owes(
                    invoice("A").due("2026-03-06").only("REMINDER_1"),
                    invoice("B").due("2026-03-12").only("PRE_3")),
            "2026-03-09 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 B PRE_3      Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP
            """));
  }

  // --- several overdue invoices

  static Stream<PlanRow> consolidation() {
    return Stream.of(
        row(
            "K01",
            "three stages in one message",
            nairobi()
                .owes(
                    invoice("C").due("2026-03-13").only("REMINDER_1"),
                    invoice("B").due("2026-03-09").only("REMINDER_2"),
                    invoice("A").due("2026-03-02").only("FINAL")),
            "2026-03-16 08:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET MERGED     # 2 + 14
            1 B REMINDER_2 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET MERGED  # 9 + 7
            1 C REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MERGED # 13 + 3
            """),
        row(
            "K02",
            "the same without consolidation, and one more",
            nairobi()
                .separately()
                .owes(
                    invoice("D").due("2026-03-13").only("REMINDER_1"),
                    invoice("C").due("2026-03-13").only("REMINDER_1"),
                    invoice("B").due("2026-03-09").only("REMINDER_2"),
                    invoice("A").due("2026-03-02").only("FINAL")),
            "2026-03-16 08:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            2 B REMINDER_2 Tue 2026-03-17 09:30 = 2026-03-17T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET CAP
            3 C REMINDER_1 Wed 2026-03-18 09:30 = 2026-03-18T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP
            4 D REMINDER_1 Mon 2026-03-23 09:30 = 2026-03-23T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP # until Fri 20 three before
            """),
        row(
            "K03",
            "of the same stage the oldest due day first, then the number",
            nairobi()
                .separately()
                .owes(
                    invoice("3")
                        .due("2026-03-07")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-10 09:30"),
                    invoice("2")
                        .due("2026-03-07")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-10 09:30"),
                    invoice("9")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-09 09:30")),
            "2026-03-10 08:00",
            """
            1 9 REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP # missed on Monday
            2 2 REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP
            3 3 REMINDER_1 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP
            """));
  }

  // --- channels

  private static Step step(String key, int offset, Stage stage, Channel channel) {
    return new Step(key, offset, stage, channel, null, null);
  }

  static Stream<PlanRow> channels() {
    var sms = step("REMINDER_1", 3, Stage.REMINDER_1, Channel.SMS);
    return Stream.of(
        row(
            "R01",
            "two fixed channels are two messages; the higher stage goes first",
            nairobi()
                .routes(Channel.EMAIL, Channel.SMS)
                .owes(
                    invoice("A").due("2026-03-13").steps(sms),
                    invoice("B")
                        .due("2026-03-09")
                        .steps(step("REMINDER_2", 7, Stage.REMINDER_2, Channel.EMAIL))),
            "2026-03-16 08:00",
            """
            1 B REMINDER_2 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            2 A REMINDER_1 Tue 2026-03-17 09:30 = 2026-03-17T06:30Z FRIENDLY SMS SCHEDULED OFFSET CAP
            """),
        row(
            "R02",
            "where the cap allows two, both go at once",
            nairobi()
                .caps(2, 3)
                .routes(Channel.EMAIL, Channel.SMS)
                .owes(
                    invoice("A").due("2026-03-13").steps(sms),
                    invoice("B")
                        .due("2026-03-09")
                        .steps(step("REMINDER_2", 7, Stage.REMINDER_2, Channel.EMAIL))),
            "2026-03-16 08:00",
            """
            1 B REMINDER_2 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            2 A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY SMS SCHEDULED OFFSET
            """),
        row(
            "R03",
            "a step without a channel joins the highest stage's",
            nairobi()
                .routes(Channel.EMAIL, Channel.SMS)
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .steps(step("FINAL", 14, Stage.FINAL, Channel.SMS)),
                    invoice("B").due("2026-03-13").only("REMINDER_1")),
            "2026-03-16 08:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM SMS SCHEDULED OFFSET MERGED
            1 B REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY SMS SCHEDULED OFFSET MERGED
            """),
        row(
            "R04",
            "the highest stage without a channel takes the preferred one",
            nairobi()
                .routes(Channel.EMAIL, Channel.SMS)
                .owes(
                    invoice("A").due("2026-03-02").only("FINAL"),
                    invoice("B").due("2026-03-13").steps(sms)),
            "2026-03-16 08:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            2 B REMINDER_1 Tue 2026-03-17 09:30 = 2026-03-17T06:30Z FRIENDLY SMS SCHEDULED OFFSET CAP
            """),
        row(
            "R03a",
            "also within one stage",
            nairobi()
                .routes(Channel.EMAIL, Channel.SMS)
                .owes(
                    invoice("A").due("2026-03-13").only("REMINDER_1"),
                    invoice("B").due("2026-03-13").steps(sms)),
            "2026-03-16 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY SMS SCHEDULED OFFSET MERGED
            1 B REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY SMS SCHEDULED OFFSET MERGED
            """),
        row(
            "R05",
            "a channel that does not reach the customer",
            nairobi().owes(invoice("A").due("2026-03-13").steps(sms)),
            "2026-03-16 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CHANNEL
            """),
        row(
            "R06",
            "and then joins the others",
            nairobi()
                .owes(
                    invoice("A").due("2026-03-02").only("FINAL"),
                    invoice("B").due("2026-03-13").steps(sms)),
            "2026-03-16 08:00",
            """
            1 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET MERGED
            1 B REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CHANNEL MERGED
            """));
  }

  // --- pauses and disputes

  static Stream<PlanRow> holds() {
    return Stream.of(
        row(
            "O01",
            "paused until somebody resumes",
            nairobi()
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1", "REMINDER_2").paused()),
            "2026-03-07 08:00",
            """
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL HELD PAUSED OFFSET HELD
            - A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL HELD PAUSED OFFSET HELD
            """),
        row(
            "O02",
            "paused until Wednesday: what lies behind stays planned",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1", "REMINDER_2")
                        .pausedUntil("2026-03-11 00:00")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL HELD PAUSED OFFSET HELD
            """),
        row(
            "O03",
            "the pause is over before the hour: today",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1", "REMINDER_2")
                        .held("REMINDER_1", "2026-03-09 09:30", Hold.Cause.PAUSED)
                        .planned("REMINDER_2", "2026-03-13 09:30")
                        .pausedUntil("2026-03-11 00:00")),
            "2026-03-11 00:00",
            """
            1 A REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            2 A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET # Wed, Thu are quiet
            """),
        row(
            "O04",
            "resumed within today's window but after the hour: tomorrow",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1", "REMINDER_2")
                        .held("REMINDER_1", "2026-03-09 09:30", Hold.Cause.PAUSED)
                        .held("REMINDER_2", "2026-03-13 09:30", Hold.Cause.PAUSED)),
            "2026-03-11 11:00",
            """
            1 A REMINDER_1 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP # "at once" is for our own delays
            2 A REMINDER_2 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET QUIET # Thu, Fri are quiet
            """),
        row(
            "O05",
            "disputed",
            nairobi().owes(invoice("A").due("2026-03-06").only("REMINDER_1").disputed()),
            "2026-03-07 08:00",
            """
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL HELD DISPUTED OFFSET HELD
            """),
        row(
            "O06",
            "resolved: what was missed is skipped",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1", "REMINDER_2")
                        .held("REMINDER_1", "2026-03-09 09:30", Hold.Cause.DISPUTED)
                        .held("REMINDER_2", "2026-03-13 09:30", Hold.Cause.DISPUTED)),
            "2026-03-12 12:00",
            """
            1 A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SKIPPED MISSED OFFSET MISSED
            """),
        row(
            "O07",
            "a long pause: only the latest goes",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1", "REMINDER_2")
                        .held("REMINDER_1", "2026-03-09 09:30", Hold.Cause.PAUSED)
                        .held("REMINDER_2", "2026-03-13 09:30", Hold.Cause.PAUSED)),
            "2026-03-16 08:00",
            """
            1 A REMINDER_2 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET CATCH_UP
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            """),
        row(
            "O08",
            "a pause that outlives the dispute: the dispute's rule stays",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1", "REMINDER_2")
                        .held("REMINDER_1", "2026-03-09 09:30", Hold.Cause.DISPUTED)
                        .paused()),
            "2026-03-10 12:00",
            """
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL HELD DISPUTED OFFSET HELD
            - A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL HELD PAUSED OFFSET HELD
            """),
        row(
            "O09",
            "paused beyond the due day",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-13")
                        .only("PRE_3", "REMINDER_1")
                        .held("PRE_3", "2026-03-10 09:30", Hold.Cause.PAUSED)),
            "2026-03-16 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            - A PRE_3      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET CATCH_UP SUPERSEDED
            """),
        row(
            "O10",
            "a held invoice takes nobody's place",
            nairobi()
                .owes(
                    invoice("A").due("2026-03-06").only("REMINDER_1").paused(),
                    invoice("B").due("2026-03-12").only("PRE_3")),
            "2026-03-09 08:00",
            """
            1 B PRE_3      Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL HELD PAUSED OFFSET HELD
            """),
        row(
            "O11",
            "disputed and paused: the dispute's rule goes first",
            nairobi().owes(invoice("A").due("2026-03-06").only("REMINDER_1").paused().disputed()),
            "2026-03-07 08:00",
            """
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL HELD DISPUTED OFFSET HELD
            """),
        row(
            "O12",
            "a pause ends with its last moment",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .pausedUntil("2026-03-09 09:30")),
            "2026-03-07 08:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "O13",
            "the contact wants no reminders",
            nairobi()
                .owes(invoice("A").due("2026-03-06").only("REMINDER_1").held(Hold.Cause.CONTACT)),
            "2026-03-07 08:00",
            """
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL HELD CONTACT OFFSET HELD
            """),
        row(
            "O14",
            "moved by a cap, then disputed: the day it was moved to counts",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .held(
                            "REMINDER_1", "2026-03-11 09:30", Hold.Cause.DISPUTED, Reason.Code.CAP)
                        .disputed()),
            "2026-03-10 12:00",
            """
            - A REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL HELD DISPUTED OFFSET CAP HELD # + 3 = Mon 9
            """),
        row(
            "O15",
            "resolved before that day: nothing was missed",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .held(
                            "REMINDER_1",
                            "2026-03-11 09:30",
                            Hold.Cause.DISPUTED,
                            Reason.Code.CAP)),
            "2026-03-10 12:00",
            """
            1 A REMINDER_1 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP
            """));
  }

  // --- our own delays

  static Stream<PlanRow> downtime() {
    return Stream.of(
        row(
            "L01",
            "late, the window is open: the slot stands and goes at once",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-09 09:30")),
            "2026-03-09 13:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            """),
        row(
            "L02",
            "the window has closed: the next business day",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-09 09:30")),
            "2026-03-09 17:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """),
        row(
            "L03",
            "the next morning: today's hour",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-09 09:30")),
            "2026-03-10 08:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """),
        row(
            "L04",
            "three steps missed: the latest goes",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .planned("PRE_3", "2026-02-27 09:30")
                        .planned("REMINDER_1", "2026-03-05 09:30")
                        .planned("REMINDER_2", "2026-03-09 09:30")
                        .planned("FINAL", "2026-03-16 09:30")),
            "2026-03-11 08:00",
            """
            1 A REMINDER_2 Wed 2026-03-11 09:30 = 2026-03-11T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET CATCH_UP
            2 A FINAL      Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A PRE_3      Fri 2026-02-27 09:30 = 2026-02-27T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            - A REMINDER_1 Thu 2026-03-05 09:30 = 2026-03-05T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            """),
        row(
            "L05",
            "an invoice that comes when the hour is behind does not join the late message",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-09 09:30"),
                    invoice("B").due("2026-03-06").only("REMINDER_1")),
            "2026-03-09 13:00",
            """
            1 A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 B REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP
            """),
        row(
            "L06",
            "late, and meanwhile the day has had its message",
            nairobi()
                .wroteAt("2026-03-09 12:00")
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-09 09:30")),
            "2026-03-09 13:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CAP
            """),
        row(
            "L07",
            "what was missed joins what stands in the next slot",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-09 09:30"),
                    invoice("B").due("2026-03-07").only("REMINDER_1")),
            "2026-03-10 08:00",
            """
            1 A REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP MERGED
            1 B REMINDER_1 Tue 2026-03-10 09:30 = 2026-03-10T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET MERGED
            """),
        row(
            "L08",
            "the window was changed and its new hour is behind",
            nairobi()
                .window("06:00", "09:00")
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-03-09 09:30")),
            "2026-03-09 08:45",
            """
            1 A REMINDER_1 Tue 2026-03-10 08:30 = 2026-03-10T05:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP # nothing stood at 08:30
            """),
        row(
            "L09",
            "missed, and today is the next step's day",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1", "REMINDER_2")
                        .planned("REMINDER_1", "2026-03-09 09:30")
                        .planned("REMINDER_2", "2026-03-13 09:30")),
            "2026-03-13 08:00",
            """
            1 A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET CATCH_UP SUPERSEDED
            """),
        row(
            "L11",
            "late on a day whose first hour does not exist",
            Facts.in("Africa/Cairo")
                .window("00:00", "00:45")
                .owes(
                    invoice("A")
                        .due("2026-04-21")
                        .only("REMINDER_1")
                        .planned("REMINDER_1", "2026-04-24 01:15")),
            "2026-04-24 01:20",
            """
            1 A REMINDER_1 Fri 2026-04-24 01:15 = 2026-04-23T22:15Z FRIENDLY EMAIL SCHEDULED OFFSET # the window too is an hour later: 01:00 to 01:45
            """),
        row(
            "L12",
            "moved on by an earlier plan: that day stands, with its reasons",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1", "REMINDER_2")
                        .skipped(
                            "REMINDER_1",
                            "2026-03-09 09:30",
                            SkipReason.SUPERSEDED,
                            Reason.Code.CAP,
                            Reason.Code.SUPERSEDED)
                        .planned("REMINDER_2", "2026-03-09 09:30")),
            "2026-03-05 12:00",
            """
            1 A REMINDER_2 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET CAP SUPERSEDED # as C04, Thu 5 is over
            """),
        row(
            "L13",
            "the policy was changed: the new day is over, so the next slot",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1")
                        .planned(
                            "REMINDER_1", "2026-03-16 09:30")), // 10 days after, by the old one
            "2026-03-11 12:00",
            """
            1 A REMINDER_1 Thu 2026-03-12 09:30 = 2026-03-12T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET CATCH_UP # + 3 = Mon 9
            """),
        row(
            "L14",
            "missed, and the next step is late but still goes today",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("REMINDER_1", "REMINDER_2")
                        .planned("REMINDER_1", "2026-03-09 09:30")
                        .planned("REMINDER_2", "2026-03-13 09:30")),
            "2026-03-13 13:00",
            """
            1 A REMINDER_2 Fri 2026-03-13 09:30 = 2026-03-13T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            - A REMINDER_1 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FRIENDLY EMAIL SKIPPED SUPERSEDED OFFSET CATCH_UP SUPERSEDED # never the first after the second
            """),
        row(
            "L15",
            "a changed policy brings a stage that is behind",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .steps(
                            Step.of("FIRST", 10, Stage.REMINDER_1),
                            Step.of("LAST", 20, Stage.FINAL))
                        .was(SENT, "REMINDER_2", "2026-03-13 09:30")
                        .wroteAt("2026-03-13 09:30")
                        .stage(Stage.REMINDER_2)),
            "2026-03-13 12:00",
            """
            1 A LAST  Thu 2026-03-26 09:30 = 2026-03-26T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A FIRST Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            """),
        row(
            "L10",
            "a failed one does not come back, one on its way is not planned twice",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("REMINDER_1", "REMINDER_2", "FINAL")
                        .was(FAILED, "REMINDER_1", "2026-03-05 09:30")
                        .was(SENDING, "REMINDER_2", "2026-03-09 09:30")),
            "2026-03-09 09:30",
            """
            1 A FINAL Mon 2026-03-16 09:30 = 2026-03-16T06:30Z FIRM EMAIL SCHEDULED OFFSET
            """));
  }

  // --- after the last reminder

  static Stream<PlanRow> stages() {
    return Stream.of(
        row(
            "S01",
            "14 days after the final reminder a person takes over",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("FINAL")
                        .was(SENT, "FINAL", "2026-03-16 09:30")
                        .finalSentAt("2026-03-16 09:30")),
            "2026-03-16 10:00",
            """
            * A Mon 2026-03-30 09:30 = 2026-03-30T06:30Z # 16 + 14
            """),
        row(
            "S02",
            "a hand-over sends nothing, so a holiday is no obstacle",
            london()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .only("FINAL")
                        .was(SENT, "FINAL", "2026-03-20 09:30")
                        .finalSentAt("2026-03-20 09:30")),
            "2026-03-20 10:00",
            """
            * A Fri 2026-04-03 09:30 = 2026-04-03T08:30Z # Good Friday; summer time since 29 March
            """),
        row(
            "S03",
            "counted from the customer's day",
            newYork()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("FINAL")
                        .collectionsAfter(7)
                        .was(SENT, "FINAL", "2026-03-16 20:30") // Tuesday in UTC
                        .finalSentAt("2026-03-16 20:30")),
            "2026-03-17 10:00",
            """
            * A Mon 2026-03-23 09:30 = 2026-03-23T13:30Z # Mon 16 + 7
            """),
        row(
            "S04",
            "a person has it: nothing is planned",
            nairobi().owes(invoice("A").due("2026-03-06").stage(Stage.COLLECTIONS)),
            "2026-03-07 08:00",
            ""),
        row(
            "S05",
            "the final reminder was skipped: nobody is told by itself",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .only("FINAL")
                        .skipped("FINAL", "2026-03-16 09:30", SkipReason.MISSED)),
            "2026-03-17 10:00",
            ""),
        row(
            "S06",
            "a policy with more steps came after the final one: they go until a person takes over",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-02")
                        .steps(
                            step("FINAL", 14, Stage.FINAL, Channel.EMAIL),
                            step("MORE_1", 21, Stage.FINAL, Channel.EMAIL),
                            step("MORE_2", 30, Stage.FINAL, Channel.EMAIL))
                        .was(SENT, "FINAL", "2026-03-16 09:30")
                        .finalSentAt("2026-03-16 09:30")),
            "2026-03-16 10:00",
            """
            1 A MORE_1 Mon 2026-03-23 09:30 = 2026-03-23T06:30Z FIRM EMAIL SCHEDULED OFFSET
            - A MORE_2 Wed 2026-04-01 09:30 = 2026-04-01T06:30Z FIRM EMAIL SKIPPED SUPERSEDED OFFSET SUPERSEDED
            * A Mon 2026-03-30 09:30 = 2026-03-30T06:30Z # 16 + 14
            """));
  }

  // --- tones

  static Stream<PlanRow> tones() {
    return Stream.of(
        row(
            "T01",
            "3 and 10 days are the last of their tone",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .steps(
                            Step.of("DAY_3", 3, Stage.REMINDER_1),
                            Step.of("DAY_10", 10, Stage.REMINDER_2))),
            "2026-03-07 08:00",
            """
            1 A DAY_3  Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FRIENDLY EMAIL SCHEDULED OFFSET
            2 A DAY_10 Mon 2026-03-16 09:30 = 2026-03-16T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            """),
        row(
            "T02",
            "4 and 11 are the first of the next",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-06")
                        .steps(
                            Step.of("DAY_4", 4, Stage.REMINDER_1),
                            Step.of("DAY_11", 11, Stage.REMINDER_2))),
            "2026-03-07 08:00",
            """
            1 A DAY_4  Tue 2026-03-10 09:30 = 2026-03-10T06:30Z NEUTRAL EMAIL SCHEDULED OFFSET
            2 A DAY_11 Tue 2026-03-17 09:30 = 2026-03-17T06:30Z FIRM EMAIL SCHEDULED OFFSET
            """),
        row(
            "T03",
            "a tone that the policy fixes",
            nairobi()
                .owes(
                    invoice("A")
                        .due("2026-03-12")
                        .steps(new Step("PRE_3", -3, Stage.NONE, null, Tone.FIRM, null))),
            "2026-03-02 08:00",
            """
            1 A PRE_3 Mon 2026-03-09 09:30 = 2026-03-09T06:30Z FIRM EMAIL SCHEDULED OFFSET
            """));
  }
}
