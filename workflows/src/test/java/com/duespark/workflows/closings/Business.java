package com.duespark.workflows.closings;

import com.duespark.workflows.closings.ClosingWorkflow.ClosingRef;
import io.temporal.activity.Activity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A business as a test wants it to be found, look by look. */
public final class Business implements ClosingActivities {

  private final Deque<Next> looks = new ArrayDeque<>();
  private int erasures;
  private int deaths;
  private boolean nudges;

  /** The next look finds this. */
  public Business then(Act act) {
    looks.add(new Next(act, Duration.ZERO));
    return this;
  }

  public Business thenWait(Duration wait) {
    looks.add(new Next(Act.WAIT, wait));
    return this;
  }

  /** Whoever erases dies so many times. */
  public Business dying(int times) {
    deaths = times;
    return this;
  }

  /** It is closed again while the last look is on its way back. */
  public Business changingAtTheEnd() {
    nudges = true;
    return this;
  }

  public synchronized int erasures() {
    return erasures;
  }

  @Override
  public synchronized Next look(ClosingRef closing) {
    var next = looks.removeFirst();
    if (next.act() == Act.END && nudges) {
      nudges = false;
      var running = Activity.getExecutionContext();
      running
          .getWorkflowClient()
          .newUntypedWorkflowStub(running.getInfo().getWorkflowId())
          .signal("changed");
    }
    return next;
  }

  @Override
  public synchronized void erase(ClosingRef closing) {
    if (deaths-- > 0) {
      throw new IllegalStateException("Nobody is here any more");
    }
    erasures++;
  }
}
