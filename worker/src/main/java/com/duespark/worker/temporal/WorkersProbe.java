package com.duespark.worker.temporal;

import com.duespark.api.health.ReadinessProbe;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Whether any process takes work. Without one, reading and writing go on and commands wait, so the
 * API stays ready.
 */
@Component
class WorkersProbe implements ReadinessProbe {

  /** A poll lasts a minute at most; who has not asked for longer is gone. */
  private static final Duration SILENCE = Duration.ofSeconds(80);

  private final WorkflowServiceStubs service;
  private final TemporalProperties properties;

  WorkersProbe(WorkflowServiceStubs service, TemporalProperties properties) {
    this.service = service;
    this.properties = properties;
  }

  @Override
  public String name() {
    return "workers";
  }

  @Override
  public boolean isRequired() {
    return false;
  }

  @Override
  public boolean ready() {
    var alive = Instant.now().minus(SILENCE).getEpochSecond();
    return service
        .blockingStub()
        .withDeadlineAfter(2, TimeUnit.SECONDS)
        .describeTaskQueue(
            DescribeTaskQueueRequest.newBuilder()
                .setNamespace(properties.namespace())
                .setTaskQueue(TaskQueue.newBuilder().setName(TaskQueues.CORE))
                .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                .build())
        .getPollersList()
        .stream()
        .map(PollerInfo::getLastAccessTime)
        .anyMatch(last -> last.getSeconds() >= alive);
  }
}
