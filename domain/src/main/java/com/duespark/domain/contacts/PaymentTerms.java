package com.duespark.domain.contacts;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** When an invoice falls due by default (CON-06). */
public enum PaymentTerms {
  DUE_ON_RECEIPT(0),
  NET_15(15),
  NET_30(30),
  NET_60(60),
  CUSTOM(-1);

  private final int days;

  PaymentTerms(int days) {
    this.days = days;
  }

  /** Days from issue to due. */
  OptionalInt days(@Nullable Integer customDays) {
    if (this != CUSTOM) {
      return OptionalInt.of(days);
    }
    return customDays == null ? OptionalInt.empty() : OptionalInt.of(customDays);
  }
}
