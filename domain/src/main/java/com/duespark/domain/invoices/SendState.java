package com.duespark.domain.invoices;

/** Where the latest send of an invoice stands (INV-06). */
public enum SendState {
  IDLE,
  SENDING,
  FAILED,
  UNKNOWN;

  /** A send is under way or undecided: only void is accepted. */
  public boolean isUndecided() {
    return this == SENDING || this == UNKNOWN;
  }
}
