package com.duespark.domain.invoices;

/** Stored statuses. OVERDUE is derived, never stored (INV-19). */
public enum InvoiceStatus {
  DRAFT,
  SCHEDULED,
  SENT,
  PARTIALLY_PAID,
  PAID,
  VOID,
  WRITTEN_OFF;

  /** Money is asked for and not yet all there. */
  public boolean isOpen() {
    return this == SENT || this == PARTIALLY_PAID;
  }

  /** No message has left as far as we know. */
  public boolean isBeforeSent() {
    return this == DRAFT || this == SCHEDULED;
  }
}
