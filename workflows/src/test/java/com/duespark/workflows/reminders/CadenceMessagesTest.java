package com.duespark.workflows.reminders;

import static com.duespark.domain.invoices.InvoiceStatus.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.deliveries.Resolution;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.workflows.reminders.FakeReminders.Moment;
import com.duespark.workflows.shared.World;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people and rows say: nothing is lost, nothing is done twice, nothing costs too much. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CadenceMessagesTest {

  private static final CadenceCommand PAUSE = new CadenceCommand.Pause(null, null);
  private static final CadenceCommand RESUME = new CadenceCommand.Resume(null);

  private final CadenceStage stage = new CadenceStage();
  private final UUID customer = stage.customer();

  @AfterEach
  void replayAndClose() throws Exception {
    try (stage) {
      stage.replays();
    }
  }

  @Test
  void aPauseOfACustomerWithoutOpenInvoicesIsAnsweredByAShortRun() {
    var result = stage.ask(customer, PAUSE);
    stage.ends(customer);

    assertThat(result).isEqualTo("DONE");
    assertThat(stage.desk.journal(customer)).containsExactly("Pause");
  }

  @Test
  void aRefusalIsAnAnswer() {
    stage.send(customer, 14);

    var result =
        stage.ask(customer, new CadenceCommand.Pause(null, CadenceStage.at("2026-01-05T08:00")));

    assertThat(result).isEqualTo("REFUSED IN_THE_PAST");
  }

  @Test
  void theSameCommandTwiceIsDoneOnce() {
    stage.send(customer, 14);
    var command = stage.command(customer, PAUSE);

    stage.hand(customer, CommandKind.PAUSE_REMINDERS, command).getResult();
    stage.hand(customer, CommandKind.PAUSE_REMINDERS, command).getResult();

    assertThat(stage.desk.count(customer, "Pause")).isEqualTo(1);
  }

  @Test
  void changesThatComeTogetherAreOnePlan() throws InterruptedException {
    stage.desk.at(
        customer,
        Moment.PLANNED,
        () -> {
          for (int i = 0; i < 8; i++) {
            stage.nudge(customer, i % 2 == 0 ? "changed" : "track");
          }
        });

    stage.send(customer, 14);
    stage.desk.await(customer, () -> stage.desk.count(customer, "planned") == 2);
    stage.passTo("2026-01-16T09:38");
    stage.untilMessages(customer, 1);

    assertThat(stage.desk.count(customer, "planned")).isEqualTo(2);
  }

  @Test
  void commandsAmongChangesKeepTheirTurn() throws InterruptedException {
    var pause = stage.command(customer, PAUSE);
    var resume = stage.command(customer, RESUME);
    stage.desk.at(
        customer,
        Moment.PLANNED,
        () -> {
          stage.nudge(customer, "changed");
          stage.hand(customer, CommandKind.PAUSE_REMINDERS, pause);
          stage.nudge(customer, "changed");
          stage.nudge(customer, "changed");
          stage.hand(customer, CommandKind.RESUME_REMINDERS, resume);
        });

    stage.send(customer, 14);
    stage.untilNoted(customer, "Resume");

    assertThat(stage.desk.journal(customer))
        .containsExactly("sent", "planned", "planned", "Pause", "planned", "Resume");
  }

  @Test
  void aPauseThatWaitsIsHeardBeforeAMessageSetsOff() throws InterruptedException {
    var invoice = stage.send(customer, 14);
    stage.passTo("2026-01-16T09:00");
    stage.desk.losesAnAnswer(customer);
    stage.passTo("2026-01-16T11:00");
    stage.untilNoted(customer, "unknown");
    var lost = stage.desk.lastDelivery(customer, invoice, "PRE_3");
    var resend =
        stage.command(customer, new CadenceCommand.ResolveReminder(lost, Resolution.RESEND));
    var pause = stage.command(customer, PAUSE);
    stage.desk.at(
        customer,
        Moment.PLANNED,
        () -> {
          stage.hand(customer, CommandKind.RESOLVE_REMINDER, resend);
          stage.hand(customer, CommandKind.PAUSE_REMINDERS, pause);
        });

    stage.nudge(customer, "changed");
    stage.untilNoted(customer, "Pause");
    stage.pass(Duration.ofDays(60));

    assertThat(stage.desk.messages(customer)).isEmpty();
    assertThat(stage.desk.journal(customer)).endsWith("ResolveReminder", "Pause");
  }

  @Test
  void whatComesDuringTheLastPlanIsNotLost() throws InterruptedException {
    var first = stage.send(customer, 14);
    stage.desk.await(customer, () -> stage.desk.count(customer, "planned") == 1);
    stage.desk.at(customer, Moment.PLANNED, () -> stage.send(customer, 28));

    stage.close(customer, first, PAID);
    stage.passTo("2026-01-30T09:38");
    stage.untilMessages(customer, 1);

    assertThat(stage.desk.messages(customer)).containsExactly("2026-01-30T09:37 INV-2 PRE_3");
    assertThat(stage.world.runs()).hasSize(1);
  }

  @Test
  void whatComesWhileTheEndIsReportedIsNotLost() throws InterruptedException {
    var first = stage.send(customer, 14);
    stage.desk.await(customer, () -> stage.desk.count(customer, "planned") == 1);
    stage.world.interruptions().atEnd(() -> stage.send(customer, 28));

    stage.close(customer, first, PAID);
    stage.desk.await(customer, () -> stage.desk.count(customer, "planned") == 3);
    stage.passTo("2026-01-30T09:38");
    stage.untilMessages(customer, 1);

    assertThat(stage.desk.messages(customer)).containsExactly("2026-01-30T09:37 INV-2 PRE_3");
    assertThat(types(stage.history(customer).getEvents()))
        .contains(EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
  }

  @Test
  void aLongStoryGoesOnInANewRunWithNothingButItsId() throws InterruptedException {
    stage.send(customer, 14);
    stage.desk.await(customer, () -> stage.desk.count(customer, "planned") == 1);

    makeHistoryLong();
    stage.untilRuns(2);
    stage.passTo("2026-02-02T09:38");
    stage.untilMessages(customer, 4);

    assertThat(stage.desk.messages(customer))
        .containsExactly(
            "2026-01-16T09:37 INV-1 PRE_3",
            "2026-01-22T09:37 INV-1 REMINDER_1",
            "2026-01-26T09:37 INV-1 REMINDER_2",
            "2026-02-02T09:37 INV-1 FINAL");
    var start =
        stage.history(customer).getEvents().getFirst().getWorkflowExecutionStartedEventAttributes();
    assertThat(start.getContinuedExecutionRunId()).isNotEmpty();
    assertThat(start.getInput().getPayloads(0).getData().toStringUtf8())
        .contains(World.TENANT.toString(), customer.toString());
    assertThat(start.getInput().getPayloadsCount()).isEqualTo(1);
  }

  @Test
  void whatComesWhileALongStoryMovesToANewRunIsNotLost() throws InterruptedException {
    stage.send(customer, 14);
    stage.desk.await(customer, () -> stage.desk.count(customer, "planned") == 1);
    stage.world.interruptions().atEnd(() -> stage.send(customer, 28));

    makeHistoryLong();
    stage.untilRuns(2);
    stage.passTo("2026-01-30T09:38");
    stage.desk.await(
        customer, () -> stage.desk.messages(customer).contains("2026-01-30T09:37 INV-2 PRE_3"));

    var events = stage.world.histories().stream().flatMap(run -> run.getEvents().stream());
    assertThat(types(events.toList())).contains(EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
  }

  @Test
  void aLongStoryWaitsForItsMessageBeforeItGoesOn() throws InterruptedException {
    stage.send(customer, 14);
    stage.desk.mailIsDownFor(Duration.ofDays(12), customer);
    stage.passTo("2026-01-16T09:50");
    stage.untilNoted(customer, "not accepted");

    makeHistoryLong();
    var during = stage.world.runs().size();
    stage.desk.mailIsDownFor(Duration.ZERO, customer);
    stage.passTo("2026-01-16T12:00");
    stage.untilMessages(customer, 1);
    stage.untilRuns(2);

    assertThat(during).isEqualTo(1);
    assertThat(stage.desk.messages(customer)).containsExactly("2026-01-16T09:59 INV-1 PRE_3");
  }

  /** The server suggests a new run after four megabytes. */
  private void makeHistoryLong() throws InterruptedException {
    long plans = stage.desk.count(customer, "planned");
    for (int i = 0; i < 3; i++) {
      stage.running(customer).signal("changed", "x".repeat(1_500_000));
    }
    stage.desk.await(customer, () -> stage.desk.count(customer, "planned") > plans);
  }

  private static List<EventType> types(List<HistoryEvent> events) {
    return events.stream().map(HistoryEvent::getEventType).toList();
  }
}
