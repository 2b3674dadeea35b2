package com.duespark.activities.deliveries;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for several things side by side; one alone is done here and now. */
final class AllAtOnce {

  private AllAtOnce() {}

  /**
   * Waits for all of them.
   *
   * @throws IllegalStateException when one failed, after all have ended
   */
  static <T, R> List<R> call(List<T> things, Function<T, R> work) {
    if (things.size() == 1) {
      return List.of(work.apply(things.getFirst()));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = things.stream().<Callable<R>>map(thing -> () -> work.apply(thing)).toList();
      return threads.invokeAll(tasks).stream().map(AllAtOnce::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while sending", e);
    }
  }

  private static <R> R result(Future<R> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
