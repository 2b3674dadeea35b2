package com.duespark.domain.reminders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps an invoice's reminders from going out (REM-31 to REM-36).
 *
 * @param until when it ends by itself; null when only a change ends it
 */
public record Hold(Cause cause, @Nullable Instant until) {

  /** What holds, in the order in which its rule decides when several end (REM-70). */
  public enum Cause {
    DISPUTED("The invoice is disputed"),
    PROMISED("The customer promised to pay"),
    SWITCHED_OFF("Automatic reminders are switched off"),
    CONTACT("The contact does not want reminders or cannot be reached"),
    PAUSED("Reminders are paused"),
    PAYMENT_PENDING("A payment is on its way"),
    ASKED("It was missed and waits for a person's decision");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  boolean holds(Instant moment) {
    return until == null || moment.isBefore(until);
  }
}
