package com.duespark.workflows.exports;

import com.duespark.workflows.exports.ExportWorkflow.ExportRef;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The row as a test wants it to be found, look by look; notes what was done. */
public final class Row implements ExportActivities {

  private final Deque<Next> looks = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private int deaths;
  private boolean nudges;

  /** The next look finds this. */
  public Row then(Act act) {
    looks.add(new Next(act, Duration.ZERO));
    return this;
  }

  public Row thenWait(Duration wait) {
    looks.add(new Next(Act.WAIT, wait));
    return this;
  }

  /** Whoever writes dies so many times. */
  public Row dying(int times) {
    deaths = times;
    return this;
  }

  /** The row changes while the last look is on its way back. */
  public Row changingAtTheEnd() {
    nudges = true;
    return this;
  }

  public synchronized List<String> done() {
    return List.copyOf(done);
  }

  @Override
  public synchronized Next look(ExportRef export) {
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
  public synchronized void write(ExportRef export) {
    if (deaths-- > 0) {
      throw ApplicationFailure.newFailure("Nobody is here any more", "DEAD");
    }
    note("written");
  }

  @Override
  public void giveUp(ExportRef export) {
    note("given up");
  }

  @Override
  public void expire(ExportRef export) {
    note("expired");
  }

  private synchronized void note(String what) {
    done.add(what);
  }
}
