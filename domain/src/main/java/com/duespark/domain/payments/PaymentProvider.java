package com.duespark.domain.payments;

/** Through whom money came. */
public enum PaymentProvider {
  STRIPE("Card"),
  MPESA("M-PESA"),
  PAYPAL("PayPal"),
  CASH("Cash"),
  BANK("Bank transfer"),
  POS_PROVIDER("Till"),
  OTHER("Other");

  private final String label;

  PaymentProvider(String label) {
    this.label = label;
  }

  /** Plain words for a receipt. */
  public String label() {
    return label;
  }

  /** A person may record it by hand (EP-116). */
  public boolean isManual() {
    return this == CASH || this == BANK || this == MPESA || this == OTHER;
  }
}
