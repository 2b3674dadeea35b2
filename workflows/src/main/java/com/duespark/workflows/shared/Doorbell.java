package com.duespark.workflows.shared;

import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * Rung when a row has changed. A ring while the row is on its way counts: whoever reads it forgets
 * the rings before, and asks for new ones before going away.
 */
public final class Doorbell {

  private final Alarm alarm = new Alarm();
  private boolean rung;

  public void ring() {
    rung = true;
  }

  /** Whether it rang since it was last forgotten. */
  public boolean hasRung() {
    return rung;
  }

  public void forget() {
    rung = false;
  }

  /**
   * Waits until it rings, or until a time has passed.
   *
   * @param summary of the timer, for the Temporal UI
   */
  public void await(Duration atMost, String summary) {
    alarm.set(atMost, summary);
    Workflow.await(() -> alarm.isRinging() || rung);
    alarm.cancel();
  }
}
