package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.shared.Refused;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** REM-02 to REM-05: a policy is refused with a word for each field. */
class PolicyCheckTest {

  private static final ReminderPolicy STANDARD =
      ReminderPolicy.standard(idOf("tenant"), true, null);

  @Test
  void acceptsTheStandardPolicy() {
    assertThatCode(() -> PolicyCheck.check(STANDARD)).doesNotThrowAnyException();
  }

  @Test
  void wantsOneToTwentySteps() {
    assertThat(problems(List.of())).containsExactly("steps COUNT");
    assertThat(problems(everySecondDay(20))).isEmpty();
    assertThat(problems(everySecondDay(21))).containsExactly("steps COUNT");
  }

  private static List<Step> everySecondDay(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Step.of("STEP_" + i, 2 * i + 1, Stage.NONE))
        .toList();
  }

  @Test
  void wantsEachKeyOnce() {
    assertThat(problems(List.of(step("A", 3, Stage.NONE), step("A", 7, Stage.NONE))))
        .containsExactly("steps[1].key NOT_UNIQUE");
  }

  @Test
  void keepsKeysOfManualRemindersFree() {
    assertThat(problems(List.of(step("MANUAL_1", 3, Stage.NONE))))
        .containsExactly("steps[0].key FORMAT");
    assertThat(problems(List.of(step("first", 3, Stage.NONE))))
        .containsExactly("steps[0].key FORMAT");
  }

  @Test
  void wantsStepsTwoDaysApartWhateverTheirOrder() {
    assertThat(problems(List.of(step("B", 4, Stage.NONE), step("A", 3, Stage.NONE))))
        .containsExactly("steps[0].offset_days TOO_CLOSE");
    assertThat(problems(List.of(step("A", 3, Stage.NONE), step("B", 5, Stage.NONE)))).isEmpty();
  }

  @Test
  void wantsStepsFrom30DaysBeforeTo180After() {
    assertThat(problems(List.of(step("A", -30, Stage.NONE), step("B", 180, Stage.FINAL))))
        .isEmpty();
    assertThat(problems(List.of(step("A", -31, Stage.NONE), step("B", 181, Stage.FINAL))))
        .containsExactly("steps[0].offset_days RANGE", "steps[1].offset_days RANGE");
  }

  @Test
  void wantsStagesInTheirOrder() {
    assertThat(problems(List.of(step("A", 3, Stage.REMINDER_2), step("B", 7, Stage.REMINDER_1))))
        .containsExactly("steps[1].stage ORDER");
    assertThat(
            problems(
                List.of(
                    step("A", 3, Stage.REMINDER_1),
                    step("B", 5, Stage.NONE),
                    step("C", 7, Stage.REMINDER_1))))
        .isEmpty();
  }

  @Test
  void wantsNoStageBeforeTheDueDayIsOverAndNoneForCollections() {
    assertThat(problems(List.of(step("A", 0, Stage.REMINDER_1), step("B", 3, Stage.COLLECTIONS))))
        .containsExactly("steps[0].stage NOT_ALLOWED", "steps[1].stage NOT_ALLOWED");
  }

  @Test
  void wantsAWindowWithTwoEndsInTheirOrder() {
    assertThat(problems(with(LocalTime.of(9, 0), null, 1, 3, 2)))
        .containsExactly("window_end REQUIRED");
    assertThat(problems(with(LocalTime.of(9, 0), LocalTime.of(9, 0), 1, 3, 2)))
        .containsExactly("window_end ORDER");
  }

  @Test
  void wantsNumbersWithinTheirLimits() {
    assertThat(problems(with(null, null, 0, 3, 2))).containsExactly("cap_per_day RANGE");
    assertThat(problems(with(null, null, 5, 3, 2))).containsExactly("cap_per_week ORDER");
    assertThat(problems(with(null, null, 1, 3, 15))).containsExactly("quiet_days_after_send RANGE");
  }

  @Test
  void refusesWithAllThatIsWrong() {
    assertThatThrownBy(() -> PolicyCheck.check(with(null, null, 0, 0, 99)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.details()).hasSize(3));
  }

  /** REM-04. */
  @Test
  void takesOtherDaysAfterDue() {
    var steps = ReminderPolicy.chasedOn(STANDARD.steps(), List.of(2, 9, 20, 30, 40));

    assertThat(steps.list())
        .extracting(step -> step.key() + " " + step.offsetDays() + " " + step.stage())
        .containsExactly(
            "PRE_3 -3 NONE",
            "REMINDER_1 2 REMINDER_1",
            "REMINDER_2 9 REMINDER_2",
            "FINAL 20 FINAL",
            "EXTRA_1 30 FINAL",
            "EXTRA_2 40 FINAL");
    assertThat(problems(steps.list())).isEmpty();
  }

  private static Step step(String key, int offset, Stage stage) {
    return Step.of(key, offset, stage);
  }

  private static List<String> problems(List<Step> steps) {
    return problems(with(steps, null, null, 1, 3, 2));
  }

  private static List<String> problems(ReminderPolicy policy) {
    return PolicyCheck.problems(policy).stream()
        .map(detail -> detail.field() + " " + detail.code())
        .toList();
  }

  private static ReminderPolicy with(
      @Nullable LocalTime opens,
      @Nullable LocalTime closes,
      int perDay,
      int perWeek,
      int quietDays) {
    return with(STANDARD.steps().list(), opens, closes, perDay, perWeek, quietDays);
  }

  private static ReminderPolicy with(
      List<Step> steps,
      @Nullable LocalTime opens,
      @Nullable LocalTime closes,
      int perDay,
      int perWeek,
      int quietDays) {
    return new ReminderPolicy(
        idOf("policy"),
        idOf("tenant"),
        "Own",
        false,
        true,
        true,
        new ReminderPolicy.Steps(steps),
        3,
        10,
        opens,
        closes,
        perDay,
        perWeek,
        true,
        14,
        quietDays,
        CatchUp.LATEST,
        null,
        null,
        0);
  }
}
