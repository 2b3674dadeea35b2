package com.duespark.domain.payments;

/** Where a payment stands (PYM-02). */
public enum PaymentStatus {
  PENDING,
  SUCCEEDED,
  FAILED,
  EXPIRED,
  PARTIALLY_REFUNDED,
  REFUNDED;

  /** Money is, or was, here. */
  public boolean wasReceived() {
    return this == SUCCEEDED || this == PARTIALLY_REFUNDED || this == REFUNDED;
  }
}
