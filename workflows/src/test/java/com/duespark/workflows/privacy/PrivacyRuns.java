package com.duespark.workflows.privacy;

import com.duespark.workflows.privacy.PrivacyActivities.Act;
import com.duespark.workflows.privacy.PrivacyWorkflow.PrivacyRef;
import com.duespark.workflows.shared.TaskQueues;
import com.duespark.workflows.shared.World;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whole lives of requests; time is skipped. */
public final class PrivacyRuns {

  static final PrivacyRef REQUEST =
      new PrivacyRef(World.TENANT, new UUID(0x019a_0000_0000_7003L, 1));

  private PrivacyRuns() {}

  /** A copy that is thrown away after its seven days. */
  public static Script anExport() {
    return new Script()
        .then(Act.COLLECT)
        .thenWait(Duration.ofDays(7))
        .then(Act.DROP_FILE)
        .then(Act.END);
  }

  /** An erasure that waits, warns, waits, and whose worker dies twice. */
  public static Script anErasure() {
    return new Script()
        .thenWait(Duration.ofDays(1))
        .then(Act.WARN)
        .thenWait(Duration.ofDays(1))
        .then(Act.ERASE)
        .then(Act.END)
        .dying(2);
  }

  /** Plays a script to its end, nine days at most. */
  public static WorkflowExecutionHistory play(Script script) throws TimeoutException {
    try (var world = new World()) {
      world.work(script, List.of(TaskQueues.CORE, TaskQueues.BULK));
      var workflow =
          world
              .client()
              .newUntypedWorkflowStub(PrivacyWorkflow.TYPE, PrivacyWorkflow.options(REQUEST));
      workflow.start(REQUEST);
      world.pass(Duration.ofDays(9));
      workflow.getResult(World.PATIENCE.toSeconds(), TimeUnit.SECONDS, Void.class);
      return world.history(PrivacyWorkflow.workflowId(REQUEST.requestId()));
    }
  }
}
