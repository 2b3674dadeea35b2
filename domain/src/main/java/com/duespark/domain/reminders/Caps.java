package com.duespark.domain.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many messages a customer gets (REM-41): so many a day, so many in any seven days. */
final class Caps {

  private static final int WINDOW_DAYS = 7;

  private final Hours hours;
  private final int perDay;
  private final int perWeek;
  private final Map<LocalDate, Integer> messages = new TreeMap<>();

  Caps(Hours hours, int perDay, int perWeek, List<LocalDate> sentOn) {
    this.hours = hours;
    this.perDay = perDay;
    this.perWeek = perWeek;
    sentOn.forEach(this::count);
  }

  void count(LocalDate day) {
    messages.merge(day, 1, Integer::sum);
  }

  boolean allow(LocalDate day) {
    int week = 0;
    for (int back = 0; back < WINDOW_DAYS; back++) {
      week += messages.getOrDefault(day.minusDays(back), 0);
    }
    return messages.getOrDefault(day, 0) < perDay && week < perWeek;
  }

  /** The first business day after this one that still has room. */
  LocalDate nextAfter(LocalDate day) {
    var next = hours.businessDayFrom(day.plusDays(1));
    while (!allow(next)) {
      next = hours.businessDayFrom(next.plusDays(1));
    }
    return next;
  }
}
