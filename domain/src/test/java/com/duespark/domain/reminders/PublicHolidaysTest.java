package com.duespark.domain.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {

  @ParameterizedTest
  @CsvSource({
    "KE, 2026-01-01, New Year",
    "KE, 2026-04-03, Good Friday",
    "KE, 2026-04-06, Easter Monday",
    "KE, 2026-06-01, Madaraka day",
    "KE, 2026-10-20, Mashujaa day",
    "KE, 2027-12-13, Jamhuri day", // the 12th is a Sunday
    "US, 2026-07-03, Independence Day", // the 4th is a Saturday
    "US, 2026-11-26, Thanksgiving",
    "GB, 2026-04-06, Easter Monday",
    "GB, 2026-08-31, Summer bank holiday",
    "GB, 2026-12-28, Boxing Day", // the 26th is a Saturday
    "CA, 2026-07-01, Canada Day",
  })
  void knowsWhatAWholeCountryKeeps(String country, LocalDate day, String name) {
    assertThat(PublicHolidays.of(country, Map.of()).holidayOn(day)).containsIgnoringCase(name);
  }

  @Test
  void anOrdinaryDayIsNone() {
    assertThat(PublicHolidays.of("KE", Map.of()).holidayOn(LocalDate.of(2026, 6, 2))).isNull();
  }

  @Test
  void aBusinessAddsItsOwnDays() {
    var day = LocalDate.of(2026, 6, 2);

    assertThat(PublicHolidays.of("KE", Map.of(day, "Stocktaking")).holidayOn(day))
        .isEqualTo("Stocktaking");
  }

  @Test
  void aCountryWithoutACalendarHasNoHolidays() {
    assertThat(PublicHolidays.of("ZZ", Map.of()).holidayOn(LocalDate.of(2026, 1, 1))).isNull();
  }
}
