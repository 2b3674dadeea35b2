package com.duespark.worker.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What Linux knows of this machine and of the processes on it. */
final class Machine {
  private static final Path PROC = Path.of("/proc");

  /** What {@code /proc/PID/stat} counts in, on every Linux of today. */
  private static final int TICKS_PER_SECOND = 100;

  private Machine() {}

  /** Model, cores and memory in one line. */
  static String name() {
    if (!Files.isDirectory(PROC.resolve("self"))) {
      throw new IllegalStateException("The bench reads /proc: run it on Linux.");
    }
    return "%s, %d cores, %.0f GB, Linux %s, Java %s"
        .formatted(
            model(),
            Runtime.getRuntime().availableProcessors(),
            kilobytes(PROC.resolve("meminfo"), "MemTotal") / 1048576.0,
            System.getProperty("os.version").replaceAll("[^0-9.].*", ""),
            System.getProperty("java.version"));
  }

  static String model() {
    return value(PROC.resolve("cpuinfo"), "model name");
  }

  /** The load average of the last minute: above the number of cores, others compete. */
  static String load() {
    String all = read(PROC.resolve("loadavg"));
    return all.substring(0, all.indexOf(' '));
  }

  /** Some processes, whose figures are added up. */
  record Processes(List<Long> pids) {
    static Processes one(long pid) {
      return new Processes(List.of(pid));
    }

    static Processes tree(long pid) {
      ProcessHandle root = ProcessHandle.of(pid).orElseThrow();
      return new Processes(
          Stream.concat(Stream.of(root), root.descendants()).map(ProcessHandle::pid).toList());
    }

    /** Processor time so far, children that ended included. */
    Duration cpu() {
      long ticks = pids.stream().mapToLong(Processes::ticks).sum();
      return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    private static long ticks(long pid) {
      String stat;
      try {
        stat = read(PROC.resolve(pid + "/stat"));
      } catch (UncheckedIOException ended) {
        return 0; // its parent has its time now
      }
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 20));
      long sum = 0;
      for (int i = 11; i <= 14; i++) { // own and waited-for children's, in user and kernel mode
        sum += Long.parseLong(fields.get(i));
      }
      return sum;
    }

    /** Memory in use in MB; what processes share is split between them. */
    int memory() {
      return (int)
          (pids.stream()
                  .mapToLong(pid -> kilobytes(PROC.resolve(pid + "/smaps_rollup"), "Pss"))
                  .sum()
              / 1024);
    }

    /** Resident set in MB. */
    int resident() {
      return (int)
          (pids.stream()
                  .mapToLong(pid -> kilobytes(PROC.resolve(pid + "/smaps_rollup"), "Rss"))
                  .sum()
              / 1024);
    }
  }

  private static long kilobytes(Path file, String name) {
    return Long.parseLong(value(file, name).replace("kB", "").strip());
  }

  private static String value(Path file, String name) {
    return read(file)
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
