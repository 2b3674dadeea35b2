package com.duespark.sandbox.rig;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process, kept running: whoever kills it, it is started again, as an orchestrator would. */
final class Program implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration BEFORE_NEXT_START = Duration.ofMillis(500);

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path output;
  private final Probe probe;
  private final List<Program> needs;
  private final Runnable onReady;
  private final Thread keeper;
  private volatile boolean closed;
  private volatile @Nullable Process process;
  private volatile @Nullable Instant readySince;
  private int starts;
  private int kills;

  /** Whether it can be used. */
  @FunctionalInterface
  interface Probe {
    boolean answers() throws Exception;
  }

  /**
   * Not started yet.
   *
   * @param needs what has to answer before it is worth starting
   * @param onReady what is to be done each time it answers again
   */
  Program(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path output,
      Probe probe,
      List<Program> needs,
      Runnable onReady) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.output = output;
    this.probe = probe;
    this.needs = List.copyOf(needs);
    this.onReady = onReady;
    keeper = new Thread(this::keep, "rig-" + name);
    keeper.setDaemon(true);
  }

  String name() {
    return name;
  }

  Program start() {
    keeper.start();
    return this;
  }

  boolean isReady() {
    return readySince != null;
  }

  /** Since when it answers; null while it does not. */
  @Nullable Instant readySince() {
    return readySince;
  }

  /** How often it ended without being asked to. */
  synchronized int deaths() {
    return Math.max(0, starts - 1 - kills);
  }

  /** kill -9. */
  synchronized void kill() {
    Process running = process;
    if (running != null && running.isAlive()) {
      kills++;
      readySince = null;
      running.destroyForcibly();
    }
  }

  void awaitReady(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s does not answer after %d s; its output is in %s"
                .formatted(name, atMost.toSeconds(), output));
      }
      Thread.sleep(LOOK);
    }
  }

  private void keep() {
    try {
      while (!closed) {
        Process running = process;
        if (running == null || !running.isAlive()) {
          readySince = null;
          begin();
        } else if (readySince == null && answers()) {
          readySince = Instant.now();
          onReady.run();
        }
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() throws InterruptedException {
    while (!needs.stream().allMatch(Program::isReady)) {
      Thread.sleep(LOOK);
    }
    if (process != null) {
      Thread.sleep(BEFORE_NEXT_START);
    }
    synchronized (this) {
      if (closed) {
        return;
      }
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
      builder.environment().putAll(environment);
      try {
        process = builder.start();
        starts++;
      } catch (IOException e) {
        System.err.println(name + " cannot be started: " + e.getMessage());
      }
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return probe.answers();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception notYet) {
      return false;
    }
  }

  /** Ends it for good. */
  @Override
  public void close() {
    Process running;
    synchronized (this) {
      closed = true;
      running = process;
    }
    keeper.interrupt();
    if (running == null) {
      return;
    }
    List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
    all.add(running.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      running.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
