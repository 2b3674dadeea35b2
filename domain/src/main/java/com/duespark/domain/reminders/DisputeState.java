package com.duespark.domain.reminders;

/** Whether the customer objects to an invoice (INV-07); while OPEN nothing is sent (REM-31). */
public enum DisputeState {
  NONE,
  OPEN,
  RESOLVED
}
