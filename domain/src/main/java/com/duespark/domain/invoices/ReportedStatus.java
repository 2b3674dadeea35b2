package com.duespark.domain.invoices;

/** What a reader sees: an {@link InvoiceStatus}, or OVERDUE for a late SENT invoice (INV-19). */
public enum ReportedStatus {
  DRAFT,
  SCHEDULED,
  SENT,
  OVERDUE,
  PARTIALLY_PAID,
  PAID,
  VOID,
  WRITTEN_OFF;

  static ReportedStatus of(InvoiceStatus status, boolean overdue) {
    return status == InvoiceStatus.SENT && overdue ? OVERDUE : valueOf(status.name());
  }
}
