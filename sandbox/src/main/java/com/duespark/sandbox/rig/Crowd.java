package com.duespark.sandbox.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does things side by side, so many at a time. */
final class Crowd implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> all = new ArrayList<>();
  private final Semaphore room;

  /** Something that waits for others. */
  @FunctionalInterface
  interface Task {
    void run() throws Exception;
  }

  Crowd(int atOnce) {
    room = new Semaphore(atOnce);
  }

  synchronized void go(Task task) {
    all.add(
        threads.submit(
            () -> {
              room.acquire();
              try {
                task.run();
              } finally {
                room.release();
              }
              return null;
            }));
  }

  /**
   * Waits for everything that was begun.
   *
   * @return false when some of it is not done in time
   * @throws ExecutionException when one failed
   */
  boolean await(Duration atMost) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + atMost.toNanos();
    for (int i = 0; i < size(); i++) {
      try {
        at(i).get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return false;
      }
    }
    return true;
  }

  private synchronized int size() {
    return all.size();
  }

  private synchronized Future<?> at(int index) {
    return all.get(index);
  }

  /** Whoever is still at work is interrupted. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
