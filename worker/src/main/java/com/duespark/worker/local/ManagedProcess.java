package com.duespark.worker.local;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process that is kept alive: started, watched, started again when it dies, stopped with
 * grace. One thread of its own tells that story in {@link #keepAlive}.
 */
public final class ManagedProcess implements AutoCloseable {
  /** What a child is doing; {@code RESTARTING} lasts until it is ready again. */
  public enum State {
    NEW,
    STARTING,
    READY,
    RESTARTING,
    STOPPED
  }

  /**
   * What to run and how.
   *
   * @param startTimeout a process that is not ready after this is killed and started again
   * @param grace from the stop signal to the kill
   */
  record Plan(
      String name,
      List<String> command,
      Map<String, String> environment,
      CappedLog log,
      PidFile pidFile,
      Readiness readiness,
      Duration startTimeout,
      Stopping.Signal stopSignal,
      Duration grace) {

    /** A child with the usual patience: a minute to start, five seconds to stop. */
    static Plan of(
        DataDirectory data,
        String name,
        List<String> command,
        Map<String, String> environment,
        Readiness readiness) {
      return new Plan(
          name,
          command,
          environment,
          CappedLog.of(data.log(name)),
          data.pidFile(name),
          readiness,
          Duration.ofMinutes(1),
          Stopping.Signal.TERM,
          Duration.ofSeconds(5));
    }
  }

  private static final Logger log = LoggerFactory.getLogger(ManagedProcess.class);
  private static final Duration BETWEEN_CHECKS = Duration.ofMillis(50);
  private static final int FIRST_ATTEMPTS = 4;
  private static final int TAIL_LINES = 15;

  private final Plan plan;
  private final CompletableFuture<State> firstReady = new CompletableFuture<>();
  private final Thread keeper;
  private final Object lock = new Object();
  private @Nullable Process process; // guarded by lock
  private boolean stopping; // guarded by lock
  private volatile State state = State.NEW;

  ManagedProcess(Plan plan) {
    this.plan = plan;
    this.keeper =
        Thread.ofPlatform().daemon().name("keeper of " + plan.name).unstarted(this::keepAlive);
  }

  public String name() {
    return plan.name;
  }

  public State state() {
    return state;
  }

  public OptionalLong pid() {
    synchronized (lock) {
      return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }
  }

  /** Ends what a killed predecessor left running. */
  void stopSurvivor() {
    plan.pidFile
        .survivor()
        .ifPresent(
            survivor -> {
              log.info(
                  "{} still runs from before (pid {}); stopping it", plan.name, survivor.pid());
              Stopping.stop(survivor, plan.stopSignal, plan.grace);
            });
  }

  /** Begins to start it and returns at once; {@link #awaitReady()} tells the outcome. */
  void begin() {
    state = State.STARTING;
    stopSurvivor();
    keeper.start();
  }

  /** Returns when the process is ready, throws with the end of its log when it will not be. */
  void awaitReady() {
    try {
      firstReady.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(Objects.requireNonNull(e.getCause()).getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(plan.name + " was interrupted while starting", e);
    }
  }

  private void keepAlive() {
    Backoff backoff = new Backoff();
    try {
      for (int attempt = 1; ; attempt++) {
        Instant launched = Instant.now();
        Process current = launch();
        if (current == null) {
          return; // told to stop
        }
        boolean wasReady = becameReady(current);
        String end = wasReady ? awaitEnd(current) : endUnready(current);
        if (!firstReady.isDone() && attempt == FIRST_ATTEMPTS) {
          fail(
              "%s does not start: it %s.%n%s".formatted(plan.name, end, plan.log.tail(TAIL_LINES)));
          return;
        }
        if (isRetired()) {
          return;
        }
        Duration pause = backoff.after(Duration.between(launched, Instant.now()));
        state = firstReady.isDone() ? State.RESTARTING : State.STARTING;
        log.warn("{} (pid {}) {}; starting it again", plan.name, current.pid(), end);
        Thread.sleep(pause);
      }
    } catch (IOException e) {
      fail("%s cannot be started: %s".formatted(plan.name, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // close() wakes us so
    }
  }

  private @Nullable Process launch() throws IOException {
    synchronized (lock) {
      if (stopping) {
        return null;
      }
      ProcessBuilder builder =
          new ProcessBuilder(plan.command)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true);
      builder.environment().putAll(plan.environment);
      Process launched = builder.start();
      process = launched;
      plan.pidFile.write(launched.toHandle());
      Thread.ofPlatform()
          .daemon()
          .name("log of " + plan.name)
          .start(() -> plan.log.follow(launched.getInputStream()));
      return launched;
    }
  }

  private boolean becameReady(Process current) throws InterruptedException {
    Instant deadline = Instant.now().plus(plan.startTimeout);
    while (current.isAlive() && Instant.now().isBefore(deadline)) {
      if (plan.readiness.isReady() && current.isAlive()) {
        state = State.READY;
        firstReady.complete(State.READY);
        log.info("{} is ready (pid {})", plan.name, current.pid());
        return true;
      }
      Thread.sleep(BETWEEN_CHECKS);
    }
    return false;
  }

  private static String awaitEnd(Process current) throws InterruptedException {
    return "ended with " + current.waitFor();
  }

  private String endUnready(Process current) throws InterruptedException {
    if (!current.isAlive()) {
      return awaitEnd(current);
    }
    Stopping.stop(current.toHandle(), plan.stopSignal, plan.grace);
    return "was not ready after " + plan.startTimeout.toSeconds() + " s";
  }

  private void fail(String message) {
    state = State.STOPPED;
    plan.pidFile.delete();
    if (!firstReady.completeExceptionally(new IllegalStateException(message))) {
      log.error(message);
    }
  }

  /** From now on a death is not answered: the whole program stops. */
  void retire() {
    synchronized (lock) {
      stopping = true;
    }
  }

  private boolean isRetired() {
    synchronized (lock) {
      return stopping;
    }
  }

  @Override
  public void close() {
    Process last;
    synchronized (lock) {
      stopping = true;
      last = process;
    }
    keeper.interrupt();
    firstReady.completeExceptionally(new IllegalStateException(plan.name + " was stopped"));
    if (last != null) {
      Stopping.stop(last.toHandle(), plan.stopSignal, plan.grace);
    }
    plan.pidFile.delete();
    state = State.STOPPED;
  }
}
