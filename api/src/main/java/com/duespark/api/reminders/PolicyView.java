package com.duespark.api.reminders;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Versioned;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.CatchUp;
import com.duespark.domain.reminders.ReminderPolicy;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Step;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a business chases (EP-109).
 *
 * @param adaptive whether days and hours follow how a customer pays
 * @param windowStart null = the business's own sending window
 * @param capPerDay messages to one contact in a day
 * @param capPerWeek in a day and the six before
 * @param collectionsAfterDays days after the last reminder until a person takes over
 * @param quietDaysAfterSend days without a reminder after any message about the invoice
 */
@Schema(name = "ReminderPolicy")
record PolicyView(
    UUID id,
    String name,
    boolean isDefault,
    boolean enabled,
    boolean adaptive,
    List<StepView> steps,
    int toneNeutralAfterDays,
    int toneFirmAfterDays,
    @Nullable LocalTime windowStart,
    @Nullable LocalTime windowEnd,
    int capPerDay,
    int capPerWeek,
    boolean consolidate,
    int collectionsAfterDays,
    int quietDaysAfterSend,
    CatchUp catchUp,
    int version,
    List<String> allowedActions)
    implements Versioned {

  private static final String AUTO = "AUTO";

  /**
   * One step (REM-02).
   *
   * @param offsetDays days after the due day; negative = before
   * @param channel EMAIL, SMS, WHATSAPP or AUTO
   * @param tone FRIENDLY, NEUTRAL, FIRM or AUTO
   */
  @Schema(name = "ReminderStep")
  record StepView(
      String key,
      int offsetDays,
      Stage stage,
      String channel,
      String tone,
      @Nullable UUID templateId) {

    static StepView of(Step step) {
      return new StepView(
          step.key(),
          step.offsetDays(),
          step.stage(),
          step.channel() == null ? AUTO : step.channel().name(),
          step.tone() == null ? AUTO : step.tone().name(),
          step.templateId());
    }
  }

  static PolicyView of(ReminderPolicy policy, Caller caller) {
    return new PolicyView(
        policy.id(),
        policy.name(),
        policy.isDefault(),
        policy.enabled(),
        policy.adaptive(),
        policy.steps().list().stream()
            .sorted(Comparator.comparing(Step::offsetDays))
            .map(StepView::of)
            .toList(),
        policy.toneNeutralAfterDays(),
        policy.toneFirmAfterDays(),
        policy.windowStart(),
        policy.windowEnd(),
        policy.capPerDay(),
        policy.capPerWeek(),
        policy.consolidate(),
        policy.collectionsAfterDays(),
        policy.quietDaysAfterSend(),
        policy.catchUp(),
        policy.version(),
        actions(policy, caller));
  }

  private static List<String> actions(ReminderPolicy policy, Caller caller) {
    if (!caller.isPerson(Role.ADMIN)) {
      return List.of();
    }
    return policy.isDefault() ? List.of("update") : List.of("update", "make_default", "delete");
  }
}
