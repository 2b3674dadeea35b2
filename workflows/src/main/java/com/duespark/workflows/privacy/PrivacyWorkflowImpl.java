package com.duespark.workflows.privacy;

import com.duespark.workflows.privacy.PrivacyActivities.Act;
import com.duespark.workflows.privacy.PrivacyActivities.Next;
import com.duespark.workflows.shared.Doorbell;
import com.duespark.workflows.shared.Patience;
import io.temporal.workflow.Workflow;
import java.util.Map;

/** Asks the rows what is next, does it, until nothing is. */
public class PrivacyWorkflowImpl implements PrivacyWorkflow {

  private final PrivacyActivities requests =
      Workflow.newActivityStub(
          PrivacyActivities.class,
          Patience.database("Note it"),
          Map.of(
              "Privacy_Look", Patience.database("Read what it needs"),
              "Privacy_Collect", Patience.sweep("Collect what is held"),
              "Privacy_Erase", Patience.sweep("Erase the person")));

  private final Doorbell doorbell = new Doorbell();

  @Override
  public void run(PrivacyRef request) {
    var next = look(request);
    while (next.act() != Act.END || doorbell.hasRung()) {
      switch (next.act()) {
        case COLLECT -> requests.collect(request);
        case ERASE -> requests.erase(request);
        case WARN -> requests.warn(request);
        case DROP_FILE -> requests.dropFile(request);
        case WAIT -> doorbell.await(next.atMost(), "Look again");
        case END -> {}
      }
      if (Workflow.getInfo().isContinueAsNewSuggested()) {
        Workflow.continueAsNew(request);
      }
      next = look(request);
    }
  }

  private Next look(PrivacyRef request) {
    doorbell.forget();
    return requests.look(request);
  }

  @Override
  public void changed() {
    doorbell.ring();
  }
}
