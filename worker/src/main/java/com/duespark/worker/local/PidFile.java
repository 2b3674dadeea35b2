package com.duespark.worker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a child beyond our own death: pid and time of start, one per line. Both must match
 * before a process is taken for ours, because pids are used again.
 */
record PidFile(Path path) {
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  void write(ProcessHandle process) {
    Instant started = process.info().startInstant().orElse(Instant.EPOCH);
    try {
      Files.writeString(path, "%d%n%s%n".formatted(process.pid(), started));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The remembered process if it still runs. */
  Optional<ProcessHandle> survivor() {
    try {
      List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
      if (lines.size() < 2) {
        return Optional.empty();
      }
      Instant started = Instant.parse(lines.get(1));
      return ProcessHandle.of(Long.parseLong(lines.getFirst()))
          .filter(Stopping::isRunning)
          .filter(process -> startedAt(process, started, CLOCK_TOLERANCE));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // a torn file remembers nothing
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean startedAt(ProcessHandle process, Instant expected, Duration tolerance) {
    return process
        .info()
        .startInstant()
        .map(actual -> Duration.between(expected, actual).abs().compareTo(tolerance) <= 0)
        .orElse(false);
  }
}
