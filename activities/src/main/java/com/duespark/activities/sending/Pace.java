package com.duespark.activities.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** So many requests a second in this process, evenly spaced after a burst of one second's worth. */
final class Pace {

  private static final Duration BURST = Duration.ofSeconds(1);

  private final Clock clock;
  private final @Nullable Duration step;
  private Instant free = Instant.MIN;

  /**
   * A pace.
   *
   * @param perSecond null = unlimited
   */
  Pace(@Nullable Integer perSecond, Clock clock) {
    this.clock = clock;
    this.step = perSecond == null ? null : BURST.dividedBy(perSecond);
  }

  /** Takes a place; how long to wait when there is none. */
  synchronized Optional<Duration> take() {
    if (step == null) {
      return Optional.empty();
    }
    var now = clock.instant();
    var earliest = now.minus(BURST).plus(step);
    var place = free.isBefore(earliest) ? earliest : free;
    if (place.isAfter(now)) {
      return Optional.of(Duration.between(now, place));
    }
    free = place.plus(step);
    return Optional.empty();
  }
}
