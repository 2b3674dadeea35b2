package com.duespark.worker.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/** Does one thing many times, so many at once, and sees what that took of the machine. */
final class Meter {
  /**
   * What a series took.
   *
   * @param cpu of each process, by name
   */
  record Series(int count, Duration time, Map<String, Duration> cpu) {
    static final Series NONE = new Series(0, Duration.ZERO, Map.of());

    Series plus(Series other) {
      Map<String, Duration> sum = new LinkedHashMap<>(cpu);
      other.cpu.forEach((name, used) -> sum.merge(name, used, Duration::plus));
      return new Series(count + other.count, time.plus(other.time), sum);
    }

    double perSecond() {
      return count * 1e9 / time.toNanos();
    }

    /** Processor time of one, in milliseconds. */
    double cpuOfOne(String process) {
      return cpu.getOrDefault(process, Duration.ZERO).toNanos() / 1e6 / count;
    }
  }

  private final Launched installation;

  Meter(Launched installation) {
    this.installation = installation;
  }

  Series measure(int count, int inFlight, IntConsumer work) throws InterruptedException {
    Map<String, Duration> before = cpu();
    long begun = System.nanoTime();
    run(count, inFlight, work);
    Duration time = Duration.ofNanos(System.nanoTime() - begun);
    Map<String, Duration> used = new LinkedHashMap<>();
    cpu().forEach((name, after) -> used.put(name, after.minus(before.get(name))));
    return new Series(count, time, used);
  }

  /** So many at once, never more; the first failure is thrown when the rest have ended. */
  static void run(int count, int inFlight, IntConsumer work) throws InterruptedException {
    Semaphore places = new Semaphore(inFlight);
    List<Future<?>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        int number = i;
        places.acquire();
        all.add(
            threads.submit(
                () -> {
                  try {
                    work.accept(number);
                  } finally {
                    places.release();
                  }
                }));
      }
    }
    for (Future<?> one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("One of the series failed", e.getCause());
      }
    }
  }

  private Map<String, Duration> cpu() {
    Map<String, Duration> cpu = new LinkedHashMap<>();
    cpu.put("program", installation.program().cpu());
    cpu.put("temporal", installation.child("temporal").cpu());
    cpu.put("postgres", installation.child("postgres").cpu());
    cpu.put("sandbox", installation.child("sandbox").cpu());
    cpu.put("bench", Machine.Processes.one(ProcessHandle.current().pid()).cpu());
    return cpu;
  }
}
