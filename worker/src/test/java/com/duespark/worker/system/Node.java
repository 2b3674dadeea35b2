package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One process of an installation, in the role {@code api} or {@code worker}.
 *
 * @param http the public port it was given
 * @param metrics the operator's port
 * @param output everything it said
 */
record Node(Process process, int http, int metrics, Path output) {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(40);

  /** Waits until everything that it needs is there. */
  Node awaitReady() {
    await().atMost(START).pollInterval(Duration.ofMillis(100)).until(this::isReady);
    return this;
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("It ended while starting; its output is " + output);
    }
    try {
      return operator("/readyz").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Asks at the operator's port. */
  Reply operator(String path) {
    return Http.get("http://127.0.0.1:" + metrics + path);
  }

  /** Whether a part is there, as this process sees it. */
  String part(String name) {
    return operator("/readyz").json().path("parts").path(name).asString("");
  }

  List<JsonNode> logLines() {
    try (Stream<String> lines = Files.lines(output)) {
      return lines.map(Http.JSON::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a crash would. */
  void kill() {
    process.destroyForcibly();
    await().atMost(STOP).until(() -> !process.isAlive());
  }

  /** Asks it to end, and waits: what it was doing, it finishes. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
