package com.duespark.worker.telemetry;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Temporal's own metrics of client and workers ({@code temporal_*}), among ours. */
@Configuration(proxyBeanMethods = false)
class TemporalMetrics {

  /** The SDK collects and hands over this often. */
  private static final double REPORT_SECONDS = 5;

  /** The SDK asks for 69 buckets a timer; the few that are looked at are named in our settings. */
  @Bean
  MeterFilter temporalBuckets() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().startsWith("temporal_")
            ? DistributionStatisticConfig.builder()
                .percentilesHistogram(false)
                .build()
                .merge(config)
            : config;
      }
    };
  }

  @Bean(destroyMethod = "close")
  Scope temporalScope(MeterRegistry meters) throws ScopeCloseException {
    return new RootScopeBuilder()
        .reporter(new MicrometerClientStatsReporter(meters))
        .reportEvery(com.uber.m3.util.Duration.ofSeconds(REPORT_SECONDS));
  }
}
