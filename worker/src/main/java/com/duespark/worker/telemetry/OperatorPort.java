package com.duespark.worker.telemetry;

import com.duespark.api.health.Probes;
import com.duespark.domain.shared.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Metrics and probes on an address of their own, in every role: {@code /metrics}, {@code /healthz},
 * {@code /readyz}, and the pages that others bring. The JDK's server, because a second web context
 * would cost every process some 30 MB and a slower start. First to start and last to stop, so that
 * both can be watched.
 */
@Component
class OperatorPort implements SmartLifecycle {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json";

  private final PrometheusMeterRegistry meters;
  private final Probes probes;
  private final List<OperatorPage> pages;
  private final InetSocketAddress address;
  private @Nullable HttpServer server;

  OperatorPort(
      PrometheusMeterRegistry meters,
      Probes probes,
      List<OperatorPage> pages,
      @Value("${duespark.metrics.address:127.0.0.1}") String host,
      @Value("${duespark.ports.metrics}") int port) {
    this.meters = meters;
    this.probes = probes;
    this.pages = pages;
    this.address = new InetSocketAddress(host, port);
  }

  @Override
  public void start() {
    try {
      var opened = HttpServer.create(address, 0);
      opened.createContext("/metrics", exchange -> answer(exchange, 200, TEXT, meters.scrape()));
      opened.createContext(
          "/healthz", exchange -> answer(exchange, 200, JSON, "{\"status\":\"UP\"}"));
      opened.createContext("/readyz", this::readiness);
      pages.forEach(page -> opened.createContext(page.path(), page));
      opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      opened.start();
      server = opened;
    } catch (IOException e) {
      throw new IllegalStateException(
          "The operator's port %s cannot be opened: %s".formatted(address, e.getMessage()), e);
    }
  }

  private void readiness(HttpExchange exchange) throws IOException {
    var found = probes.look();
    answer(
        exchange,
        found.ready() ? 200 : 503,
        JSON,
        Json.write(Map.of("status", found.status(), "parts", found.parts())));
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void stop() {
    var running = server;
    if (running != null) {
      running.stop(0);
      server = null;
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
