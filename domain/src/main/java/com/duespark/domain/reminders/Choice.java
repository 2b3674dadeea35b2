package com.duespark.domain.reminders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a step (REM-29, REM-65).
 *
 * @param movedTo the day it should go, in the customer's time; null = the plan's own
 * @param tone null = the step's own
 */
public record Choice(@Nullable LocalDate movedTo, @Nullable Tone tone, @Nullable Answer answer) {

  public static final Choice NONE = new Choice(null, null, null);

  /** Whether it should go. */
  public enum Answer {
    /** Missed, and it goes in the next slot: the answer to ASK. */
    SEND,
    /** It is left out, missed or not. */
    SKIP
  }
}
