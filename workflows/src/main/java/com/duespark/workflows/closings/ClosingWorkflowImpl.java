package com.duespark.workflows.closings;

import com.duespark.workflows.closings.ClosingActivities.Act;
import com.duespark.workflows.closings.ClosingActivities.Next;
import com.duespark.workflows.shared.Alarm;
import com.duespark.workflows.shared.Patience;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** Keeps a closed business for its days, and erases it unless it was opened again. */
public class ClosingWorkflowImpl implements ClosingWorkflow {

  private final ClosingActivities closings =
      Workflow.newActivityStub(
          ClosingActivities.class,
          Patience.database("Read how far it is"),
          Map.of("Closing_Erase", Patience.pages("Erase the business")));

  private final Alarm alarm = new Alarm();
  private boolean isChanged;

  @Override
  public void run(ClosingRef closing) {
    var next = look(closing);
    while (next.act() != Act.END || isChanged) {
      switch (next.act()) {
        case WAIT -> waitFor(next.atMost());
        case ERASE -> closings.erase(closing);
        case END -> {}
      }
      next = look(closing);
    }
  }

  private Next look(ClosingRef closing) {
    isChanged = false;
    return closings.look(closing);
  }

  private void waitFor(Duration wait) {
    alarm.set(wait, "Its days are over");
    Workflow.await(() -> alarm.isRinging() || isChanged);
    alarm.cancel();
  }

  @Override
  public void changed() {
    isChanged = true;
  }
}
