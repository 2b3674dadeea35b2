package com.duespark.worker.temporal;

import com.duespark.activities.reconcile.TemporalNamespace;
import com.duespark.workflows.payments.PaymentsPollWorkflow;
import com.duespark.workflows.reconcile.ReconcileWorkflow;
import com.duespark.workflows.retention.RetentionWorkflow;
import com.duespark.workflows.shared.TaskQueues;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Search attributes and Schedules, made if they are missing: at every start and in every namespace
 * that is found in place of another.
 */
@Component
class TemporalSetup implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TemporalSetup.class);

  /** How late a workflow that went missing under a healthy server is found. */
  private static final Duration RECONCILE_EVERY = Duration.ofHours(1);

  /** How long after it a round that was missed is made up for. */
  private static final Duration MISSED = Duration.ofHours(6);

  /** At two in the morning, UTC. A machine that sleeps at night does it when it wakes. */
  private static final ScheduleIntervalSpec AT_NIGHT =
      new ScheduleIntervalSpec(Duration.ofDays(1), Duration.ofHours(2));

  private static final List<String> KEYWORDS =
      List.of("TenantId", "ContactId", "InvoiceId", "EntityStatus", "Failing");

  private final WorkflowServiceStubs service;
  private final ScheduleClient schedules;
  private final TemporalProperties properties;
  private final TemporalNamespace namespace;
  private final Duration pollEvery;
  private volatile String prepared = "";
  private volatile boolean running;

  TemporalSetup(
      WorkflowServiceStubs service,
      ScheduleClient schedules,
      TemporalProperties properties,
      TemporalNamespace namespace,
      @Value("${duespark.payments.poll-every:2m}") Duration pollEvery) {
    this.service = service;
    this.schedules = schedules;
    this.properties = properties;
    this.namespace = namespace;
    this.pollEvery = pollEvery;
  }

  @Override
  public void start() {
    running = true;
    try {
      prepare(namespace.id());
    } catch (StatusRuntimeException e) {
      LOG.error("Temporal is not ready at {}: {}", properties.address(), e.getStatus());
    }
  }

  /** Makes what this namespace lacks; once is enough. */
  void prepare(String namespaceId) {
    if (!namespaceId.equals(prepared)) {
      searchAttributes();
      schedule(PaymentsPollWorkflow.TYPE, PaymentsPollWorkflow.SCHEDULE, every(pollEvery), MISSED);
      schedule(ReconcileWorkflow.TYPE, ReconcileWorkflow.ID, every(RECONCILE_EVERY), MISSED);
      schedule(RetentionWorkflow.TYPE, RetentionWorkflow.ID, AT_NIGHT, AT_NIGHT.getEvery());
      prepared = namespaceId;
    }
  }

  private void searchAttributes() {
    var operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(service.getRawChannel())
                .validateAndBuildWithDefaults());
    var known =
        operator
            .blockingStub()
            .listSearchAttributes(
                ListSearchAttributesRequest.newBuilder()
                    .setNamespace(properties.namespace())
                    .build())
            .getCustomAttributesMap();
    Map<String, IndexedValueType> missing = new HashMap<>();
    for (var name : KEYWORDS) {
      if (!known.containsKey(name)) {
        missing.put(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
      }
    }
    if (!missing.isEmpty()) {
      try {
        operator
            .blockingStub()
            .addSearchAttributes(
                AddSearchAttributesRequest.newBuilder()
                    .setNamespace(properties.namespace())
                    .putAllSearchAttributes(missing)
                    .build());
      } catch (StatusRuntimeException e) {
        if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
          throw e;
        }
      }
    }
  }

  private static ScheduleIntervalSpec every(Duration interval) {
    return new ScheduleIntervalSpec(interval);
  }

  /** One run at a time; what was missed lately is made up for by one run. */
  private void schedule(
      String workflowType, String id, ScheduleIntervalSpec when, Duration missed) {
    var schedule =
        Schedule.newBuilder()
            .setAction(
                ScheduleActionStartWorkflow.newBuilder()
                    .setWorkflowType(workflowType)
                    .setOptions(
                        WorkflowOptions.newBuilder()
                            .setWorkflowId(id)
                            .setTaskQueue(TaskQueues.CORE)
                            .build())
                    .build())
            .setSpec(ScheduleSpec.newBuilder().setIntervals(List.of(when)).build())
            .setPolicy(
                SchedulePolicy.newBuilder()
                    .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                    .setCatchupWindow(missed)
                    .build())
            .build();
    try {
      schedules.createSchedule(id, schedule, ScheduleOptions.newBuilder().build());
    } catch (ScheduleAlreadyRunningException exists) {
      schedules.getHandle(id).update(input -> new ScheduleUpdate(schedule));
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the workers. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 100;
  }
}
