package com.duespark.workflows.testclock;

import com.duespark.workflows.shared.Patience;
import io.temporal.workflow.Workflow;

/** Leg after leg until the business has arrived. */
public class TestClockWorkflowImpl implements TestClockWorkflow {

  private final TestClockActivities clock =
      Workflow.newActivityStub(TestClockActivities.class, Patience.leg("Move the test clock"));

  @Override
  public void run(BusinessRef business) {
    boolean arrived = false;
    while (!arrived) {
      arrived = clock.move(business);
      if (!arrived && Workflow.getInfo().isContinueAsNewSuggested()) {
        Workflow.continueAsNew(business);
      }
    }
  }
}
