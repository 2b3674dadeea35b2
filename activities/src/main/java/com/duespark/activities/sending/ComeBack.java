package com.duespark.activities.sending;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/**
 * Not final yet: the activity is to be called again after this time. Expected, so nobody is
 * alarmed.
 */
public final class ComeBack {

  private ComeBack() {}

  public static ApplicationFailure after(Duration time) {
    return ApplicationFailure.newBuilder()
        .setMessage("Not final yet")
        .setType("NOT_FINAL")
        .setNextRetryDelay(time.isZero() ? Duration.ofMillis(10) : time)
        .setCategory(ApplicationErrorCategory.BENIGN)
        .build();
  }
}
