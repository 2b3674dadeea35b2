package com.duespark.workflows.reminders;

import com.duespark.workflows.shared.Alarm;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.Inbox;
import com.duespark.workflows.shared.Patience;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The story of chasing one customer: look what is planned, wait for it, send it, look again.
 * Whatever else happens on the way only makes it look again sooner.
 */
public class CadenceWorkflowImpl implements CadenceWorkflow {

  /** A command, or null for a change of some row. */
  private record News(@Nullable CommandRef command) {}

  private final ReminderActivities steps =
      Workflow.newActivityStub(
          ReminderActivities.class,
          Patience.database("Plan"),
          Map.of("Reminders_Apply", Patience.database("Do what was asked")));

  private final CadenceRef cadence;
  private final Inbox<News> inbox = new Inbox<>();
  private final Alarm alarm = new Alarm();
  private final Touch touch;
  private @Nullable Agenda agenda;

  @WorkflowInit
  public CadenceWorkflowImpl(CadenceRef cadence) {
    this.cadence = cadence;
    this.touch = new Touch(cadence);
  }

  /** With the run ends what it still waits for: a timer, a message before its next try. */
  @Override
  public void run(CadenceRef start) {
    if (inbox.isEmpty()) {
      agenda = steps.plan(cadence);
    }
    while (hasSomethingToDo()) {
      followPlan();
      Workflow.await(this::hasNews);
      handleWhatCame();
      if (Workflow.getInfo().isContinueAsNewSuggested() && isQuiet()) {
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(cadence);
      }
    }
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  private boolean hasSomethingToDo() {
    return agenda == null || !agenda.done() || !inbox.isEmpty();
  }

  private boolean hasNews() {
    return !inbox.isEmpty() || touch.hasEnded() || alarm.isRinging();
  }

  private boolean isQuiet() {
    return inbox.isEmpty() && !touch.isUnderWay();
  }

  /**
   * Sets the clock to what comes next; while a message is on its way its end comes first. A plan is
   * not followed while there is news that may change it.
   */
  private void followPlan() {
    if (agenda == null || !inbox.isEmpty()) {
      return;
    }
    Workflow.setCurrentDetails(agenda.story());
    if (agenda.untilNext() == null || touch.isUnderWay()) {
      alarm.cancel();
    } else if (agenda.untilNext().isZero()) {
      alarm.cancel();
      touch.setOff(agenda);
    } else {
      alarm.set(agenda.untilNext(), agenda.next());
    }
  }

  /** One thing at a time: what people and rows say first, then the message, then the clock. */
  private void handleWhatCame() {
    var news = inbox.next();
    if (news != null) {
      touch.stepTaken();
      agenda = news.command() == null ? lookAgain() : apply(news.command());
    } else if (touch.hasEnded()) {
      var after = touch.end();
      agenda = after == null ? steps.plan(cadence) : after;
    } else if (alarm.isRinging() && agenda != null) {
      alarm.cancel();
      touch.setOff(agenda);
    }
  }

  /** Several changes that came together are one look. */
  private Agenda lookAgain() {
    while (inbox.peek() instanceof News(CommandRef command) && command == null) {
      inbox.next();
    }
    return steps.plan(cadence);
  }

  private Agenda apply(CommandRef command) {
    var after = steps.apply(command);
    inbox.answered(command.commandId());
    return after;
  }

  // ------------------------------------------------------------------ what people ask

  @Override
  public void pause(CommandRef command) {
    inbox.ask(command.commandId(), new News(command));
  }

  @Override
  public void resume(CommandRef command) {
    inbox.ask(command.commandId(), new News(command));
  }

  @Override
  public void resolveDelivery(CommandRef command) {
    inbox.ask(command.commandId(), new News(command));
  }

  @Override
  public void remindNow(CommandRef command) {
    inbox.ask(command.commandId(), new News(command));
  }

  @Override
  public void skip(CommandRef command) {
    inbox.ask(command.commandId(), new News(command));
  }

  @Override
  public void move(CommandRef command) {
    inbox.ask(command.commandId(), new News(command));
  }

  @Override
  public void promise(CommandRef command) {
    inbox.ask(command.commandId(), new News(command));
  }

  @Override
  public void dispute(CommandRef command) {
    inbox.ask(command.commandId(), new News(command));
  }

  @Override
  public void adjust(CommandRef command) {
    inbox.ask(command.commandId(), new News(command));
  }

  // ------------------------------------------------------------------ what changed

  @Override
  public void track() {
    inbox.add(new News(null));
  }

  @Override
  public void changed() {
    inbox.add(new News(null));
  }

  @Override
  public State state() {
    return new State(
        agenda == null ? "Starting" : agenda.story(),
        touch.isUnderWay(),
        inbox.size(),
        touch.lastProblem());
  }

  // ------------------------------------------------------------------ shape checks

  @Override
  public void checkPause(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkResume(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkResolveDelivery(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkRemindNow(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkSkip(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkMove(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkPromise(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkDispute(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkAdjust(CommandRef command) {
    checkShape(command);
  }

  private void checkShape(CommandRef command) {
    if (!cadence.tenantId().equals(command.tenantId())) {
      throw ApplicationFailure.newNonRetryableFailure(
          "The command belongs to another tenant", "VALIDATION_ERROR");
    }
  }
}
