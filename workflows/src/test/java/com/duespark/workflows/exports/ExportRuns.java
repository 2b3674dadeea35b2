package com.duespark.workflows.exports;

import com.duespark.workflows.exports.ExportActivities.Act;
import com.duespark.workflows.exports.ExportWorkflow.ExportRef;
import com.duespark.workflows.shared.TaskQueues;
import com.duespark.workflows.shared.World;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whole lives of exports; time is skipped. */
public final class ExportRuns {

  static final ExportRef EXPORT = new ExportRef(World.TENANT, new UUID(0x019a_0000_0000_7004L, 1));

  private ExportRuns() {}

  /** Written by the third who tries, kept for its days, thrown away. */
  public static Row aWholeLife() {
    return new Row()
        .then(Act.WRITE)
        .thenWait(Duration.ofDays(7))
        .then(Act.EXPIRE)
        .then(Act.END)
        .dying(2);
  }

  /** Nobody can write it. */
  public static Row oneThatCannotBeMade() {
    return new Row().then(Act.WRITE).then(Act.END).dying(Integer.MAX_VALUE);
  }

  /** Plays it to its end, nine days at most. */
  public static WorkflowExecutionHistory play(Row row) throws TimeoutException {
    try (var world = new World()) {
      world.work(row, List.of(TaskQueues.CORE, TaskQueues.EXPORT));
      var workflow =
          world
              .client()
              .newUntypedWorkflowStub(ExportWorkflow.TYPE, ExportWorkflow.options(EXPORT));
      workflow.start(EXPORT);
      world.pass(Duration.ofDays(9));
      workflow.getResult(World.PATIENCE.toSeconds(), TimeUnit.SECONDS, Void.class);
      return world.history(ExportWorkflow.workflowId(EXPORT.exportId()));
    }
  }
}
