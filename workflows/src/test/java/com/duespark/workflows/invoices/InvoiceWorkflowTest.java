package com.duespark.workflows.invoices;

import static com.duespark.domain.commands.CommandKind.RECORD_PAYMENT;
import static com.duespark.domain.commands.CommandKind.SEND;
import static com.duespark.domain.commands.CommandKind.VOID;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.workflows.shared.CommandRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the first send to the end, and the ways in which it goes wrong. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InvoiceWorkflowTest {

  private final Stage stage = new Stage();

  @AfterEach
  void replayAndClose() throws Exception {
    try (stage) {
      stage.replays();
    }
  }

  @Test
  void anInvoiceIsSentPaidReceiptedAndEnds() throws InterruptedException {
    var invoice = stage.draft();

    var sent = stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    stage.signal(invoice, "paymentSeen", stage.fact(invoice, 100));
    stage.ends(invoice);

    assertThat(sent).isEqualTo("DONE");
    assertThat(stage.books.journal(invoice))
        .containsExactly("SEND DONE", "accepted 1", "booked 100", "accepted 2");
  }

  @Test
  void aMailThatIsNotAcceptedForSixHoursGoesThroughAfterwards() throws InterruptedException {
    var invoice = stage.draft();
    stage.books.mailIsDownFor(Duration.ofHours(6), invoice);

    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> stage.books.journal(invoice).contains("not accepted 1"));
    stage.pass(Duration.ofHours(5));
    var during = stage.books.draft(invoice).status();
    stage.passUntil(invoice, row -> row.status() == InvoiceStatus.SENT);

    assertThat(during).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(stage.books.journal(invoice)).endsWith("accepted 1");
    assertThat(stage.books.draft(invoice).mailsAccepted()).isEqualTo(1);
  }

  @Test
  void aVoidCallsOffTheRetryingMailAndEndsAtOnce() {
    var invoice = stage.draft();
    stage.books.mailIsDownFor(Duration.ofHours(6), invoice);
    stage.ask(invoice, SEND);
    stage.pass(Duration.ofMinutes(50));
    var before = stage.now();

    var result = stage.ask(invoice, VOID);
    stage.ends(invoice);

    assertThat(result).isEqualTo("DONE");
    assertThat(stage.books.journal(invoice)).doesNotContain("accepted 1").endsWith("VOID DONE");
    assertThat(Duration.between(before, stage.now())).isLessThan(Duration.ofMinutes(15));
  }

  @Test
  void aPaymentIsBookedWhileTheMailIsRetrying() throws InterruptedException {
    var invoice = stage.draft();
    stage.books.mailIsDownFor(Duration.ofHours(6), invoice);
    stage.ask(invoice, SEND);
    stage.pass(Duration.ofMinutes(50));

    stage.books.mailIsDownFor(Duration.ZERO, invoice);
    stage.signal(invoice, "paymentSeen", stage.fact(invoice, 100));
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.PAID);
    stage.ends(invoice);

    assertThat(stage.books.journal(invoice)).contains("booked 100").endsWith("accepted 2");
    assertThat(stage.books.draft(invoice).mailsAccepted()).as("only the receipt").isEqualTo(1);
  }

  @Test
  void aLateAnswerOfAMailDoesNotHideAPaymentBookedMeanwhile() throws InterruptedException {
    var invoice = stage.draft();
    stage.books.answersCross(invoice);
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);

    stage.signal(invoice, "paymentSeen", stage.fact(invoice, 100));
    stage.ends(invoice);

    assertThat(stage.books.journal(invoice))
        .containsExactly("SEND DONE", "accepted 1", "booked 100", "accepted 2");
  }

  @Test
  void aDeliveryThatWasEndedByHandIsAProblemUntilTheNextOneGoesThrough()
      throws InterruptedException {
    var invoice = stage.draft();
    var row = stage.books.draft(invoice);
    stage.books.mailIsDownFor(Duration.ofHours(6), row.mail(1));
    stage.books.breaks(row.mail(1));

    stage.ask(invoice, SEND);
    stage.untilNoted(invoice, "not accepted 1");
    var during = stage.state(invoice).lastProblem();
    stage.passUntil(invoice, it -> it.status() == InvoiceStatus.SENT);
    stage.says(invoice, "SENT");

    assertThat(during).isEqualTo("Ended by hand");
    assertThat(stage.state(invoice).lastProblem()).isNull();
  }

  @Test
  void theSameCommandTwiceIsDoneOnce() throws InterruptedException {
    var invoice = stage.draft();
    var send = stage.command(invoice, SEND, 0, null);

    stage.tell(invoice, SEND, send);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    stage.tell(invoice, SEND, send);

    assertThat(stage.books.journal(invoice)).containsExactly("SEND DONE", "accepted 1");
  }

  @Test
  void twoSignalsOfOneFactAreBookedOnce() throws InterruptedException {
    var invoice = stage.draft();
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    var fact = stage.fact(invoice, 40);

    stage.signal(invoice, "paymentSeen", fact);
    stage.signal(invoice, "paymentSeen", fact);
    stage.tell(invoice, RECORD_PAYMENT, stage.command(invoice, RECORD_PAYMENT, 60, null));
    stage.ends(invoice);

    assertThat(stage.books.journal(invoice))
        .containsOnlyOnce("booked 40")
        .contains("RECORD_PAYMENT DONE");
  }

  @Test
  void aReversalAfterTheEndIsBookedByANewRun() throws InterruptedException {
    var invoice = stage.draft();
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    stage.signal(invoice, "paymentSeen", stage.fact(invoice, 100));
    stage.ends(invoice);

    stage.signal(invoice, "paymentReversed", stage.fact(invoice, -100));
    var row = stage.books.await(invoice, it -> it.status() == InvoiceStatus.SENT);

    assertThat(row.hasOpenCheckout()).isFalse();
    assertThat(stage.books.journal(invoice)).endsWith("booked -100");
    stage.says(invoice, "SENT");
  }

  @Test
  void aCommandToAClosedInvoiceIsAnsweredByAShortRun() {
    var invoice = stage.draft();
    stage.ask(invoice, SEND);
    stage.signal(invoice, "paymentSeen", stage.fact(invoice, 100));
    stage.ends(invoice);

    var result = stage.ask(invoice, VOID);
    stage.ends(invoice);

    assertThat(result).isEqualTo("REFUSED HAS_PAYMENTS");
  }

  @Test
  void twelveCommandsAtOnceAreAllAnsweredInTurn() throws InterruptedException {
    var invoice = stage.draft();
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);

    var answers = new ArrayList<Thread>();
    var commands = new ArrayList<CommandRef>();
    for (int i = 0; i < 12; i++) {
      var command = stage.command(invoice, RECORD_PAYMENT, 5, null);
      commands.add(command);
      answers.add(Thread.ofVirtual().start(() -> stage.tell(invoice, RECORD_PAYMENT, command)));
    }
    for (var answer : answers) {
      answer.join();
    }

    assertThat(commands.stream().map(it -> stage.books.result(it.commandId())))
        .hasSize(12)
        .containsOnly("DONE");
  }
}
