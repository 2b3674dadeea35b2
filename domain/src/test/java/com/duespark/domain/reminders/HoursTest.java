package com.duespark.domain.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-09 08:59, false",
    "2026-03-09 09:00, true",
    "2026-03-09 16:59, true",
    "2026-03-09 17:00, false",
    "2026-03-08 12:00, false", // Sunday
    "2026-04-03 12:00, false", // Good Friday
  })
  void areOpenInTheWindowOfABusinessDay(String moment, boolean open) {
    var facts = Facts.nairobi();

    assertThat(facts.hours().areOpenAt(facts.at(moment))).isEqualTo(open);
  }

  @Test
  void refuseAWeekWithoutABusinessDay() {
    var facts = Facts.nairobi().businessDays(EnumSet.noneOf(DayOfWeek.class));

    assertThatThrownBy(facts::hours).hasMessageContaining("business day");
  }

  @Test
  void refuseAWindowThatClosesBeforeItOpens() {
    var facts = Facts.nairobi().window("18:00", "17:00");

    assertThatThrownBy(facts::hours).hasMessageContaining("closes after it opens");
  }
}
