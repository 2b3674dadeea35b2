package com.duespark.domain.platform;

/** How far a stored event got. */
public enum EventStatus {
  RECEIVED,
  PROCESSED,
  FAILED,
  IGNORED
}
