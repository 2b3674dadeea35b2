package com.duespark.workflows.invoices;

import static com.duespark.domain.commands.CommandKind.CHECKOUT;
import static com.duespark.domain.commands.CommandKind.RECORD_PAYMENT;
import static com.duespark.domain.commands.CommandKind.SCHEDULE;
import static com.duespark.domain.commands.CommandKind.SEND;
import static com.duespark.domain.commands.CommandKind.UNSCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.invoices.InvoiceStatus;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scheduled sends, and the payment page of the provider around commands. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InvoiceTimesAndPagesTest {

  private final Stage stage = new Stage();

  @AfterEach
  void replayAndClose() throws Exception {
    try (stage) {
      stage.replays();
    }
  }

  private String schedule(UUID invoice, Duration from) {
    return stage.tell(invoice, SCHEDULE, stage.command(invoice, SCHEDULE, 0, from));
  }

  @Test
  void aScheduledInvoiceIsSentAtItsInstantAndNotBefore() throws InterruptedException {
    var invoice = stage.draft();

    schedule(invoice, Duration.ofDays(3));
    stage.pass(Duration.ofDays(3).minusMinutes(1));
    var before = stage.books.draft(invoice).status();
    stage.pass(Duration.ofMinutes(2));
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);

    assertThat(before).isEqualTo(InvoiceStatus.SCHEDULED);
    assertThat(stage.books.journal(invoice))
        .containsExactly("SCHEDULE DONE", "sendScheduled", "accepted 1");
  }

  @Test
  void aSendMovedEarlierGoesEarlier() throws InterruptedException {
    var invoice = stage.draft();
    schedule(invoice, Duration.ofDays(3));

    schedule(invoice, Duration.ofHours(2));
    stage.pass(Duration.ofHours(3));
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);

    assertThat(stage.books.draft(invoice).mailsAccepted()).isEqualTo(1);
  }

  @Test
  void aSendMovedLaterDoesNotGoAtTheOldInstant() throws InterruptedException {
    var invoice = stage.draft();
    schedule(invoice, Duration.ofHours(2));

    schedule(invoice, Duration.ofDays(3));
    stage.pass(Duration.ofDays(1));
    var atTheOldInstant = stage.books.journal(invoice);
    stage.pass(Duration.ofDays(3));
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);

    assertThat(atTheOldInstant).containsExactly("SCHEDULE DONE", "SCHEDULE DONE");
    assertThat(stage.books.journal(invoice)).containsOnlyOnce("sendScheduled");
  }

  @Test
  void anUnscheduledInvoiceGoesBackToTheDeskAndItsWorkflowEnds() {
    var invoice = stage.draft();
    schedule(invoice, Duration.ofDays(3));

    var result = stage.ask(invoice, UNSCHEDULE);
    stage.ends(invoice);

    assertThat(result).isEqualTo("DONE");
    assertThat(stage.books.draft(invoice).status()).isEqualTo(InvoiceStatus.DRAFT);
  }

  @Test
  void aPaymentPageOpensOnlyForASentInvoice() throws InterruptedException {
    var invoice = stage.draft();

    var early = stage.ask(invoice, CHECKOUT);
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    var late = stage.ask(invoice, CHECKOUT);

    assertThat(early).isEqualTo("REFUSED NOT_PAYABLE");
    assertThat(late).isEqualTo("DONE");
  }

  @Test
  void aRecordedPaymentClosesAnOpenPageFirst() throws InterruptedException {
    var invoice = stage.draft();
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    stage.ask(invoice, CHECKOUT);

    var result =
        stage.tell(invoice, RECORD_PAYMENT, stage.command(invoice, RECORD_PAYMENT, 100, null));
    stage.ends(invoice);

    assertThat(result).isEqualTo("DONE");
    assertThat(stage.books.journal(invoice))
        .containsSubsequence("CHECKOUT DONE", "checkout closed", "RECORD_PAYMENT DONE");
  }

  @Test
  void aRecordedPaymentAsksNoProviderWhenNoPageIsOpen() throws InterruptedException {
    var invoice = stage.draft();
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    stage.books.stripeIsDown(true);

    var result =
        stage.tell(invoice, RECORD_PAYMENT, stage.command(invoice, RECORD_PAYMENT, 100, null));

    assertThat(result).isEqualTo("DONE");
  }

  @Test
  void aSilentProviderRefusesTheCommandAndTheStoryGoesOn() throws InterruptedException {
    var invoice = stage.draft();
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    stage.books.stripeIsDown(true);
    var command = stage.command(invoice, CHECKOUT, 0, null);

    var answer = stage.hand(invoice, CHECKOUT, command);
    stage.books.await(invoice, row -> stage.books.journal(invoice).contains("page asked for"));
    stage.pass(Duration.ofMinutes(2));
    answer.getResult();

    assertThat(stage.books.result(command.commandId())).isEqualTo("REFUSED PROVIDER_ERROR");
    stage.says(invoice, "SENT");
  }

  @Test
  void aProviderAndADatabaseThatAreAwayForAnHourDoNotEndTheStory() throws InterruptedException {
    var invoice = stage.draft();
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    stage.books.everythingIsDownFor(Duration.ofHours(1));
    var command = stage.command(invoice, CHECKOUT, 0, null);

    var answer = stage.hand(invoice, CHECKOUT, command);
    stage.books.await(invoice, row -> stage.books.journal(invoice).contains("page asked for"));
    stage.pass(Duration.ofHours(2));
    answer.getResult();

    assertThat(stage.books.result(command.commandId())).isEqualTo("REFUSED PROVIDER_ERROR");
    stage.says(invoice, "SENT");
  }
}
