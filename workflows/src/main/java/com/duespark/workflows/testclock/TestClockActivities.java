package com.duespark.workflows.testclock;

import com.duespark.workflows.testclock.TestClockWorkflow.BusinessRef;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The legs of a test business's way through time. */
@ActivityInterface
public interface TestClockActivities {

  /**
   * Moves the clock from event to event for up to a few minutes.
   *
   * @return whether the business has arrived
   */
  @ActivityMethod(name = "TestClock_Move")
  boolean move(BusinessRef business);
}
