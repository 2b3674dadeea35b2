package com.duespark.workflows.reminders;

import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.shared.Patience;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** The one message of a customer that is on its way; it may be tried for hours. */
final class Touch {

  private final CadenceRef cadence;
  private @Nullable CompletablePromise<Agenda> end;
  private @Nullable CancellationScope scope;
  private @Nullable String lastProblem;
  private boolean overtaken;

  Touch(CadenceRef cadence) {
    this.cadence = cadence;
  }

  void setOff(Agenda agenda) {
    var queue = TaskQueues.of(agenda.channel());
    var courier =
        Workflow.newActivityStub(ReminderActivities.class, Patience.send(queue, agenda.next()));
    var promise = Workflow.<Agenda>newPromise();
    var under =
        Workflow.newCancellationScope(
            () -> promise.completeFrom(Async.function(courier::touch, cadence)));
    under.run();
    end = promise;
    scope = under;
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
    scope = null;
    if (promise == null) {
      return null;
    }
    try {
      var agenda = promise.get();
      return overtaken ? null : agenda;
    } catch (CanceledFailure e) {
      return null;
    } catch (TemporalFailure e) {
      lastProblem = e.getOriginalMessage();
      return null;
    }
  }

  /** Nothing is open any more: a message that still waits for its next try is not wanted. */
  void callOff() {
    if (scope != null && end != null && !end.isCompleted()) {
      scope.cancel();
    }
  }

  @Nullable String lastProblem() {
    return lastProblem;
  }
}
