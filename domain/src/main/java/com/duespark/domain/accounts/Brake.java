package com.duespark.domain.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What slows down whoever guesses passwords for one address (AUT-04).
 *
 * @param failures of the run that goes on
 * @param failedSince when that run began
 * @param lockedUntil null while passwords may be tried
 */
public record Brake(int failures, Instant failedSince, @Nullable Instant lockedUntil) {

  private static final int FREE_FAILURES = 5;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration FIRST_DELAY = Duration.ofSeconds(30);

  /** Nothing has failed. */
  public static Brake free(Instant now) {
    return new Brake(0, now, null);
  }

  /** From the fifth failure within 15 minutes each one doubles the wait, up to 15 minutes. */
  public Brake failed(Instant now) {
    var run = now.isAfter(end()) ? free(now) : this;
    int count = run.failures + 1;
    if (count < FREE_FAILURES) {
      return new Brake(count, run.failedSince, run.lockedUntil);
    }
    int doublings = Math.min(count - FREE_FAILURES, 10);
    var delay = FIRST_DELAY.multipliedBy(1L << doublings);
    return new Brake(
        count, run.failedSince, now.plus(delay.compareTo(WINDOW) > 0 ? WINDOW : delay));
  }

  private Instant end() {
    return Objects.requireNonNullElse(lockedUntil, failedSince).plus(WINDOW);
  }

  /** How long passwords are refused from now on; zero when they are not. */
  public Duration lockedFor(Instant now) {
    return lockedUntil == null || !now.isBefore(lockedUntil)
        ? Duration.ZERO
        : Duration.between(now, lockedUntil);
  }
}
