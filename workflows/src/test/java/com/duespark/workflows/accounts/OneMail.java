package com.duespark.workflows.accounts;

import com.duespark.workflows.accounts.AccountMailWorkflow.AccountMail;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** An account mail that the provider does not take at first. */
public final class OneMail implements AccountMailActivities {

  private final int failures;
  private int attempts;

  public OneMail(int failures) {
    this.failures = failures;
  }

  @Override
  public synchronized void deliver(AccountMail mail) {
    if (++attempts <= failures) {
      throw ApplicationFailure.newBuilder()
          .setMessage("Not final yet")
          .setType("NOT_FINAL")
          .setNextRetryDelay(Duration.ofMinutes(2))
          .build();
    }
  }

  public synchronized int attempts() {
    return attempts;
  }
}
