package com.duespark.workflows.privacy;

import com.duespark.workflows.privacy.PrivacyWorkflow.PrivacyRef;
import io.temporal.activity.Activity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The rows as a test wants them to be found, look by look; notes what was done. */
public final class Script implements PrivacyActivities {

  private final Deque<Next> looks = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private int deaths;
  private boolean nudges;

  /** The next look finds this. */
  public Script then(Act act) {
    looks.add(new Next(act, Duration.ZERO));
    return this;
  }

  public Script thenWait(Duration wait) {
    looks.add(new Next(Act.WAIT, wait));
    return this;
  }

  /** The erasure dies so many times before it is done. */
  public Script dying(int times) {
    deaths = times;
    return this;
  }

  /** A row changes while the last look is on its way back. */
  public Script changingAtTheEnd() {
    nudges = true;
    return this;
  }

  public synchronized List<String> done() {
    return List.copyOf(done);
  }

  @Override
  public synchronized Next look(PrivacyRef request) {
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
  public void collect(PrivacyRef request) {
    note("collected");
  }

  @Override
  public synchronized void erase(PrivacyRef request) {
    if (deaths-- > 0) {
      throw new IllegalStateException("Nobody is here any more");
    }
    note("erased");
  }

  @Override
  public void warn(PrivacyRef request) {
    note("warned");
  }

  @Override
  public void dropFile(PrivacyRef request) {
    note("dropped");
  }

  private synchronized void note(String what) {
    done.add(what);
  }
}
