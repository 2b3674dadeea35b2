package com.duespark.domain.reminders;

import java.time.DayOfWeek;
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

  /** The public holidays that a customer keeps. */
  @FunctionalInterface
  public interface Calendar {
    /** The holiday on a day, null on other days. */
    @Nullable String holidayOn(LocalDate day);
  }

  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /**
   * The instant of a day's slot. A local time that does not exist moves forward, a doubled one is
   * its first.
   */
  public Instant slotOn(LocalDate day) {
    return day.atTime(hour()).atZone(zone).toInstant();
  }

  private LocalTime hour() {
    var last = closes.minusMinutes(LAST_START_MINUTES);
    if (last.isBefore(opens) || last.isAfter(closes)) {
      last = opens;
    }
    var clamped = USUAL.isBefore(opens) ? opens : USUAL.isAfter(last) ? last : USUAL;
    return clamped.plusMinutes(sendMinute);
  }

  /** Whether automatic reminders may leave at this moment. */
  public boolean areOpenAt(Instant moment) {
    var local = moment.atZone(zone);
    var time = local.toLocalTime();
    return isBusinessDay(local.toLocalDate()) && !time.isBefore(opens) && time.isBefore(closes);
  }

  /** The end of that day's window. */
  public Instant closingOn(LocalDate day) {
    return day.atTime(closes).atZone(zone).toInstant();
  }

  public boolean isBusinessDay(LocalDate day) {
    return businessDays.contains(day.getDayOfWeek()) && holidays.holidayOn(day) == null;
  }

  LocalDate businessDayFrom(LocalDate day) {
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
