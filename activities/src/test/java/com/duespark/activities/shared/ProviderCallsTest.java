package com.duespark.activities.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

class ProviderCallsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ProviderCalls calls = new ProviderCalls(registry(meters));

  @Test
  void aCallIsTimedByWhatItsAnswerMeans() {
    assertThat(calls.call("postmark", "send", () -> 42, answer -> "accepted")).isEqualTo(42);

    assertThat(count("accepted")).isEqualTo(1);
    assertThat(meters.find("duespark_provider_call").tag("outcome", "error").timer()).isNull();
  }

  @Test
  void aFailureIsTimedAndPassedOn() {
    assertThatThrownBy(() -> calls.call("postmark", "send", ProviderCallsTest::fails, any -> "no"))
        .isInstanceOf(IllegalStateException.class);

    assertThat(count("error")).isEqualTo(1);
  }

  private static Integer fails() {
    throw new IllegalStateException("down");
  }

  private long count(String outcome) {
    return meters
        .get("duespark_provider_call")
        .tag("provider", "postmark")
        .tag("operation", "send")
        .tag("outcome", outcome)
        .timer()
        .count();
  }

  private static ObservationRegistry registry(SimpleMeterRegistry meters) {
    var registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    return registry;
  }
}
