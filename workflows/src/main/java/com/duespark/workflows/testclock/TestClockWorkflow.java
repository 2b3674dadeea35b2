package com.duespark.workflows.testclock;

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

  @WorkflowMethod(name = TYPE)
  void run(BusinessRef business);
}
