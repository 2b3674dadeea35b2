package com.duespark.domain.deliveries;

/** Where a message stands (CNV-05). */
public enum DeliveryStatus {
  NEW,
  ATTEMPTING,
  SENT,
  DELIVERED,
  FAILED,
  SUPPRESSED,
  UNKNOWN,
  BOUNCED,
  COMPLAINED;

  /** Something of ours still has to happen. */
  public boolean isUnfinished() {
    return this == NEW || this == ATTEMPTING;
  }

  /** The provider took it, whatever came later. */
  public boolean isAccepted() {
    return this == SENT || this == DELIVERED || this == BOUNCED || this == COMPLAINED;
  }

  /** NEW and ATTEMPTING are one thing to a reader. */
  public String shown() {
    return isUnfinished() ? "PENDING" : name();
  }
}
