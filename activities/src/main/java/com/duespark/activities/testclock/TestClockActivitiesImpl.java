package com.duespark.activities.testclock;

import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.testclock.TestClockActivities;
import com.duespark.workflows.testclock.TestClockWorkflow.BusinessRef;
import io.temporal.activity.Activity;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Goes from event to event and waits at each until it is dealt with. */
@Component
class TestClockActivitiesImpl implements TestClockActivities {

  /** One leg; well below the activity's timeout. */
  private static final Duration LEG = Duration.ofMinutes(4);

  /** After a jump it looks soon, then ever less often: thousands may be at work because of it. */
  private static final Duration FIRST_LOOK = Duration.ofMillis(20);

  private static final Duration LAST_LOOK = Duration.ofMillis(320);

  private final TestClockSteps steps;

  TestClockActivitiesImpl(TestClockSteps steps) {
    this.steps = steps;
  }

  @Override
  public boolean move(BusinessRef business) {
    return Tenant.call(business.tenantId(), this::move);
  }

  private boolean move() {
    long end = System.nanoTime() + LEG.toNanos();
    var woken = Instant.EPOCH;
    var look = FIRST_LOOK;
    while (System.nanoTime() < end) {
      Activity.getExecutionContext().heartbeat(null);
      woken = steps.wakeDue(woken);
      if (!steps.isSettled()) {
        pause(look);
        look = look.equals(LAST_LOOK) ? look : look.multipliedBy(2);
      } else if (steps.toNextEvent()) {
        look = FIRST_LOOK;
      } else {
        return true;
      }
    }
    return false;
  }

  /** The workflows at work tell nobody when they are done; their rows do. */
  private static void pause(Duration look) {
    try {
      Thread.sleep(look);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Activity.wrap(e);
    }
  }
}
