package com.duespark.domain.reminders;

import static java.util.stream.Collectors.toUnmodifiableMap;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The holidays that a whole country keeps (REM-22), from Jollyday's calendars; Kenya's is our own
 * ({@code holidays/Holidays_ke.xml}). For the United Kingdom those of England.
 */
public final class PublicHolidays {

  private static final Logger LOG = LoggerFactory.getLogger(PublicHolidays.class);

  private static final Map<CountryYear, Map<LocalDate, String>> KNOWN = new ConcurrentHashMap<>();

  private record CountryYear(String country, Year year) {}

  private PublicHolidays() {}

  /**
   * A country's calendar together with a business's own days.
   *
   * @param country ISO 3166-1 alpha-2; one without a calendar has no holidays
   * @param own name by day; goes before the country's
   */
  public static Hours.Calendar of(String country, Map<LocalDate, String> own) {
    return day -> {
      var name = own.get(day);
      return name != null
          ? name
          : KNOWN
              .computeIfAbsent(
                  new CountryYear(country, Year.of(day.getYear())), PublicHolidays::read)
              .get(day);
    };
  }

  /**
   * One at a time: the library looks for its parts with a loader that two threads must not share,
   * and one that loses finds none.
   */
  private static synchronized Map<LocalDate, String> read(CountryYear wanted) {
    var code = wanted.country().toLowerCase(Locale.ROOT);
    if (PublicHolidays.class.getResource("/holidays/Holidays_%s.xml".formatted(code)) == null) {
      LOG.info("no holiday calendar of {}", wanted.country());
      return Map.of();
    }
    var manager = HolidayManager.getInstance(ManagerParameters.create(code));
    var days =
        code.equals("gb")
            ? manager.getHolidays(wanted.year(), "eng")
            : manager.getHolidays(wanted.year());
    return days.stream()
        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
        .collect(
            toUnmodifiableMap(
                holiday -> holiday.getObservedDate().orElse(holiday.getActualDate()),
                PublicHolidays::name,
                (one, other) -> one));
  }

  /** The calendars' own names; those of ours are their keys in words. */
  private static String name(Holiday holiday) {
    var name = holiday.getDescription(Locale.ENGLISH);
    var key = holiday.getPropertiesKey();
    return name.equals("undefined")
        ? key.charAt(0) + key.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ')
        : name;
  }
}
