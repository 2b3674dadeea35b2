package com.duespark.worker.telemetry;

import com.duespark.api.health.Probes;
import com.duespark.domain.ops.Outstanding;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What waits and what is missing, asked when somebody scrapes and at most every five seconds. A
 * part that hangs must not cost the scrape: after three seconds it gets the answer before.
 */
@Component
class Pulse implements MultiCollector {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** One answer. */
  private record Beat(Map<String, Boolean> parts, List<Outstanding.Line> waiting) {}

  private final Outstanding outstanding;
  private final Probes probes;
  private CompletableFuture<Beat> asked =
      CompletableFuture.completedFuture(new Beat(Map.of(), List.of()));
  private Beat last = new Beat(Map.of(), List.of());
  private long askedAt = System.nanoTime() - FRESH.toNanos();

  Pulse(Outstanding outstanding, Probes probes, PrometheusMeterRegistry meters) {
    this.outstanding = outstanding;
    this.probes = probes;
    meters.getPrometheusRegistry().register(this);
  }

  @Override
  public MetricSnapshots collect() {
    var beat = beat();
    var metrics = new TreeMap<String, GaugeSnapshot.Builder>();
    beat.parts.forEach((part, up) -> add(metrics, "duespark_ready", "part", part, up ? 1 : 0));
    for (var line : beat.waiting) {
      var name = "duespark_" + line.what();
      add(metrics, name, "kind", line.kind(), (double) line.items());
      if (line.oldestSeconds() != null) {
        add(metrics, name + "_oldest_seconds", "kind", line.kind(), line.oldestSeconds());
      }
    }
    var snapshots = MetricSnapshots.builder();
    metrics.values().forEach(metric -> snapshots.metricSnapshot(metric.build()));
    return snapshots.build();
  }

  private static void add(
      Map<String, GaugeSnapshot.Builder> metrics,
      String name,
      String label,
      String word,
      double value) {
    metrics
        .computeIfAbsent(name, fresh -> GaugeSnapshot.builder().name(fresh))
        .dataPoint(
            GaugeDataPointSnapshot.builder()
                .labels(word.isEmpty() ? Labels.EMPTY : Labels.of(label, word))
                .value(value)
                .build());
  }

  private synchronized Beat beat() {
    if (asked.isDone() && System.nanoTime() - askedAt >= FRESH.toNanos()) {
      askedAt = System.nanoTime();
      asked =
          CompletableFuture.supplyAsync(
              this::ask, work -> Thread.ofVirtual().name("pulse").start(work));
    }
    last = asked.copy().completeOnTimeout(last, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    return last;
  }

  private Beat ask() {
    var parts = probes.look().up();
    try {
      return new Beat(parts, outstanding.now());
    } catch (RuntimeException e) {
      LOG.warn("what waits cannot be counted: {}", e.toString());
      return new Beat(parts, List.of());
    }
  }
}
