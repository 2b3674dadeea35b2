package com.duespark.domain.deliveries;

/** Why a message is sent (CNV-04). */
public enum DeliveryType {
  INVOICE_SENT,
  QUOTE_SENT,
  REMINDER,
  OVERDUE,
  PAYMENT_RECEIVED,
  MESSAGE,
  SYSTEM
}
