package com.duespark.workflows.reminders;

import static com.duespark.domain.invoices.InvoiceStatus.PAID;
import static com.duespark.domain.invoices.InvoiceStatus.VOID;
import static com.duespark.domain.invoices.InvoiceStatus.WRITTEN_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.deliveries.Resolution;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stops or holds a reminder does so before the next message, at any moment (WFS-08). */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CadenceHoldsTest {

  private static final CadenceCommand RESUME = new CadenceCommand.Resume(null);

  /** Moments in the life of an invoice that is due on 19 January. */
  private enum Moment {
    AT_FIRST("2026-01-05T09:01", 0),
    A_MINUTE_BEFORE_A_REMINDER("2026-01-22T09:36", 1),
    WHILE_A_REMINDER_IS_TRIED_AGAIN("2026-01-22T10:30", 1),
    BETWEEN_TWO("2026-01-23T12:00", 2),
    AFTER_THE_LAST("2026-02-03T12:00", 4);

    final String at;
    final int messages;

    Moment(String at, int messages) {
      this.at = at;
      this.messages = messages;
    }
  }

  private final CadenceStage stage = new CadenceStage();

  @AfterEach
  void replayAndClose() throws Exception {
    try (stage) {
      stage.replays();
    }
  }

  /** Goes to the moment; on the way mail may be down for whoever is to be tried again. */
  private void goTo(Moment moment, Iterable<UUID> customers) throws InterruptedException {
    if (moment == Moment.WHILE_A_REMINDER_IS_TRIED_AGAIN) {
      stage.passTo("2026-01-22T09:00");
      customers.forEach(customer -> stage.desk.mailIsDownFor(Duration.ofHours(24), customer));
    }
    stage.passTo(moment.at);
    for (var customer : customers) {
      stage.untilMessages(customer, moment.messages);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedInvoiceIsNotChasedAnyMoreAndItsCadenceEndsAtOnce(Moment moment)
      throws InterruptedException {
    var invoices = new LinkedHashMap<InvoiceStatus, Map.Entry<UUID, UUID>>();
    for (var end : new InvoiceStatus[] {PAID, VOID, WRITTEN_OFF}) {
      var customer = stage.customer();
      invoices.put(end, Map.entry(customer, stage.send(customer, 14)));
    }
    goTo(moment, invoices.values().stream().map(Map.Entry::getKey).toList());

    for (var end : invoices.entrySet()) {
      stage.close(end.getValue().getKey(), end.getValue().getValue(), end.getKey());
      stage.ends(end.getValue().getKey());
    }
    stage.pass(Duration.ofDays(60));

    for (var pair : invoices.values()) {
      assertThat(stage.desk.messages(pair.getKey())).hasSize(moment.messages);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPausedCustomerHearsNothingUntilResumedAndThenTheLatestMissedStep(Moment moment)
      throws InterruptedException {
    var all = stage.customer();
    stage.send(all, 14);
    var one = stage.customer();
    var invoice = stage.send(one, 14);
    goTo(moment, List.of(all, one));

    stage.ask(all, new CadenceCommand.Pause(null, null));
    stage.ask(one, new CadenceCommand.Pause(invoice, null));
    stage.passTo("2026-04-01T12:00");
    var during = stage.desk.messages(all).size() + stage.desk.messages(one).size();
    stage.ask(all, RESUME);
    stage.ask(one, new CadenceCommand.Resume(invoice));
    stage.passTo("2026-04-02T09:38");

    assertThat(during).isEqualTo(2 * moment.messages);
    for (var customer : List.of(all, one)) {
      if (moment == Moment.AFTER_THE_LAST) {
        assertThat(stage.desk.messages(customer)).hasSize(4);
      } else {
        stage.untilMessages(customer, moment.messages + 1);
        assertThat(stage.desk.messages(customer)).endsWith("2026-04-02T09:37 INV-1 FINAL");
      }
    }
  }

  @Test
  void aPauseWithAnEndEndsByItself() throws InterruptedException {
    var customer = stage.customer();
    stage.send(customer, 14);

    stage.ask(customer, new CadenceCommand.Pause(null, CadenceStage.at("2026-01-27T00:00")));
    stage.passTo("2026-02-02T09:38");
    stage.untilMessages(customer, 2);

    assertThat(stage.desk.messages(customer))
        .containsExactly("2026-01-27T09:37 INV-1 REMINDER_2", "2026-02-02T09:37 INV-1 FINAL");
  }

  @Test
  void aReminderIsTriedUntilItsWindowClosesAndAnewInTheNext() throws InterruptedException {
    var customer = stage.customer();
    stage.send(customer, 14);
    stage.passTo("2026-01-22T09:00");
    stage.desk.mailIsDownFor(Duration.ofHours(30), customer);

    stage.passTo("2026-01-23T09:36");
    long triedOnTheFirstDay = stage.desk.count(customer, "not accepted");
    stage.passTo("2026-01-23T17:01");
    stage.untilMessages(customer, 2);

    assertThat(triedOnTheFirstDay).isEqualTo(8);
    assertThat(stage.desk.messages(customer)).endsWith("2026-01-23T16:59 INV-1 REMINDER_1");
  }

  @Test
  void aReminderThatIsTriedAgainLeavesOutWhatWasPaidMeanwhile() throws InterruptedException {
    var customer = stage.customer();
    var paid = stage.send(customer, 14);
    stage.send(customer, 14);
    stage.passTo("2026-01-22T09:00");
    stage.desk.mailIsDownFor(Duration.ofHours(1), customer);
    stage.passTo("2026-01-22T09:50");
    stage.untilNoted(customer, "not accepted");

    stage.close(customer, paid, PAID);
    stage.passTo("2026-01-22T12:00");
    stage.untilMessages(customer, 2);

    assertThat(stage.desk.messages(customer))
        .containsExactly(
            "2026-01-16T09:37 INV-1 PRE_3, INV-2 PRE_3", "2026-01-22T10:59 INV-2 REMINDER_1");
  }

  @Test
  void aReminderOfUnknownFateIsSentAgainWhenAPersonSaysSo() throws InterruptedException {
    var customer = stage.customer();
    var invoice = stage.send(customer, 14);
    stage.passTo("2026-01-22T09:00");
    stage.desk.losesAnAnswer(customer);
    stage.passTo("2026-01-22T11:00");
    stage.untilNoted(customer, "unknown");
    var lost = stage.desk.lastDelivery(customer, invoice, "REMINDER_1");

    var result = stage.ask(customer, new CadenceCommand.ResolveReminder(lost, Resolution.RESEND));
    stage.untilMessages(customer, 2);

    assertThat(result).isEqualTo("DONE");
    assertThat(stage.desk.messages(customer)).endsWith("2026-01-22T11:00 INV-1 REMINDER_1");
  }

  @Test
  void aReminderOfUnknownFateCountsWhenAPersonSaysThatItArrived() throws InterruptedException {
    var customer = stage.customer();
    var invoice = stage.send(customer, 14);
    stage.passTo("2026-01-22T09:00");
    stage.desk.losesAnAnswer(customer);
    stage.passTo("2026-01-22T11:00");
    stage.untilNoted(customer, "unknown");
    var stageBefore = stage.desk.stage(customer, invoice);
    var lost = stage.desk.lastDelivery(customer, invoice, "REMINDER_1");

    stage.ask(customer, new CadenceCommand.ResolveReminder(lost, Resolution.SENT));
    stage.passTo("2026-01-26T09:38");
    stage.untilMessages(customer, 3);

    assertThat(stageBefore).isEqualTo(Stage.NONE);
    assertThat(stage.desk.status(customer, invoice, "REMINDER_1")).isEqualTo(ReminderStatus.SENT);
    assertThat(stage.desk.messages(customer)).endsWith("2026-01-26T09:37 INV-1 REMINDER_2");
  }

  @Test
  void aTouchThatWasEndedByHandIsAProblemUntilTheNextOneGoesThrough() throws InterruptedException {
    var customer = stage.customer();
    stage.send(customer, 14);
    stage.passTo("2026-01-16T09:00");
    stage.desk.breaks(customer);
    stage.desk.mailIsDownFor(Duration.ofMinutes(45), customer);

    stage.passTo("2026-01-16T09:40");
    stage.untilNoted(customer, "not accepted");
    var during = stage.state(customer);
    stage.passTo("2026-01-16T10:40");
    stage.untilMessages(customer, 1);
    stage.passTo("2026-01-16T12:00");

    assertThat(during.sending()).isTrue();
    assertThat(during.lastProblem()).isEqualTo("Ended by hand");
    assertThat(stage.state(customer).sending()).isFalse();
    assertThat(stage.state(customer).lastProblem()).isNull();
  }
}
