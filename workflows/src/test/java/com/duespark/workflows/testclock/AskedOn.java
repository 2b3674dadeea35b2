package com.duespark.workflows.testclock;

import com.duespark.workflows.testclock.TestClockWorkflow.BusinessRef;
import io.temporal.activity.Activity;

/** A business that has arrived with its first leg; before that is told, somebody asks it on. */
public final class AskedOn implements TestClockActivities {

  private int arrivals;

  @Override
  public synchronized boolean move(BusinessRef business) {
    if (++arrivals == 1) {
      var running = Activity.getExecutionContext();
      running
          .getWorkflowClient()
          .newUntypedWorkflowStub(running.getInfo().getWorkflowId())
          .signal("moved");
    }
    return true;
  }

  public synchronized int arrivals() {
    return arrivals;
  }
}
