package com.duespark.worker.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Ends a process: asks it, waits, then forces it and whatever it left behind. */
final class Stopping {
  /** The signal that asks. PostgreSQL takes {@code INT} for "now", {@code TERM} for "when idle". */
  enum Signal {
    TERM,
    INT
  }

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration FORCED = Duration.ofSeconds(5);

  private Stopping() {}

  static void stop(ProcessHandle process, Signal signal, Duration grace) {
    List<ProcessHandle> family = process.descendants().toList();
    ask(process, signal);
    boolean went = isGone(process, grace);
    family.forEach(ProcessHandle::destroyForcibly);
    if (!went) {
      process.destroyForcibly();
      isGone(process, FORCED);
    }
  }

  private static void ask(ProcessHandle process, Signal signal) {
    if (signal == Signal.TERM) {
      process.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-s", signal.name(), Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Looks instead of being told: an exit is reported only once the last heir of its output ends.
   */
  private static boolean isGone(ProcessHandle process, Duration within) {
    Instant deadline = Instant.now().plus(within);
    try {
      while (isRunning(process) && Instant.now().isBefore(deadline)) {
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !isRunning(process);
  }

  /**
   * False also for a zombie: a process that has ended but that nobody has asked about yet. An
   * orphan can stay one for seconds, and the operating system calls it alive.
   */
  static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return process.isAlive(); // not Linux, or gone this moment
    }
  }
}
