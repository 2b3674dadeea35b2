package com.duespark.api.testclock;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far to go; exactly one of the three.
 *
 * @param nextEvent to the next thing that happens by itself
 */
@Schema(name = "MoveTestClock")
record ClockBody(
    @Nullable Boolean nextEvent, @Nullable @Min(1) @Max(400) Integer days, @Nullable Instant to) {

  @AssertTrue(message = "Give one of next_event, days, to")
  @Schema(hidden = true)
  boolean isOne() {
    return Stream.of(Boolean.TRUE.equals(nextEvent) ? nextEvent : null, days, to)
            .filter(Objects::nonNull)
            .count()
        == 1;
  }
}
