package com.duespark.domain.reminders;

/** Where a reminder stands (RMD-02). */
public enum ReminderStatus {
  SCHEDULED,
  HELD,
  SENDING,
  SENT,
  UNKNOWN,
  SKIPPED,
  CANCELED,
  FAILED;

  /** A message left, may have left, or is about to: nothing plans it anew. */
  public boolean isOut() {
    return this == SENDING || this == SENT || this == UNKNOWN;
  }

  /** The plan may still change it. */
  public boolean isOpen() {
    return this == SCHEDULED || this == HELD;
  }
}
