package com.duespark.domain.platform;

/** What became of stuck work (ENT-08). */
public enum DeadLetterStatus {
  OPEN,
  REQUEUED,
  DISCARDED
}
