package com.duespark.api.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How many events of a provider came in ({@code duespark_webhooks_received}). */
final class Received {

  private final Counter stored;
  private final Counter repeated;
  private final Counter refused;

  Received(MeterRegistry meters, String provider) {
    stored = counter(meters, provider, "stored");
    repeated = counter(meters, provider, "repeated");
    refused = counter(meters, provider, "refused");
  }

  private static Counter counter(MeterRegistry meters, String provider, String outcome) {
    return meters.counter("duespark_webhooks_received", "provider", provider, "outcome", outcome);
  }

  void stored(boolean fresh) {
    (fresh ? stored : repeated).increment();
  }

  void refused() {
    refused.increment();
  }
}
