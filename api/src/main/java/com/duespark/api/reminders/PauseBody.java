package com.duespark.api.reminders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long reminders stand still (EP-089, EP-113).
 *
 * @param until a moment in the future; until somebody resumes when absent
 */
@Schema(name = "PauseReminders")
public record PauseBody(@Nullable Instant until) {

  public static @Nullable Instant endOf(@Nullable PauseBody body) {
    return body == null ? null : body.until();
  }
}
