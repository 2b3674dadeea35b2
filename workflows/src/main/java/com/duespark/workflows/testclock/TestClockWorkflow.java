package com.duespark.workflows.testclock;

import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/**
 * Takes a test business to the moment that its row names: to the next instant at which something is
 * due, waits until it is done, and on. The workflows on the way are those of production.
 */
@WorkflowInterface
public interface TestClockWorkflow {

  String TYPE = "TestClock";

  static String workflowId(UUID tenantId) {
    return "test-clock/" + tenantId;
  }

  /** A business, by id. */
  record BusinessRef(UUID tenantId) {}

  /** How its workflow is started, by whoever comes first. */
  static WorkflowOptions options(BusinessRef business) {
    return Starting.options(workflowId(business.tenantId()), "Move a test business through time")
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder()
                .set(Starting.TENANT, business.tenantId().toString())
                .build())
        .build();
  }

  @WorkflowMethod(name = TYPE)
  void run(BusinessRef business);

  /** The row names a later moment. Whoever was about to arrive looks once more. */
  @SignalMethod
  void moved();
}
