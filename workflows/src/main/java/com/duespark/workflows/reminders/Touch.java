package com.duespark.workflows.reminders;

import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.shared.Patience;
import com.duespark.workflows.shared.Problem;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** The one message of a customer that is on its way; it may be tried for hours. */
final class Touch {

  private final CadenceRef cadence;
  private @Nullable Promise<Agenda> end;
  private @Nullable String lastProblem;
  private boolean overtaken;

  Touch(CadenceRef cadence) {
    this.cadence = cadence;
  }

  void setOff(Agenda agenda) {
    var queue = TaskQueues.of(agenda.channel());
    var courier =
        Workflow.newActivityStub(
            ReminderActivities.class, Patience.send(queue, agenda.next(), cadence.tenantId()));
    end = Async.function(courier::touch, cadence);
    overtaken = false;
  }

  boolean isUnderWay() {
    return end != null;
  }

  boolean hasEnded() {
    return end != null && end.isCompleted();
  }

  /** The rows are about to change: what the message brings back may be older than that. */
  void stepTaken() {
    overtaken = true;
  }

  /** What to do next, or null when that has to be read again. */
  @Nullable Agenda end() {
    var promise = end;
    end = null;
    if (promise == null) {
      return null;
    }
    try {
      var agenda = promise.get();
      lastProblem = null;
      return overtaken ? null : agenda;
    } catch (TemporalFailure e) {
      lastProblem = Problem.words(e);
      return null;
    }
  }

  @Nullable String lastProblem() {
    return lastProblem;
  }
}
