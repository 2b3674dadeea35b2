package com.duespark.workflows.closings;

import com.duespark.workflows.closings.ClosingActivities.Act;
import com.duespark.workflows.closings.ClosingActivities.Next;
import com.duespark.workflows.shared.Doorbell;
import com.duespark.workflows.shared.Patience;
import io.temporal.workflow.Workflow;
import java.util.Map;

/** Keeps a closed business for its days, and erases it unless it was opened again. */
public class ClosingWorkflowImpl implements ClosingWorkflow {

  private final ClosingActivities closings =
      Workflow.newActivityStub(
          ClosingActivities.class,
          Patience.database("Read how far it is"),
          Map.of("Closing_Erase", Patience.pages("Erase the business")));

  private final Doorbell doorbell = new Doorbell();

  @Override
  public void run(ClosingRef closing) {
    var next = look(closing);
    while (next.act() != Act.END || doorbell.hasRung()) {
      switch (next.act()) {
        case WAIT -> doorbell.await(next.atMost(), "Its days are over");
        case ERASE -> closings.erase(closing);
        case END -> {}
      }
      next = look(closing);
    }
  }

  private Next look(ClosingRef closing) {
    doorbell.forget();
    return closings.look(closing);
  }

  @Override
  public void changed() {
    doorbell.ring();
  }
}
