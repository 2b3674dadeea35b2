package com.duespark.workflows.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.reminders.Stage;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A customer is chased at the planned instants, until nothing is open. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CadenceLifeTest {

  private final CadenceStage stage = new CadenceStage();

  @AfterEach
  void replayAndClose() throws Exception {
    try (stage) {
      stage.replays();
    }
  }

  @Test
  void anInvoiceThatNobodyPaysIsChasedAtItsInstantsAndHandedToAPerson()
      throws InterruptedException {
    var customer = stage.customer();
    var invoice = stage.send(customer, 14);

    stage.passTo("2026-02-02T09:38");
    stage.untilMessages(customer, 4);
    var afterFinal = stage.desk.stage(customer, invoice);
    stage.passTo("2026-02-16T09:38");
    stage.desk.await(customer, () -> stage.desk.stage(customer, invoice) == Stage.COLLECTIONS);
    stage.close(customer, invoice, InvoiceStatus.PAID);
    stage.ends(customer);

    assertThat(stage.desk.messages(customer))
        .containsExactly(
            "2026-01-16T09:37 INV-1 PRE_3",
            "2026-01-22T09:37 INV-1 REMINDER_1",
            "2026-01-26T09:37 INV-1 REMINDER_2",
            "2026-02-02T09:37 INV-1 FINAL");
    assertThat(afterFinal).isEqualTo(Stage.FINAL);
  }

  @Test
  void aCadenceEndsWithTheLastInvoiceAndTheNextOneStartsItAgain() throws InterruptedException {
    var customer = stage.customer();
    var first = stage.send(customer, 14);
    stage.passTo("2026-01-20T12:00");
    stage.close(customer, first, InvoiceStatus.PAID);
    stage.ends(customer);

    stage.send(customer, 14);
    stage.passTo("2026-02-06T12:00");
    stage.untilMessages(customer, 3);

    assertThat(stage.world.runs()).hasSize(2);
    assertThat(stage.desk.messages(customer))
        .containsExactly(
            "2026-01-16T09:37 INV-1 PRE_3",
            "2026-02-02T09:37 INV-2 PRE_3",
            "2026-02-06T09:37 INV-2 REMINDER_1");
  }

  @Test
  void aCustomerWhoMovesIsWrittenToInTheMorningOfTheirNewHome() throws InterruptedException {
    var customer = stage.customer();
    stage.send(customer, 14);
    stage.passTo("2026-01-15T12:00");

    stage.desk.move(customer, ZoneId.of("America/New_York"), "US");
    stage.nudge(customer, "changed");
    stage.passTo("2026-01-16T17:36");
    var before = stage.desk.messages(customer);
    stage.passTo("2026-01-16T17:38");
    stage.untilMessages(customer, 1);

    assertThat(before).isEmpty();
    assertThat(stage.desk.messages(customer)).containsExactly("2026-01-16T09:37 INV-1 PRE_3");
  }

  @Test
  void aReminderGoesOnALeapDay() throws InterruptedException {
    var customer = stage.customer();
    stage.passTo("2028-02-24T12:00");

    stage.send(customer, 2);
    stage.passTo("2028-02-29T09:38");
    stage.untilMessages(customer, 1);

    assertThat(stage.desk.messages(customer)).containsExactly("2028-02-29T09:37 INV-1 REMINDER_1");
  }
}
