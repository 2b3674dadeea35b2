package com.duespark.activities.reconcile;

import com.duespark.workflows.shared.TaskQueues;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;

/**
 * What waits on the queue that people wait for, too. A started workflow has work at once; thousands
 * of them must not stand before the one invoice that somebody sends right now.
 */
@Component
class Crowd {

  private static final int MOST = 200;
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private static final List<TaskQueueType> KINDS =
      List.of(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY);

  private final WorkflowClient client;

  Crowd(WorkflowClient client) {
    this.client = client;
  }

  /** Returns when the workers have nearly caught up. */
  void awaitRoom(Runnable signOfLife) {
    while (waiting() > MOST) {
      signOfLife.run();
      try {
        Thread.sleep(LOOK_EVERY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("The worker stops");
      }
    }
  }

  private long waiting() {
    return KINDS.stream().mapToLong(this::waiting).sum();
  }

  /** As the server estimates it. */
  private long waiting(TaskQueueType kind) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .describeTaskQueue(
            DescribeTaskQueueRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setTaskQueue(TaskQueue.newBuilder().setName(TaskQueues.CORE))
                .setTaskQueueType(kind)
                .setReportStats(true)
                .build())
        .getStats()
        .getApproximateBacklogCount();
  }
}
