package com.duespark.domain.reminders;

/** How far chasing an invoice has got; moves only forward within a cycle (REM-50). */
public enum Stage {
  NONE,
  REMINDER_1,
  REMINDER_2,
  FINAL,
  COLLECTIONS;

  public boolean isAfter(Stage other) {
    return compareTo(other) > 0;
  }
}
