package com.duespark.api.testclock;

import com.duespark.domain.tenants.TestClock;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a test business stands in time.
 *
 * @param movingTo where it is on its way to; null when it stands
 * @param next what will happen by itself, soonest first, at most 20
 */
@Schema(name = "TestClock")
record ClockView(Instant now, @Nullable Instant movingTo, List<Next> next) {

  /**
   * One thing to come.
   *
   * @param kind REMINDER or SCHEDULED_SEND
   * @param id of the contact, or of the invoice
   */
  @Schema(name = "TestClockEvent")
  record Next(String kind, UUID id, Instant at) {}

  static ClockView of(Instant now, @Nullable Instant target, List<TestClock.Event> events) {
    return new ClockView(
        now,
        target,
        events.stream().map(event -> new Next(event.kind(), event.id(), event.at())).toList());
  }
}
