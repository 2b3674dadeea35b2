package com.duespark.domain.deliveries;

/** Who reads a message. */
public enum Audience {
  PAYER,
  MERCHANT
}
