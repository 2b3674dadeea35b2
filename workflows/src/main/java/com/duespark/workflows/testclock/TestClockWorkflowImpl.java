package com.duespark.workflows.testclock;

import com.duespark.workflows.shared.Patience;
import io.temporal.workflow.Workflow;

/** Leg after leg until the business has arrived. */
public class TestClockWorkflowImpl implements TestClockWorkflow {

  private final TestClockActivities clock =
      Workflow.newActivityStub(TestClockActivities.class, Patience.leg("Move the test clock"));

  private boolean isMoved;

  @Override
  public void run(BusinessRef business) {
    boolean arrived = false;
    while (!arrived || isMoved) {
      isMoved = false;
      arrived = clock.move(business);
      if (!arrived && Workflow.getInfo().isContinueAsNewSuggested()) {
        Workflow.continueAsNew(business);
      }
    }
  }

  @Override
  public void moved() {
    isMoved = true;
  }
}
