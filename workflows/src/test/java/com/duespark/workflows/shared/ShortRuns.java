package com.duespark.workflows.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;

/** Workflows that begin, do one thing and end; time is skipped. */
public final class ShortRuns {

  private ShortRuns() {}

  /**
   * Plays one run to its end.
   *
   * @return its history
   */
  public static WorkflowExecutionHistory run(
      Class<?> workflow, String type, String queue, Object activities, Object... input) {
    return play(false, workflow, type, queue, activities, input);
  }

  /** The same for one that ends as failed. */
  public static WorkflowExecutionHistory failing(
      Class<?> workflow, String type, String queue, Object activities, Object... input) {
    return play(true, workflow, type, queue, activities, input);
  }

  private static WorkflowExecutionHistory play(
      boolean fails,
      Class<?> workflow,
      String type,
      String queue,
      Object activities,
      Object... input) {
    var options =
        WorkflowClientOptions.newBuilder()
            .setDataConverter(Payloads.converter())
            .setIdentity("test")
            .build();
    try (var world =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(options).build())) {
      var patient = WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();
      world.newWorker(TaskQueues.CORE, patient).registerWorkflowImplementationTypes(workflow);
      world.newWorker(queue, patient).registerActivitiesImplementations(activities);
      world.start();
      var stub =
          world
              .getWorkflowClient()
              .newUntypedWorkflowStub(
                  type,
                  WorkflowOptions.newBuilder()
                      .setWorkflowId("short/" + type)
                      .setTaskQueue(TaskQueues.CORE)
                      .build());
      stub.start(input);
      if (fails) {
        assertThatThrownBy(() -> stub.getResult(Void.class))
            .isInstanceOf(WorkflowFailedException.class);
      } else {
        stub.getResult(Void.class);
      }
      return world.getWorkflowClient().fetchHistory("short/" + type);
    }
  }
}
