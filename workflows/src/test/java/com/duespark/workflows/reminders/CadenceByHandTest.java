package com.duespark.workflows.reminders;

import static com.duespark.domain.invoices.InvoiceStatus.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.CadenceCommand.Dispute;
import com.duespark.domain.reminders.CadenceCommand.RemindNow;
import com.duespark.domain.reminders.CadenceCommand.ResolveDispute;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person wants at once goes before the plan, and the plan goes on around it. */
class CadenceByHandTest {

  private final CadenceStage stage = new CadenceStage();
  private final UUID customer = stage.customer();

  @AfterEach
  void everythingReplays() throws Exception {
    stage.replays();
    stage.close();
  }

  static CadenceCommand remind(UUID invoice) {
    return new RemindNow(invoice, null, null, null, false, Set.of());
  }

  @Test
  void aReminderByHandGoesAtOnceAndThePlanGoesOn() throws InterruptedException {
    var invoice = stage.send(customer, 14);
    stage.rests(customer);

    assertThat(stage.ask(customer, remind(invoice))).isEqualTo("DONE");
    stage.untilMessages(customer, 1);
    stage.passTo("2026-01-23T12:00");

    stage.untilMessages(customer, 3);
    assertThat(stage.desk.messages(customer).getFirst()).endsWith("INV-1 MANUAL-1");
    assertThat(stage.desk.messages(customer).get(1)).endsWith("INV-1 PRE_3");
  }

  @Test
  void theSameWishTwiceIsOneMessage() throws InterruptedException {
    var invoice = stage.send(customer, 14);
    stage.rests(customer);
    var command = stage.command(customer, remind(invoice));

    stage.hand(customer, CommandKind.REMIND_NOW, command).getResult();
    stage.hand(customer, CommandKind.REMIND_NOW, command).getResult();
    stage.untilMessages(customer, 1);
    stage.pass(Duration.ofDays(1));

    assertThat(stage.desk.messages(customer)).hasSize(1);
  }

  @Test
  void aPaidInvoiceIsNotRemindedOfByHand() throws InterruptedException {
    var invoice = stage.send(customer, 14);
    var other = stage.send(customer, 20);
    stage.rests(customer);
    stage.close(customer, invoice, PAID);

    assertThat(stage.ask(customer, remind(invoice))).isEqualTo("REFUSED NOT_OPEN");
    stage.close(customer, other, PAID);
    stage.ends(customer);

    assertThat(stage.desk.messages(customer)).isEmpty();
  }

  @Test
  void aDisputeHoldsAtOnceAndWhatWasMissedMeanwhileIsLeftOut() throws InterruptedException {
    var invoice = stage.send(customer, 14);
    stage.rests(customer);

    stage.ask(customer, new Dispute(invoice, "Two sleeves are missing"));
    stage.passTo("2026-01-23T12:00");
    assertThat(stage.desk.messages(customer)).isEmpty();
    stage.ask(customer, new ResolveDispute(invoice));
    stage.passTo("2026-01-27T12:00");

    stage.untilMessages(customer, 1);
    assertThat(stage.desk.messages(customer).getFirst()).endsWith("INV-1 REMINDER_2");
  }
}
