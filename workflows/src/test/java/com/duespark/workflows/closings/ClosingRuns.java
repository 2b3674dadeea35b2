package com.duespark.workflows.closings;

import com.duespark.workflows.closings.ClosingActivities.Act;
import com.duespark.workflows.closings.ClosingWorkflow.ClosingRef;
import com.duespark.workflows.shared.TaskQueues;
import com.duespark.workflows.shared.World;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whole lives of closings; time is skipped. */
public final class ClosingRuns {

  static final ClosingRef CLOSING = new ClosingRef(World.TENANT);

  private ClosingRuns() {}

  /** Kept for its days, erased by the third who tries. */
  public static Business aWholeLife() {
    return new Business().thenWait(Duration.ofDays(60)).then(Act.ERASE).then(Act.END).dying(2);
  }

  /** Plays it to its end, seventy days at most. */
  public static WorkflowExecutionHistory play(Business business) throws TimeoutException {
    try (var world = new World()) {
      world.work(business, List.of(TaskQueues.CORE, TaskQueues.BULK));
      var workflow =
          world
              .client()
              .newUntypedWorkflowStub(ClosingWorkflow.TYPE, ClosingWorkflow.options(CLOSING));
      workflow.start(CLOSING);
      world.pass(Duration.ofDays(70));
      workflow.getResult(World.PATIENCE.toSeconds(), TimeUnit.SECONDS, Void.class);
      return world.history(ClosingWorkflow.workflowId(CLOSING.tenantId()));
    }
  }
}
