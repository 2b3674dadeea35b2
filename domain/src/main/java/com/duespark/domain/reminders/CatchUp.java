package com.duespark.domain.reminders;

/** What becomes of slots that could not be kept (REM-65). */
public enum CatchUp {
  /** Each invoice's latest missed step goes in the next slot; the others are skipped. */
  LATEST,
  /** All go, in their order, one per business day. */
  ALL,
  /** None goes. */
  SKIP,
  /** A person decides; after 7 days as SKIP. */
  ASK
}
