package com.duespark.workflows.shared;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One durable timer that can be moved or called off. {@code Workflow.await(timeout, …)} leaves its
 * timer running when the condition wins; this does not.
 */
public final class Alarm {

  private @Nullable CancellationScope scope;
  private @Nullable Promise<Void> timer;
  private long ringsAt;

  /** Rings once after this time; replaces an earlier setting. */
  public void set(Duration wait, String summary) {
    long at = Workflow.currentTimeMillis() + wait.toMillis();
    if (timer != null && !timer.isCompleted() && Math.abs(at - ringsAt) < 1_000) {
      return;
    }
    cancel();
    ringsAt = at;
    scope =
        Workflow.newCancellationScope(
            () ->
                timer =
                    Workflow.newTimer(wait, TimerOptions.newBuilder().setSummary(summary).build())
                        .handle((rung, calledOff) -> null));
    scope.run();
  }

  public boolean isRinging() {
    return timer != null && timer.isCompleted();
  }

  /** Calls it off, or stops it from ringing on. */
  public void cancel() {
    if (scope != null && timer != null && !timer.isCompleted()) {
      scope.cancel();
    }
    scope = null;
    timer = null;
  }
}
