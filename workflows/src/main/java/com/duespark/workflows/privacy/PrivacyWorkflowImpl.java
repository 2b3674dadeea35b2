package com.duespark.workflows.privacy;

import com.duespark.workflows.privacy.PrivacyActivities.Act;
import com.duespark.workflows.privacy.PrivacyActivities.Next;
import com.duespark.workflows.shared.Alarm;
import com.duespark.workflows.shared.Patience;
import io.temporal.workflow.Workflow;
import java.time.Duration;
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

  private final Alarm alarm = new Alarm();
  private boolean isChanged;

  @Override
  public void run(PrivacyRef request) {
    var next = look(request);
    while (next.act() != Act.END || isChanged) {
      switch (next.act()) {
        case COLLECT -> requests.collect(request);
        case ERASE -> requests.erase(request);
        case WARN -> requests.warn(request);
        case DROP_FILE -> requests.dropFile(request);
        case WAIT -> waitFor(next.atMost());
        case END -> {}
      }
      if (Workflow.getInfo().isContinueAsNewSuggested()) {
        Workflow.continueAsNew(request);
      }
      next = look(request);
    }
  }

  private Next look(PrivacyRef request) {
    isChanged = false;
    return requests.look(request);
  }

  private void waitFor(Duration wait) {
    alarm.set(wait, "Look again");
    Workflow.await(() -> alarm.isRinging() || isChanged);
    alarm.cancel();
  }

  @Override
  public void changed() {
    isChanged = true;
  }
}
