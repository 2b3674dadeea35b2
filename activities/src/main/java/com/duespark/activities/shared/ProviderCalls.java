package com.duespark.activities.shared;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Every request to a provider as an operator sees it: how long, and what came of it ({@code
 * duespark_provider_call_seconds}), and a span of its own where traces are on.
 */
@Component
public class ProviderCalls {

  private final ObservationRegistry observations;

  public ProviderCalls(ObservationRegistry observations) {
    this.observations = observations;
  }

  /**
   * Makes one request.
   *
   * @param operation a verb, as in {@code send}
   * @param outcome names what the answer means, one of a few words; a thrown failure is {@code
   *     error}
   */
  public <T> T call(
      String provider, String operation, Supplier<T> request, Function<T, String> outcome) {
    var observation =
        Observation.createNotStarted("duespark_provider_call", observations)
            .contextualName(provider + " " + operation)
            .lowCardinalityKeyValue("provider", provider)
            .lowCardinalityKeyValue("operation", operation)
            .lowCardinalityKeyValue("outcome", "error");
    return observation.observe(
        () -> {
          var answer = request.get();
          observation.lowCardinalityKeyValue("outcome", outcome.apply(answer));
          return answer;
        });
  }
}
