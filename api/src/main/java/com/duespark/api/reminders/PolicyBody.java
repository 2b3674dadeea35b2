package com.duespark.api.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.CatchUp;
import com.duespark.domain.reminders.ReminderPolicy;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Step;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a business chases, as a person writes it (EP-109). What is absent is as in the standard
 * policy.
 *
 * @param isDefault true makes it the default; the default is never taken away, only given on
 * @param windowStart with {@code windowEnd}, or neither: then the business's own window
 */
record PolicyBody(
    @NotBlank @Size(max = 200) String name,
    @Nullable Boolean isDefault,
    @Nullable Boolean enabled,
    @Nullable Boolean adaptive,
    @Nullable @Size(max = 100) List<@Valid StepBody> steps,
    @Nullable Integer toneNeutralAfterDays,
    @Nullable Integer toneFirmAfterDays,
    @Nullable LocalTime windowStart,
    @Nullable LocalTime windowEnd,
    @Nullable Integer capPerDay,
    @Nullable Integer capPerWeek,
    @Nullable Boolean consolidate,
    @Nullable Integer collectionsAfterDays,
    @Nullable Integer quietDaysAfterSend,
    @Nullable CatchUp catchUp) {

  private static final String AUTO = "AUTO";

  /**
   * One step (REM-02).
   *
   * @param offsetDays days after the due day; negative = before
   * @param channel EMAIL, SMS, WHATSAPP or AUTO; AUTO when absent
   * @param tone FRIENDLY, NEUTRAL, FIRM or AUTO; AUTO when absent
   */
  @Schema(name = "ReminderStepContent")
  record StepBody(
      @NotBlank @Size(max = 40) String key,
      @NotNull Integer offsetDays,
      @Nullable Stage stage,
      @Nullable @Size(max = 20) String channel,
      @Nullable @Size(max = 20) String tone,
      @Nullable UUID templateId) {

    static StepBody of(Step step) {
      return new StepBody(
          step.key(),
          step.offsetDays(),
          step.stage(),
          step.channel() == null ? AUTO : step.channel().name(),
          step.tone() == null ? AUTO : step.tone().name(),
          step.templateId());
    }

    Step read(int index) {
      if (templateId != null) {
        throw Refused.invalid(
            "steps[%d].template_id".formatted(index), "NOT_FOUND", "There is no such template");
      }
      return new Step(
          key,
          offsetDays,
          stage == null ? Stage.NONE : stage,
          word(channel, Channel.class, "steps[%d].channel".formatted(index)),
          word(tone, Tone.class, "steps[%d].tone".formatted(index)),
          null);
    }

    private static <E extends Enum<E>> @Nullable E word(
        @Nullable String text, Class<E> type, String field) {
      if (text == null || text.equals(AUTO)) {
        return null;
      }
      try {
        return Enum.valueOf(type, text);
      } catch (IllegalArgumentException e) {
        throw Refused.invalid(
            field,
            "FORMAT",
            "Use AUTO, "
                + String.join(
                    ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
      }
    }
  }

  static PolicyBody of(ReminderPolicy policy) {
    return new PolicyBody(
        policy.name(),
        policy.isDefault(),
        policy.enabled(),
        policy.adaptive(),
        policy.steps().list().stream().map(StepBody::of).toList(),
        policy.toneNeutralAfterDays(),
        policy.toneFirmAfterDays(),
        policy.windowStart(),
        policy.windowEnd(),
        policy.capPerDay(),
        policy.capPerWeek(),
        policy.consolidate(),
        policy.collectionsAfterDays(),
        policy.quietDaysAfterSend(),
        policy.catchUp());
  }

  /**
   * The policy with this content; what is absent stays.
   *
   * @param standard whether it is the default when the content does not say
   */
  ReminderPolicy onto(ReminderPolicy policy, boolean standard) {
    return new ReminderPolicy(
        policy.id(),
        policy.tenantId(),
        name.strip(),
        Objects.requireNonNullElse(isDefault, standard),
        Objects.requireNonNullElse(enabled, policy.enabled()),
        Objects.requireNonNullElse(adaptive, policy.adaptive()),
        steps == null ? policy.steps() : read(steps),
        Objects.requireNonNullElse(toneNeutralAfterDays, policy.toneNeutralAfterDays()),
        Objects.requireNonNullElse(toneFirmAfterDays, policy.toneFirmAfterDays()),
        windowStart,
        windowEnd,
        Objects.requireNonNullElse(capPerDay, policy.capPerDay()),
        Objects.requireNonNullElse(capPerWeek, policy.capPerWeek()),
        Objects.requireNonNullElse(consolidate, policy.consolidate()),
        Objects.requireNonNullElse(collectionsAfterDays, policy.collectionsAfterDays()),
        Objects.requireNonNullElse(quietDaysAfterSend, policy.quietDaysAfterSend()),
        Objects.requireNonNullElse(catchUp, policy.catchUp()),
        policy.createdAt(),
        policy.createdBy(),
        policy.version());
  }

  private static ReminderPolicy.Steps read(List<StepBody> steps) {
    var read = new ArrayList<Step>();
    for (int i = 0; i < steps.size(); i++) {
      read.add(steps.get(i).read(i));
    }
    return new ReminderPolicy.Steps(read);
  }
}
