package com.duespark.api.accounts;

import com.duespark.api.shared.LoginSettings;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Answers in steps of time: a mail to a known address is work that an unknown one does not make,
 * and a stop watch would tell them apart (AUT-03). Nobody waits with a transaction in hand.
 */
@Component
class Evenly {

  private final Duration step;

  Evenly(LoginSettings login) {
    this.step = login.answerStep();
  }

  void run(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    waitUntil(begun + wholeSteps(System.nanoTime() - begun));
  }

  private long wholeSteps(long nanos) {
    long one = Math.max(1, step.toNanos());
    return Math.ceilDiv(nanos, one) * one;
  }

  private static void waitUntil(long end) {
    long rest = end - System.nanoTime();
    while (rest > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(rest);
      rest = end - System.nanoTime();
    }
  }
}
