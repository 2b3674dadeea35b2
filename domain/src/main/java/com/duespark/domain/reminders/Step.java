package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a policy (REM-02).
 *
 * @param key unique within the policy, for example {@code REMINDER_1}
 * @param offsetDays days after the due day, −30 to 180; negative = before
 * @param stage where the invoice stands once this step was sent; NONE moves nothing
 * @param channel null = AUTO (REM-06)
 * @param tone null = AUTO: chosen by the days overdue (REM-10)
 * @param templateId null = the preset of tone and channel
 */
public record Step(
    String key,
    int offsetDays,
    Stage stage,
    @Nullable Channel channel,
    @Nullable Tone tone,
    @Nullable UUID templateId) {

  public static Step of(String key, int offsetDays, Stage stage) {
    return new Step(key, offsetDays, stage, null, null, null);
  }

  /** On or before the due day; such a step never leaves after it (REM-69, REM-72). */
  public boolean isPreDue() {
    return offsetDays <= 0;
  }
}
