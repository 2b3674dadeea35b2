package com.duespark.domain.reminders;

/** How a reminder speaks, mildest first (REM-10). */
public enum Tone {
  FRIENDLY,
  NEUTRAL,
  FIRM;

  /**
   * The tone for an invoice that is this many days late: friendly before and shortly after the due
   * day, firm at the end. Both thresholds are strict: {@code neutralAfter = 3} makes day 4 neutral.
   */
  public static Tone choose(int overdueDays, int neutralAfter, int firmAfter) {
    if (overdueDays > firmAfter) {
      return FIRM;
    }
    return overdueDays > neutralAfter ? NEUTRAL : FRIENDLY;
  }

  /** The stricter of two. */
  public Tone or(Tone other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
