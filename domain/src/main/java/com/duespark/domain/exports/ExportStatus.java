package com.duespark.domain.exports;

/** How far an export is (XPT-01). */
public enum ExportStatus {
  QUEUED,
  RUNNING,
  /** Can be fetched. */
  READY,
  FAILED,
  /** It was ready, and its days are over. */
  EXPIRED;

  public boolean isUnderWay() {
    return this == QUEUED || this == RUNNING;
  }
}
