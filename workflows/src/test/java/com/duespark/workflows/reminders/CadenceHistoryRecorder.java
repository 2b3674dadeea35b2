package com.duespark.workflows.reminders;

import static com.duespark.domain.invoices.InvoiceStatus.PAID;

import com.duespark.domain.deliveries.Resolution;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.workflows.reminders.FakeReminders.Moment;
import com.duespark.workflows.shared.Histories;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Writes the histories of cadences that are replayed in every build. Not a test: runs only when
 * asked by name, {@code -Dtest=*HistoryRecorder}.
 */
class CadenceHistoryRecorder {

  private static final String BEFORE_PRE_3 = "2026-01-16T09:00";
  private static final String AFTER_PRE_3 = "2026-01-16T12:00";
  private static final String AFTER_REMINDER_2 = "2026-01-27T12:00";

  /** A path through the chasing of a customer. */
  private interface Path {
    void walk(CadenceStage stage, UUID customer) throws InterruptedException;
  }

  private static void record(String name, Path path) throws InterruptedException {
    try (var stage = new CadenceStage()) {
      var customer = stage.customer();
      path.walk(stage, customer);
      stage.ends(customer);
      Histories.write(name, stage.history(customer));
    }
  }

  @Test
  void chasedAndPaid() throws InterruptedException {
    record(
        "cadence-three-reminders-and-paid",
        (stage, customer) -> {
          var invoice = stage.send(customer, 14);
          stage.passTo(AFTER_REMINDER_2);
          stage.untilMessages(customer, 3);
          stage.close(customer, invoice, PAID);
        });
    record(
        "cadence-nothing-open",
        (stage, customer) -> stage.ask(customer, new CadenceCommand.Pause(null, null)));
  }

  @Test
  void merged() throws InterruptedException {
    record(
        "cadence-merged",
        (stage, customer) -> {
          stage.desk.at(
              customer,
              Moment.PLANNED,
              () -> {
                stage.nudge(customer, "changed");
                stage.nudge(customer, "changed");
                stage.nudge(customer, "track");
              });
          var one = stage.send(customer, 14);
          var other = stage.send(customer, 14);
          stage.passTo(AFTER_PRE_3);
          stage.untilMessages(customer, 1);
          stage.close(customer, one, PAID);
          stage.close(customer, other, PAID);
        });
  }

  @Test
  void paused() throws InterruptedException {
    record(
        "cadence-paused",
        (stage, customer) -> {
          var invoice = stage.send(customer, 14);
          stage.ask(customer, new CadenceCommand.Pause(null, null));
          stage.passTo(AFTER_REMINDER_2);
          stage.ask(customer, new CadenceCommand.Pause(null, CadenceStage.at("2026-01-30T00:00")));
          stage.passTo("2026-01-30T12:00");
          stage.untilMessages(customer, 1);
          stage.ask(customer, new CadenceCommand.Pause(null, null));
          stage.ask(customer, new CadenceCommand.Resume(null));
          stage.close(customer, invoice, PAID);
        });
  }

  @Test
  void triedAgain() throws InterruptedException {
    record(
        "cadence-retried-touch",
        (stage, customer) -> {
          var invoice = stage.send(customer, 14);
          stage.passTo(BEFORE_PRE_3);
          stage.desk.mailIsDownFor(Duration.ofHours(3), customer);
          stage.passTo("2026-01-16T16:00");
          stage.untilMessages(customer, 1);
          stage.close(customer, invoice, PAID);
        });
    record(
        "cadence-paid-while-retrying",
        (stage, customer) -> {
          var invoice = stage.send(customer, 14);
          stage.passTo(BEFORE_PRE_3);
          stage.desk.mailIsDownFor(Duration.ofHours(3), customer);
          stage.passTo("2026-01-16T10:30");
          stage.untilNoted(customer, "not accepted");
          stage.close(customer, invoice, PAID);
        });
  }

  @Test
  void resolved() throws InterruptedException {
    record(
        "cadence-resolved",
        (stage, customer) -> {
          var invoice = stage.send(customer, 14);
          stage.passTo(BEFORE_PRE_3);
          stage.desk.losesAnAnswer(customer);
          stage.passTo(AFTER_PRE_3);
          stage.untilNoted(customer, "unknown");
          var lost = stage.desk.lastDelivery(customer, invoice, "PRE_3");
          stage.ask(customer, new CadenceCommand.ResolveReminder(lost, Resolution.RESEND));
          stage.untilMessages(customer, 1);
          stage.close(customer, invoice, PAID);
        });
  }
}
