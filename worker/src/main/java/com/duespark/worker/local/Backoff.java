package com.duespark.worker.local;

import java.time.Duration;

/**
 * How long to wait before a dead process is started again: a blink when it had lived, twice as long
 * each time it dies young.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration OF_AGE = Duration.ofSeconds(10);

  private Duration next = FIRST;

  Duration after(Duration lived) {
    if (lived.compareTo(OF_AGE) >= 0) {
      next = FIRST;
    }
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return pause;
  }
}
