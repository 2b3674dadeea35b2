package com.duespark.domain.reminders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether reminders stand still right now (REM-33).
 *
 * @param until when they go on by themselves; null while nothing is paused, and when only a person
 *     ends it
 */
public record Pause(boolean on, @Nullable Instant until) {

  public static final Pause NONE = new Pause(false, null);

  /** As the columns say it; one that is over is none. */
  static Pause of(boolean paused, @Nullable Instant until, Instant now) {
    return paused && (until == null || until.isAfter(now)) ? new Pause(true, until) : NONE;
  }
}
