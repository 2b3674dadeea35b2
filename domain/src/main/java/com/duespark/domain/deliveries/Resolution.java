package com.duespark.domain.deliveries;

/** A person's word on an UNKNOWN delivery. */
public enum Resolution {
  SENT,
  RESEND
}
