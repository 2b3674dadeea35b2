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

  private static UUID send(CadenceStage stage, UUID customer) throws InterruptedException {
    var invoice = stage.send(customer, 14);
    stage.rests(customer);
    return invoice;
  }

  private static void ask(CadenceStage stage, UUID customer, CadenceCommand command)
      throws InterruptedException {
    stage.ask(customer, command);
    stage.rests(customer);
  }

  private static void chase(CadenceStage stage, UUID customer, String until, int messages)
      throws InterruptedException {
    stage.passTo(until);
    stage.untilMessages(customer, messages);
    stage.rests(customer);
  }

  @Test
  void chasedAndPaid() throws InterruptedException {
    record(
        "cadence-three-reminders-and-paid",
        (stage, customer) -> {
          var invoice = send(stage, customer);
          chase(stage, customer, AFTER_REMINDER_2, 3);
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
          var one = send(stage, customer);
          var other = send(stage, customer);
          chase(stage, customer, AFTER_PRE_3, 1);
          stage.close(customer, one, PAID);
          stage.rests(customer);
          stage.close(customer, other, PAID);
        });
  }

  @Test
  void paused() throws InterruptedException {
    record(
        "cadence-paused",
        (stage, customer) -> {
          var invoice = send(stage, customer);
          ask(stage, customer, new CadenceCommand.Pause(null, null));
          stage.passTo(AFTER_REMINDER_2);
          ask(stage, customer, new CadenceCommand.Pause(null, CadenceStage.at("2026-01-30T00:00")));
          chase(stage, customer, "2026-01-30T12:00", 1);
          ask(stage, customer, new CadenceCommand.Pause(invoice, null));
          ask(stage, customer, new CadenceCommand.Resume(invoice));
          stage.close(customer, invoice, PAID);
        });
  }

  @Test
  void triedAgain() throws InterruptedException {
    record(
        "cadence-retried-touch",
        (stage, customer) -> {
          var invoice = send(stage, customer);
          stage.passTo(BEFORE_PRE_3);
          stage.desk.mailIsDownFor(Duration.ofHours(3), customer);
          chase(stage, customer, "2026-01-16T16:00", 1);
          stage.close(customer, invoice, PAID);
        });
    record(
        "cadence-paid-while-retrying",
        (stage, customer) -> {
          var invoice = send(stage, customer);
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
          var invoice = send(stage, customer);
          stage.passTo(BEFORE_PRE_3);
          stage.desk.losesAnAnswer(customer);
          stage.passTo(AFTER_PRE_3);
          stage.untilNoted(customer, "unknown");
          stage.rests(customer);
          var lost = stage.desk.lastDelivery(customer, invoice, "PRE_3");
          stage.ask(customer, new CadenceCommand.ResolveReminder(lost, Resolution.RESEND));
          stage.untilMessages(customer, 1);
          stage.rests(customer);
          stage.close(customer, invoice, PAID);
        });
  }

  @Test
  void remindedByHand() throws InterruptedException {
    record(
        "cadence-reminded-by-hand",
        (stage, customer) -> {
          var invoice = send(stage, customer);
          stage.ask(customer, CadenceByHandTest.remind(invoice));
          stage.untilMessages(customer, 1);
          stage.rests(customer);
          chase(stage, customer, AFTER_PRE_3, 2);
          stage.close(customer, invoice, PAID);
        });
  }

  @Test
  void disputed() throws InterruptedException {
    record(
        "cadence-promised-and-disputed",
        (stage, customer) -> {
          var invoice = send(stage, customer);
          ask(stage, customer, new CadenceCommand.Promise(invoice, null, null));
          ask(stage, customer, new CadenceCommand.Dispute(invoice, "The amount"));
          stage.passTo(AFTER_PRE_3);
          ask(stage, customer, new CadenceCommand.ResolveDispute(invoice));
          chase(stage, customer, AFTER_REMINDER_2, 2);
          stage.close(customer, invoice, PAID);
        });
  }
}
