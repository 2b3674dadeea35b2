package com.duespark.workflows.shared;

import com.duespark.workflows.Implementations;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server whose time is skipped, and its workers. Its clock starts on a Monday morning, the same
 * one every time.
 */
public final class World implements AutoCloseable {

  public static final UUID TENANT = new UUID(0x019a_0000_0000_7000L, 1);
  public static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

  /** For how long, in real time, a test waits for something. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestWorkflowEnvironment environment;

  /** Waits without skipping time, unlike the client of the environment. */
  private final WorkflowClient client;

  private final Interruptions interruptions = new Interruptions();
  private @Nullable WorkerFactory workers;

  public World() {
    var options =
        WorkflowClientOptions.newBuilder()
            .setDataConverter(Payloads.converter())
            .setIdentity("test")
            .build();
    var server =
        TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(options).setInitialTime(START);
    for (var key : List.of(Starting.TENANT, Starting.CONTACT, Starting.INVOICE, Starting.STATUS)) {
      server.registerSearchAttribute(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    }
    environment = TestWorkflowEnvironment.newInstance(server.build());
    client = WorkflowClient.newInstance(environment.getWorkflowServiceStubs(), options);
  }

  /** All workflows, and activities that listen on these queues. */
  public void work(Object activities, List<String> queues) {
    workers =
        WorkerFactory.newInstance(
            client, WorkerFactoryOptions.newBuilder().setWorkerInterceptors(interruptions).build());
    // The deadlock limit leaves room for a busy machine.
    var patient = WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();
    for (var queue : queues) {
      var worker = workers.newWorker(queue, patient);
      worker.registerActivitiesImplementations(activities);
      if (queue.equals(TaskQueues.CORE)) {
        Implementations.registerWith(worker);
      }
    }
    workers.start();
  }

  // ------------------------------------------------------------------ time

  public Instant now() {
    return Instant.ofEpochMilli(environment.currentTimeMillis());
  }

  public void pass(Duration time) {
    environment.sleep(time);
  }

  public void passTo(Instant moment) {
    pass(Duration.between(now(), moment));
  }

  // ------------------------------------------------------------------ workflows

  public Interruptions interruptions() {
    return interruptions;
  }

  public WorkflowClient client() {
    return client;
  }

  public WorkflowExecutionHistory history(String workflowId) {
    return client.fetchHistory(workflowId);
  }

  /** Waits until a workflow has nothing to do. Reads its history: a question would cost a task. */
  public void rests(String workflowId) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (isBusy(history(workflowId).getEvents())) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("It does not rest: " + history(workflowId).getLastEvent());
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** Whether a workflow, if it is running, has something to think about. */
  public boolean hasOpenTask(String workflowId) {
    return histories(workflowId).stream().anyMatch(run -> openTasks(run.getEvents()) > 0);
  }

  private static int openTasks(List<HistoryEvent> events) {
    int open = 0;
    for (var event : events) {
      if (event.hasWorkflowTaskScheduledEventAttributes()) {
        open++;
      } else if (event.hasWorkflowTaskCompletedEventAttributes()
          || event.hasWorkflowTaskFailedEventAttributes()
          || event.hasWorkflowTaskTimedOutEventAttributes()) {
        open--;
      }
    }
    return open;
  }

  private static boolean isBusy(List<HistoryEvent> events) {
    int open = 0;
    for (var event : events) {
      if (event.hasWorkflowTaskScheduledEventAttributes()
          || event.hasActivityTaskScheduledEventAttributes()) {
        open++;
      } else if (event.hasWorkflowTaskCompletedEventAttributes()
          || event.hasActivityTaskCompletedEventAttributes()
          || event.hasActivityTaskCancelRequestedEventAttributes()) {
        open--;
      }
    }
    return open > 0;
  }

  /** The history of every run of a workflow so far. */
  public List<WorkflowExecutionHistory> histories(String workflowId) {
    return runs().stream()
        .filter(run -> run.getWorkflowId().equals(workflowId))
        .map(run -> client.fetchHistory(run.getWorkflowId(), run.getRunId()))
        .toList();
  }

  /** The history of every run so far. */
  public List<WorkflowExecutionHistory> histories() {
    return runs().stream()
        .map(run -> client.fetchHistory(run.getWorkflowId(), run.getRunId()))
        .toList();
  }

  public List<WorkflowExecution> runs() {
    var server = environment.getWorkflowServiceStubs().blockingStub();
    var open =
        server.listOpenWorkflowExecutions(
            ListOpenWorkflowExecutionsRequest.newBuilder()
                .setNamespace(environment.getNamespace())
                .build());
    var closed =
        server.listClosedWorkflowExecutions(
            ListClosedWorkflowExecutionsRequest.newBuilder()
                .setNamespace(environment.getNamespace())
                .build());
    return Stream.concat(open.getExecutionsList().stream(), closed.getExecutionsList().stream())
        .map(WorkflowExecutionInfo::getExecution)
        .toList();
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.shutdownNow();
      workers.awaitTermination(10, TimeUnit.SECONDS);
    }
    environment.close();
  }
}
