package com.duespark.sandbox.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Against the worked examples of docs/reminders.md. */
class TimetableTest {

  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime FIVE = LocalTime.of(17, 0);

  @Test
  void eachStepHasItsDay() {
    assertThat(slots(nairobi(), "2026-03-02"))
        .containsExactly(
            "REMINDER_1 2026-03-05T06:30:00Z",
            "REMINDER_2 2026-03-09T06:30:00Z",
            "FINAL 2026-03-16T06:30:00Z");
  }

  @Test
  void aStepMovesOffTheWeekendAndTheNextOneOffTheQuietDays() {
    assertThat(slots(nairobi(), "2026-03-11"))
        .containsExactly(
            "REMINDER_1 2026-03-16T06:30:00Z",
            "REMINDER_2 2026-03-18T06:30:00Z",
            "FINAL 2026-03-25T06:30:00Z");
  }

  @Test
  void aStepMovesOffAFreeDay() {
    var free = Set.of(LocalDate.parse("2026-03-05"), LocalDate.parse("2026-03-16"));

    assertThat(slots(new Timetable(ZoneId.of("Africa/Nairobi"), NINE, FIVE, free), "2026-03-02"))
        .containsExactly(
            "REMINDER_1 2026-03-06T06:30:00Z",
            "REMINDER_2 2026-03-09T06:30:00Z",
            "FINAL 2026-03-17T06:30:00Z");
  }

  @Test
  void ofTwoStepsOnOneDayTheLaterGoes() {
    var easter = Set.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06"));

    assertThat(slots(new Timetable(ZoneId.of("Africa/Nairobi"), NINE, FIVE, easter), "2026-03-31"))
        .containsExactly("REMINDER_2 2026-04-07T06:30:00Z", "FINAL 2026-04-14T06:30:00Z");
  }

  @Test
  void theHourKeepsToItsPlaceWhenSummerTimeBegins() {
    var newYork = new Timetable(ZoneId.of("America/New_York"), NINE, FIVE, Set.of());

    assertThat(slots(newYork, "2026-03-03"))
        .containsExactly(
            "REMINDER_1 2026-03-06T14:30:00Z",
            "REMINDER_2 2026-03-10T13:30:00Z",
            "FINAL 2026-03-17T13:30:00Z");
  }

  @Test
  void aNarrowWindowMovesTheHour() {
    var zone = ZoneId.of("Africa/Nairobi");
    var late = new Timetable(zone, LocalTime.of(11, 0), LocalTime.of(16, 0), Set.of());
    var early = new Timetable(zone, LocalTime.of(7, 0), LocalTime.of(9, 30), Set.of());

    assertThat(slots(late, "2026-03-02")).first().isEqualTo("REMINDER_1 2026-03-05T08:00:00Z");
    assertThat(slots(early, "2026-03-02")).first().isEqualTo("REMINDER_1 2026-03-05T06:00:00Z");
  }

  @Test
  void isShutAtNightOnWeekendsAndOnFreeDays() {
    var free = Set.of(LocalDate.parse("2026-03-05"));
    var timetable = new Timetable(ZoneId.of("Africa/Nairobi"), NINE, FIVE, free);

    assertThat(timetable.isOpenAt(Instant.parse("2026-03-04T06:00:00Z"))).isTrue();
    assertThat(timetable.isOpenAt(Instant.parse("2026-03-04T05:59:59Z"))).isFalse();
    assertThat(timetable.isOpenAt(Instant.parse("2026-03-04T14:00:00Z"))).isFalse();
    assertThat(timetable.isOpenAt(Instant.parse("2026-03-05T06:30:00Z"))).isFalse();
    assertThat(timetable.isOpenAt(Instant.parse("2026-03-07T06:30:00Z"))).isFalse();
  }

  private static Timetable nairobi() {
    return new Timetable(ZoneId.of("Africa/Nairobi"), NINE, FIVE, Set.of());
  }

  private static List<String> slots(Timetable timetable, String dueOn) {
    return timetable.slots(LocalDate.parse(dueOn)).stream()
        .map(slot -> slot.step() + " " + slot.at())
        .toList();
  }
}
