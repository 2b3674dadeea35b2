package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.idOf;
import static com.duespark.domain.reminders.Facts.invoice;
import static com.duespark.domain.reminders.Facts.nairobi;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** REM-74: a step moves only to a day on which it would go. */
class MovesTest {

  private static final String NOW = "2026-03-07 08:00"; // a Saturday

  private final Facts facts =
      nairobi()
          .ownHoliday("2026-03-12", "Stocktaking")
          .owes(
              invoice("A")
                  .due("2026-03-06")
                  .only("REMINDER_1", "REMINDER_2")
                  .planned("REMINDER_1", "2026-03-09 09:30")
                  .planned("REMINDER_2", "2026-03-13 09:30"));

  private void move(String step, String day) {
    Moves.check(facts.customer(), idOf("A"), step, LocalDate.parse(day), facts.at(NOW));
  }

  @Test
  void acceptsAFreeBusinessDay() {
    assertThatCode(() -> move("REMINDER_1", "2026-03-10")).doesNotThrowAnyException();
    assertThatCode(() -> move("REMINDER_2", "2026-03-18")).doesNotThrowAnyException();
  }

  @Test
  void refusesADayThatIsOver() {
    assertThatThrownBy(() -> move("REMINDER_1", "2026-03-06")).hasMessageContaining("to come");
  }

  @Test
  void refusesAWeekendAndNamesTheNextDay() {
    assertThatThrownBy(() -> move("REMINDER_2", "2026-03-14")).hasMessageContaining("2026-03-16");
  }

  @Test
  void refusesAHolidayAndNamesTheNextDay() {
    assertThatThrownBy(() -> move("REMINDER_2", "2026-03-12")).hasMessageContaining("2026-03-13");
  }

  @Test
  void refusesAQuietDayAndNamesTheNextDay() {
    assertThatThrownBy(() -> move("REMINDER_2", "2026-03-10")).hasMessageContaining("2026-03-11");
  }

  @Test
  void refusesADayAfterALaterStep() {
    assertThatThrownBy(() -> move("REMINDER_1", "2026-03-16")).hasMessageContaining("would not go");
  }

  @Test
  void refusesAStepThatIsNoLongerPlanned() {
    assertThatThrownBy(() -> move("FINAL", "2026-03-16")).hasMessageContaining("no longer");
  }
}
