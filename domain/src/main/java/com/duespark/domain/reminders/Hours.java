package com.duespark.domain.reminders;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a customer may be written to, in their own time (REM-20 to REM-22, REM-61).
 *
 * @param opens first minute of the sending window
 * @param closes last minute of the sending window
 * @param businessDays never empty
 * @param sendMinute 0 to 29, spreads customers over half an hour
 */
public record Hours(
    ZoneId zone,
    LocalTime opens,
    LocalTime closes,
    Set<DayOfWeek> businessDays,
    Calendar holidays,
    int sendMinute) {

  private static final LocalTime USUAL = LocalTime.of(9, 30);
  private static final int LAST_START_MINUTES = 30;
  private static final Duration LAST_MINUTE = Duration.ofMinutes(1);

  public Hours {
    businessDays = Set.copyOf(businessDays);
    if (businessDays.isEmpty()) {
      throw new IllegalArgumentException("a week needs a business day");
    }
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("the window closes after it opens");
    }
  }

  /** The public holidays that a customer keeps. */
  @FunctionalInterface
  public interface Calendar {
    /** The holiday on a day, null on other days. */
    @Nullable String holidayOn(LocalDate day);
  }

  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** The instant of a day's slot when nothing is known of how the customer pays. */
  public Instant slotOn(LocalDate day) {
    return slotOn(day, USUAL);
  }

  /**
   * The instant of a day's slot at the hour wanted, as far as the window allows. A local time that
   * does not exist moves forward, a doubled one is its first. In a window too narrow for the
   * customer's minute it is the last one: a slot at which the window is closed would be missed
   * every day.
   */
  Instant slotOn(LocalDate day, LocalTime wanted) {
    var slot = day.atTime(within(wanted)).plusMinutes(sendMinute).atZone(zone).toInstant();
    var last = closingOn(day).minus(LAST_MINUTE);
    return slot.isAfter(last) ? last : slot;
  }

  private LocalTime within(LocalTime wanted) {
    var last = closes.minusMinutes(LAST_START_MINUTES);
    if (last.isBefore(opens) || last.isAfter(closes)) {
      last = opens;
    }
    return wanted.isBefore(opens) ? opens : wanted.isAfter(last) ? last : wanted;
  }

  /** Whether automatic reminders may leave at this moment. */
  public boolean areOpenAt(Instant moment) {
    var day = dayOf(moment);
    return isBusinessDay(day)
        && !moment.isBefore(instant(day, opens))
        && moment.isBefore(closingOn(day));
  }

  /** The end of that day's window. */
  public Instant closingOn(LocalDate day) {
    return instant(day, closes);
  }

  private Instant instant(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  public boolean isBusinessDay(LocalDate day) {
    return businessDays.contains(day.getDayOfWeek()) && holidays.holidayOn(day) == null;
  }

  public LocalDate businessDayFrom(LocalDate day) {
    var found = day;
    while (!isBusinessDay(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  LocalDate businessDayUpTo(LocalDate day) {
    var found = day;
    while (!isBusinessDay(found)) {
      found = found.minusDays(1);
    }
    return found;
  }
}
