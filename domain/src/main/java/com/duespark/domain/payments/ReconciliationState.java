package com.duespark.domain.payments;

/** Whether a payment fits what we asked for. */
public enum ReconciliationState {
  MATCHED,
  UNMATCHED,
  EXCEPTION
}
