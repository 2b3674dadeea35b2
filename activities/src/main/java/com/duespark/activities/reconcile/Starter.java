package com.duespark.activities.reconcile;

import com.duespark.workflows.reconcile.ReconcileWorkflow.Count;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts workflows that do not run, and counts what it found. */
@Component
class Starter {

  private static final Logger LOG = LoggerFactory.getLogger(Starter.class);

  /** Starts under way at one moment; more of them only wait for the server. */
  private static final int AT_ONCE = 8;

  private static final Count STARTED = new Count(1, 0, 0);
  private static final Count RUNNING = new Count(0, 1, 0);
  private static final Count FAILED = new Count(0, 0, 1);

  private final WorkflowClient client;

  Starter(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Starts all of them. One that cannot be started does not keep the others.
   *
   * @param signOfLife called after each
   * @throws WorkflowServiceException when Temporal is away, which is no fault of any workflow
   */
  Count startAll(List<Start> starts, Runnable signOfLife) {
    var room = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        var answers = starts.stream().map(one -> threads.submit(() -> start(one, room))).toList();
        var sum = Count.NONE;
        for (var answer : answers) {
          sum = sum.plus(answer.get());
          signOfLife.run();
        }
        return sum;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("The worker stops");
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException failure
            ? failure
            : new IllegalStateException(e.getCause());
      } finally {
        threads.shutdownNow(); // those that wait must not wait for a server that is away
      }
    }
  }

  private Count start(Start one, Semaphore room) throws InterruptedException {
    room.acquire();
    try {
      return start(one);
    } finally {
      room.release();
    }
  }

  /**
   * A running one sees nothing of this. That it runs is told by the refusal, because the SDK keeps
   * the server's own word for it to itself.
   */
  private Count start(Start one) {
    var fresh =
        WorkflowOptions.newBuilder(one.options())
            .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
            .build();
    try {
      client.newUntypedWorkflowStub(one.type(), fresh).start(one.input());
      return STARTED;
    } catch (WorkflowExecutionAlreadyStarted e) {
      return RUNNING;
    } catch (WorkflowServiceException e) {
      if (isAway(e.getCause())) {
        throw e;
      }
      LOG.error("{} could not be started", one.options().getWorkflowId(), e);
      return FAILED;
    }
  }

  private static boolean isAway(@Nullable Throwable cause) {
    return cause instanceof StatusRuntimeException failure
        && switch (failure.getStatus().getCode()) {
          case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, RESOURCE_EXHAUSTED, NOT_FOUND -> true;
          default -> false;
        };
  }
}
