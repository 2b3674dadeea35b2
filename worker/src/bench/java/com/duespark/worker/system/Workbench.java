package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import com.duespark.workflows.shared.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A client of the installation's Temporal, and a worker of our own beside the program's. */
final class Workbench implements AutoCloseable {
  private static final Object[] NOTHING = {};

  private final WorkflowServiceStubs service;
  private final WorkflowClient client;
  private final WorkerFactory workers;

  Workbench(String address) {
    service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(address)
                .setGrpcCompression(GrpcCompression.NONE) // as the program
                .build());
    client =
        WorkflowClient.newInstance(
            service,
            WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build());
    workers =
        WorkerFactory.newInstance(
            client, WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    var worker =
        workers.newWorker(
            NoOpWorkflow.QUEUE, WorkerOptions.newBuilder().setUsingVirtualThreads(true).build());
    worker.registerWorkflowImplementationTypes(NoOpWorkflow.Impl.class);
    worker.registerActivitiesImplementations(new NoOpWorkflow.Nothing());
    workers.start();
  }

  /** Returns when the workflow has closed. */
  void awaitEnd(String workflowId) {
    client.newUntypedWorkflowStub(workflowId).getResult(Void.class);
  }

  /** Runs one no-op workflow to its end, asked in the way the program asks its own. */
  void runNoOp(NoOpWorkflow.Shape shape) {
    WorkflowStub workflow =
        client.newUntypedWorkflowStub(
            NoOpWorkflow.TYPE,
            WorkflowOptions.newBuilder()
                .setWorkflowId("no-op/" + UUID.randomUUID())
                .setTaskQueue(NoOpWorkflow.QUEUE)
                .setWorkflowIdConflictPolicy(
                    WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .build());
    var first =
        workflow.startUpdateWithStart(
            UpdateOptions.newBuilder(Void.class)
                .setUpdateName("step")
                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                .build(),
            NOTHING,
            new Object[] {shape});
    first.getResult();
    for (int i = 1; i < shape.updates(); i++) {
      workflow.update("step", Void.class);
    }
    for (int i = 0; i < shape.signals(); i++) {
      workflow.signal("seen");
    }
    workflow.getResult(Void.class);
  }

  /** All runs of a workflow, once all have closed; what the server lists comes a moment later. */
  Usage usage(String workflowId) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> runs(workflowId),
            runs -> !runs.isEmpty() && runs.stream().allMatch(Workbench::isClosed))
        .stream()
        .map(run -> usage(run.getExecution()))
        .reduce(Usage.NONE, Usage::plus);
  }

  private List<WorkflowExecutionInfo> runs(String workflowId) {
    return service
        .blockingStub()
        .listWorkflowExecutions(
            ListWorkflowExecutionsRequest.newBuilder()
                .setNamespace("default")
                .setQuery("WorkflowId = '" + workflowId + "'")
                .build())
        .getExecutionsList();
  }

  private static boolean isClosed(WorkflowExecutionInfo run) {
    return run.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  private Usage usage(WorkflowExecution run) {
    return Usage.of(client.fetchHistory(run.getWorkflowId(), run.getRunId()).getEvents());
  }

  @Override
  public void close() {
    workers.shutdownNow();
    workers.awaitTermination(5, TimeUnit.SECONDS);
    service.shutdownNow();
  }
}
