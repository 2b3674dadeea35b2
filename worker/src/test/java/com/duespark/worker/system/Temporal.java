package com.duespark.worker.system;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the Temporal server knows of single workflows. */
record Temporal(String address) {

  /** A run and how far it has come. */
  record Run(String id, WorkflowExecutionStatus status, long events) {
    boolean isRunning() {
      return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }
  }

  /** The latest run of each workflow that the server has heard of, by workflow id. */
  Map<String, Run> runs(Collection<String> workflowIds) {
    return ask(
        service -> {
          Map<String, Run> found = new LinkedHashMap<>();
          for (String id : workflowIds) {
            run(service, id).ifPresent(run -> found.put(id, run));
          }
          return found;
        });
  }

  /** Everything that happened in the latest run, as the server keeps it. */
  List<HistoryEvent> history(String workflowId) {
    return ask(service -> WorkflowClient.newInstance(service).fetchHistory(workflowId).getEvents());
  }

  /** Lets a Schedule act before its time. */
  void trigger(String scheduleId) {
    ask(
        service -> {
          ScheduleClient.newInstance(service).getHandle(scheduleId).trigger();
          return scheduleId;
        });
  }

  void signal(String workflowId, String signal) {
    ask(
        service -> {
          WorkflowClient.newInstance(service).newUntypedWorkflowStub(workflowId).signal(signal);
          return workflowId;
        });
  }

  /** The ids of the workflows that run for a business. */
  List<String> runningOf(String tenantId) {
    var query = "TenantId = '%s' and ExecutionStatus = 'Running'".formatted(tenantId);
    return ask(
        service -> {
          try (var found = WorkflowClient.newInstance(service).listExecutions(query)) {
            return found.map(one -> one.getExecution().getWorkflowId()).toList();
          }
        });
  }

  private <T> T ask(Function<WorkflowServiceStubs, T> question) {
    var options = WorkflowServiceStubsOptions.newBuilder().setTarget(address).build();
    WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(options);
    try {
      return question.apply(service);
    } finally {
      service.shutdownNow();
    }
  }

  private static Optional<Run> run(WorkflowServiceStubs service, String workflowId) {
    try {
      var info =
          service
              .blockingStub()
              .describeWorkflowExecution(
                  DescribeWorkflowExecutionRequest.newBuilder()
                      .setNamespace("default")
                      .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                      .build())
              .getWorkflowExecutionInfo();
      return Optional.of(
          new Run(info.getExecution().getRunId(), info.getStatus(), info.getHistoryLength()));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
