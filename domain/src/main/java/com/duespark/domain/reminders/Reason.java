package com.duespark.domain.reminders;

/**
 * Why a reminder stands where it stands, as code and words (REM-73).
 *
 * @param words one plain sentence with its evidence; no names, no amounts
 */
public record Reason(Code code, String words) {

  /** The rule that decided: first those that set the day, then those that kept it from leaving. */
  public enum Code {
    OFFSET,
    LATE_PAYER,
    ON_TIME_PAYER,
    USUAL_WEEKDAY,
    USUAL_HOUR,
    MOVED_BY_USER,
    PROMISE_BROKEN,
    WEEKEND,
    HOLIDAY,
    PRE_DUE_BOUND,
    QUIET,
    CAP,
    CHANNEL,
    MERGED,
    CATCH_UP,
    HELD,
    SUPERSEDED,
    WINDOW,
    TOO_SOON,
    MISSED,
    SKIPPED_BY_USER,
    BY_HAND,
    CANCELED;

    /** Whether it says how the step came to its day. */
    boolean setsDay() {
      return switch (this) {
        case OFFSET,
            LATE_PAYER,
            ON_TIME_PAYER,
            USUAL_WEEKDAY,
            MOVED_BY_USER,
            PROMISE_BROKEN,
            WEEKEND,
            HOLIDAY,
            PRE_DUE_BOUND,
            QUIET,
            CAP,
            CATCH_UP ->
            true;
        case USUAL_HOUR,
            CHANNEL,
            MERGED,
            HELD,
            SUPERSEDED,
            WINDOW,
            TOO_SOON,
            MISSED,
            SKIPPED_BY_USER,
            BY_HAND,
            CANCELED ->
            false;
      };
    }
  }
}
