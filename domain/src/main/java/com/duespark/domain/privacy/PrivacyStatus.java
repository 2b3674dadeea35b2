package com.duespark.domain.privacy;

/** How far a request is. */
public enum PrivacyStatus {
  /** Just asked; it runs within seconds. */
  OPEN,
  /** Something stands in its way, see {@link Obstacle}. */
  WAITING,
  DONE,
  /** Taken back before it ran. */
  CANCELED;

  public boolean isFinished() {
    return this == DONE || this == CANCELED;
  }
}
