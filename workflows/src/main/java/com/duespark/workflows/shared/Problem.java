package com.duespark.workflows.shared;

import io.temporal.failure.TemporalFailure;
import org.jspecify.annotations.Nullable;

/** What went wrong, for people who look at a workflow. */
public final class Problem {

  private Problem() {}

  /** The words of what happened, not of the activity that it happened to. */
  public static @Nullable String words(TemporalFailure failure) {
    return failure.getCause() instanceof TemporalFailure cause
        ? cause.getOriginalMessage()
        : failure.getOriginalMessage();
  }
}
