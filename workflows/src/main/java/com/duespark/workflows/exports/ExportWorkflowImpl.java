package com.duespark.workflows.exports;

import com.duespark.workflows.exports.ExportActivities.Act;
import com.duespark.workflows.exports.ExportActivities.Next;
import com.duespark.workflows.shared.Doorbell;
import com.duespark.workflows.shared.Patience;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.util.Map;

/** Writes the archive, keeps it for its days, throws it away. The rows say what is next. */
public class ExportWorkflowImpl implements ExportWorkflow {

  private final ExportActivities exports =
      Workflow.newActivityStub(
          ExportActivities.class,
          Patience.database("Note it"),
          Map.of(
              "Export_Look", Patience.database("Read how far it is"),
              "Export_Write", Patience.archive("Write the archive"),
              "Export_Expire", Patience.database("Throw the archive away")));

  private final Doorbell doorbell = new Doorbell();

  @Override
  public void run(ExportRef export) {
    var next = look(export);
    while (next.act() != Act.END || doorbell.hasRung()) {
      switch (next.act()) {
        case WRITE -> write(export);
        case WAIT -> doorbell.await(next.atMost(), "Its days are over");
        case EXPIRE -> exports.expire(export);
        case END -> {}
      }
      next = look(export);
    }
  }

  private Next look(ExportRef export) {
    doorbell.forget();
    return exports.look(export);
  }

  private void write(ExportRef export) {
    try {
      exports.write(export);
    } catch (ActivityFailure failure) {
      exports.giveUp(export);
    }
  }

  @Override
  public void changed() {
    doorbell.ring();
  }
}
