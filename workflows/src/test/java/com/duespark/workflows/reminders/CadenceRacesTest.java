package com.duespark.workflows.reminders;

import static com.duespark.domain.invoices.InvoiceStatus.PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.commands.CommandKind;
import com.duespark.workflows.reminders.FakeReminders.Moment;
import com.duespark.workflows.shared.CommandRef;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Things that happen at the same moment (WFS-03): whatever comes first, a payment wins. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CadenceRacesTest {

  private final CadenceStage stage = new CadenceStage();
  private final UUID customer = stage.customer();
  private final UUID invoice = stage.send(customer, 14);

  @AfterEach
  void replayAndClose() throws Exception {
    try (stage) {
      stage.replays();
    }
  }

  @Test
  void aPaymentBookedJustBeforeTheClaimKeepsTheReminderBack() throws InterruptedException {
    stage.desk.at(customer, Moment.TOUCH_BEGINS, () -> stage.desk.close(customer, invoice, PAID));

    stage.passTo("2026-01-16T09:38");
    stage.ends(customer);
    stage.nudge(customer, "changed");
    stage.ends(customer);

    assertThat(stage.desk.messages(customer)).isEmpty();
    assertThat(stage.desk.journal(customer))
        .containsExactly("sent", "planned", "PAID", "touched", "planned");
  }

  @Test
  void aPaymentBookedJustAfterTheClaimLeavesOneReminderOutAndNoMore() throws InterruptedException {
    stage.desk.at(customer, Moment.CLAIMED, () -> stage.close(customer, invoice, PAID));

    stage.passTo("2026-01-16T09:38");
    stage.ends(customer);
    stage.pass(Duration.ofDays(60));

    assertThat(stage.desk.messages(customer)).containsExactly("2026-01-16T09:37 INV-1 PRE_3");
  }

  @Test
  void aLateAnswerOfATouchDoesNotHideAnInvoiceThatCameMeanwhile() throws InterruptedException {
    stage.desk.at(
        customer,
        Moment.TOUCH_ENDS,
        () -> {
          stage.send(customer, 3);
          awaitPlans(2);
        });

    stage.passTo("2026-01-22T09:38");
    stage.untilMessages(customer, 3);

    assertThat(stage.desk.messages(customer))
        .containsExactly(
            "2026-01-16T09:37 INV-1 PRE_3",
            "2026-01-19T09:37 INV-2 PRE_3",
            "2026-01-22T09:37 INV-1 REMINDER_1, INV-2 REMINDER_1");
  }

  private void awaitPlans(int count) {
    try {
      stage.desk.await(customer, () -> stage.desk.count(customer, "planned") == count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theTimerAndThenThePaymentInOneTaskSendNothing() {
    stage.passTo("2026-01-16T09:36:58");

    whileATaskRuns(
        () -> {
          awaitClock("2026-01-16T09:37:02");
          stage.close(customer, invoice, PAID);
        });
    stage.ends(customer);

    assertThat(together())
        .containsExactly(
            EventType.EVENT_TYPE_TIMER_FIRED, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED);
    assertThat(stage.desk.journal(customer)).containsExactly("sent", "planned", "PAID", "planned");
  }

  @Test
  void thePaymentAndThenTheTimerInOneTaskSendNothing() {
    stage.passTo("2026-01-16T09:36:58");

    whileATaskRuns(
        () -> {
          stage.close(customer, invoice, PAID);
          awaitClock("2026-01-16T09:37:02");
        });
    stage.ends(customer);

    assertThat(together())
        .containsExactly(
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED, EventType.EVENT_TYPE_TIMER_FIRED);
    assertThat(stage.desk.journal(customer)).containsExactly("sent", "planned", "PAID", "planned");
  }

  /** A task that brings nothing by itself: a command that its check turns away. */
  private void whileATaskRuns(Runnable what) {
    stage.world.interruptions().atUpdateCheck(what);
    var foreign = new CommandRef(new UUID(0, 404), new UUID(0, 1));
    var handle = stage.hand(customer, CommandKind.PAUSE_REMINDERS, foreign);
    assertThatThrownBy(handle::getResult).hasStackTraceContaining("another tenant");
  }

  /** While a task runs no time is skipped. */
  private void awaitClock(String local) {
    while (stage.world.now().isBefore(CadenceStage.at(local))) {
      Thread.onSpinWait();
    }
  }

  /** What the workflow learned in one task, other than about tasks and activities. */
  private List<EventType> together() {
    return stage.history(customer).getEvents().stream()
        .dropWhile(event -> !isNews(event))
        .takeWhile(event -> event.getEventType() != EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED)
        .filter(CadenceRacesTest::isNews)
        .map(HistoryEvent::getEventType)
        .toList();
  }

  private static boolean isNews(HistoryEvent event) {
    return event.hasTimerFiredEventAttributes()
        || event.hasWorkflowExecutionSignaledEventAttributes();
  }
}
