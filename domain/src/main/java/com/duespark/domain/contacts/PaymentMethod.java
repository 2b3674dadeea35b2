package com.duespark.domain.contacts;

/** How a contact likes to pay. */
public enum PaymentMethod {
  MPESA,
  BANK,
  CASH,
  CARD
}
