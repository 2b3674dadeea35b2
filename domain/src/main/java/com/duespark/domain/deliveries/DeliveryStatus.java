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

  /** It left, and nobody says that it did not arrive. */
  public boolean isGood() {
    return this == SENT || this == DELIVERED;
  }

  /**
   * Whether somebody's word on what became of it is wanted. A provider's echo also ends a doubt
   * that is still being looked into.
   */
  public boolean canBeResolved(boolean byProvider) {
    return this == UNKNOWN || (byProvider && isUnfinished());
  }

  /**
   * Whether a provider's word takes it there: forward only, whatever order events come in, and what
   * is worse outlasts what is better (CNV-05).
   */
  public boolean canBecome(DeliveryStatus next) {
    return switch (this) {
      case SENT -> next == DELIVERED || next == FAILED || next == BOUNCED || next == COMPLAINED;
      case DELIVERED -> next == BOUNCED || next == COMPLAINED;
      case BOUNCED -> next == COMPLAINED;
      case NEW, ATTEMPTING, FAILED, SUPPRESSED, UNKNOWN, COMPLAINED -> false;
    };
  }

  /** NEW and ATTEMPTING are one thing to a reader. */
  public String shown() {
    return isUnfinished() ? "PENDING" : name();
  }
}
