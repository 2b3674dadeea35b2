package com.duespark.domain.reminders;

import static java.util.Comparator.comparing;

import com.duespark.domain.reminders.Customer.Open;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day of its own for every step of an invoice (REM-60, REM-63): by the calendar, shifted by how
 * the customer pays or moved by a person, and then forward to a business day.
 *
 * <p>What is known of the payments at the start of a step's day by the calendar decides, so that a
 * step's day stays the same however often it is planned.
 */
final class Days {

  private static final int MOST_DAYS_SHIFTED = 2;
  private static final int ON_TIME_WAITS = 2;

  private final Slots slots;

  Days(Slots slots) {
    this.slots = slots;
  }

  /** All steps in their order, those behind us too. */
  List<Candidate> of(Open invoice) {
    var all =
        invoice.policy().steps().list().stream()
            .sorted(comparing(Step::offsetDays))
            .map(step -> new Candidate(invoice, step, slots))
            .toList();
    all.forEach(this::setDay);
    var unshifted = all.stream().map(Candidate::day).toList();
    for (int i = 0; i < all.size(); i++) {
      shiftToUsualWeekday(all.get(i), i, unshifted);
    }
    all.forEach(Candidate::moveToBusinessDay);
    return all;
  }

  private void setDay(Candidate candidate) {
    var movedTo = candidate.choice().movedTo();
    if (movedTo != null) {
      candidate.moveTo(movedTo, Reason.Code.MOVED_BY_USER, "A person chose the day");
      return;
    }
    var day = candidate.day();
    var behaviour = slots.behaviourOn(day);
    if (candidate.step.offsetDays() < 0 && behaviour.isLate()) {
      candidate.moveTo(
          day.minusDays(behaviour.daysEarlier()),
          Reason.Code.LATE_PAYER,
          "%s usually pays %d days late".formatted(behaviour.who(), behaviour.averageRounded()));
    } else if (candidate.step.stage() == Stage.REMINDER_1
        && !candidate.step.isPreDue()
        && behaviour.isOnTime()) {
      candidate.moveTo(
          day.plusDays(ON_TIME_WAITS),
          Reason.Code.ON_TIME_PAYER,
          "%s usually pays in time".formatted(behaviour.who()));
    }
  }

  /** REM-63: the usual weekday, or the business day before it. */
  private void shiftToUsualWeekday(Candidate candidate, int index, List<LocalDate> unshifted) {
    var behaviour = slots.behaviourOn(candidate.nominalDay());
    var weekday = behaviour.weekday();
    if (weekday == null || candidate.choice().movedTo() != null) {
      return;
    }
    var day = candidate.day();
    var target = within(day, weekday);
    if (target == null || !mayShift(candidate, target, index, unshifted)) {
      return;
    }
    if (!slots.hours().isBusinessDay(target)) {
      target = slots.hours().businessDayUpTo(target);
      if (!mayShift(candidate, target, index, unshifted)) {
        return;
      }
    }
    if (!target.equals(day)) {
      candidate.moveTo(
          target,
          Reason.Code.USUAL_WEEKDAY,
          "%s usually pays on a %s"
              .formatted(behaviour.who(), weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }
  }

  private static @Nullable LocalDate within(LocalDate day, DayOfWeek weekday) {
    for (int shift = -MOST_DAYS_SHIFTED; shift <= MOST_DAYS_SHIFTED; shift++) {
      if (day.plusDays(shift).getDayOfWeek() == weekday) {
        return day.plusDays(shift);
      }
    }
    return null;
  }

  /** At most 2 days, on its own side of the due day, neither onto nor past another step's day. */
  private static boolean mayShift(
      Candidate candidate, LocalDate target, int index, List<LocalDate> unshifted) {
    var day = candidate.day();
    var dueOn = candidate.invoice.dueOn();
    if (Math.abs(ChronoUnit.DAYS.between(day, target)) > MOST_DAYS_SHIFTED
        || candidate.step.isPreDue() == target.isAfter(dueOn)) {
      return false;
    }
    for (int other = 0; other < unshifted.size(); other++) {
      var taken = unshifted.get(other);
      boolean onTheWay =
          target.isAfter(day)
              ? taken.isAfter(day) && !taken.isAfter(target)
              : taken.isBefore(day) && !taken.isBefore(target);
      if (other != index && onTheWay) {
        return false;
      }
    }
    return true;
  }
}
