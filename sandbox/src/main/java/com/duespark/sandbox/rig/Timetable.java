package com.duespark.sandbox.rig;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the overdue reminders of a customer have to go, worked out anew from the rules of
 * docs/reminders.md for the plain case: the standard policy, one due day, no holds, the invoice
 * sent on or before the due day. The program's planner is not asked, so that a fault in it shows.
 *
 * @param opens first minute of the sending window
 * @param closes its last
 * @param free the business's own holidays; the customers' country has none
 */
record Timetable(ZoneId zone, LocalTime opens, LocalTime closes, Set<LocalDate> free) {

  private static final int[] STEPS = {3, 7, 14};
  private static final List<String> NAMES = List.of("REMINDER_1", "REMINDER_2", "FINAL");
  private static final LocalTime USUAL = LocalTime.of(9, 30);
  private static final int QUIET_DAYS = 2;

  Timetable {
    free = Set.copyOf(free);
  }

  /**
   * One step.
   *
   * @param from its day by the calendar alone: nothing about it may leave earlier
   * @param at when it has to go
   * @param ends when that day's window closes
   */
  record Slot(String step, LocalDate from, Instant at, Instant ends) {}

  /** The slots of an invoice in their order. */
  List<Slot> slots(LocalDate dueOn) {
    List<Slot> slots = new ArrayList<>();
    LocalDate last = null;
    for (int i = 0; i < STEPS.length; i++) {
      LocalDate nominal = dueOn.plusDays(STEPS[i]);
      LocalDate day = businessDayFrom(nominal);
      if (last != null && day.equals(last)) {
        slots.removeLast(); // of two steps on one day the later goes
      } else if (last != null && day.isBefore(last.plusDays(QUIET_DAYS))) {
        day = businessDayFrom(last.plusDays(QUIET_DAYS));
      }
      last = day;
      slots.add(new Slot(NAMES.get(i), nominal, instant(day, hour()), instant(day, closes)));
    }
    return List.copyOf(slots);
  }

  /** Which of the slots a message of that day belongs to; null before the first. */
  @Nullable Slot slotOf(List<Slot> slots, Instant sent) {
    LocalDate day = LocalDate.ofInstant(sent, zone);
    return slots.reversed().stream()
        .filter(slot -> !day.isBefore(slot.from()))
        .findFirst()
        .orElse(null);
  }

  boolean isOpenAt(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, zone);
    return isBusinessDay(day)
        && !moment.isBefore(instant(day, opens))
        && moment.isBefore(instant(day, closes));
  }

  /** 09:30, in a narrower window its opening or half an hour before its end. */
  private LocalTime hour() {
    LocalTime last = closes.minusMinutes(30);
    return USUAL.isBefore(opens) ? opens : USUAL.isAfter(last) ? last : USUAL;
  }

  private Instant instant(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  private LocalDate businessDayFrom(LocalDate day) {
    LocalDate found = day;
    while (!isBusinessDay(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  private boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !free.contains(day);
  }
}
