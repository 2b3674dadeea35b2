package com.duespark.workflows.invoices;

import static com.duespark.domain.commands.CommandKind.RESOLVE_DELIVERY;
import static com.duespark.domain.commands.CommandKind.SEND;
import static com.duespark.domain.commands.CommandKind.VOID;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.invoices.InvoiceStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An invoice to two people: both mails are one activity, and each has a fate of its own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InvoiceTwoMessagesTest {

  private static final Duration LONG = Duration.ofHours(6);

  private final Stage stage = new Stage();
  private UUID invoice = stage.draft();
  private UUID first = invoice;
  private UUID second = invoice;

  @BeforeEach
  void addressTwo() {
    var row = stage.books.draft(invoice).to(2);
    first = row.mail(1);
    second = row.mail(2);
  }

  @AfterEach
  void replayAndClose() throws Exception {
    try (stage) {
      stage.replays();
    }
  }

  @Test
  void bothMailsAndBothReceiptsAreOneActivityEach() throws InterruptedException {
    stage.ask(invoice, SEND);
    stage.untilNoted(invoice, "accepted 2");
    stage.signal(invoice, "paymentSeen", stage.fact(invoice, 100));
    stage.ends(invoice);

    assertThat(stage.books.journal(invoice))
        .containsExactly(
            "SEND DONE", "accepted 1", "accepted 2", "booked 100", "accepted 3", "accepted 4");
    assertThat(deliveries()).isEqualTo(2);
  }

  @Test
  void oneMailIsTriedAgainWithoutRepeatingTheOther() throws InterruptedException {
    stage.books.mailIsDownFor(LONG, second);

    stage.ask(invoice, SEND);
    stage.untilNoted(invoice, "not accepted 2");
    var status = stage.books.draft(invoice).status();
    stage.passUntil(invoice, row -> row.mailsAccepted() == 2);

    assertThat(status).isEqualTo(InvoiceStatus.SENT);
    assertThat(stage.books.journal(invoice))
        .containsOnlyOnce("accepted 1")
        .endsWith("not accepted 2", "accepted 2");
    assertThat(deliveries()).isEqualTo(1);
  }

  @Test
  void aPaymentCallsOffTheMailThatIsTriedAgain() throws InterruptedException {
    stage.books.mailIsDownFor(LONG, second);
    stage.ask(invoice, SEND);
    stage.untilNoted(invoice, "not accepted 2");

    stage.signal(invoice, "paymentSeen", stage.fact(invoice, 100));
    stage.ends(invoice);

    assertThat(stage.books.journal(invoice))
        .contains("accepted 1", "accepted 3", "accepted 4")
        .doesNotContain("accepted 2");
  }

  @Test
  void aVoidCallsOffOneMailAndLearnsWhatBecameOfTheOther() throws InterruptedException {
    stage.books.answersLate(first);
    stage.books.mailIsDownFor(LONG, second);
    stage.ask(invoice, SEND);
    stage.untilNoted(invoice, "not accepted 2");

    stage.ask(invoice, VOID);
    stage.pass(Duration.ofMinutes(3));
    stage.ends(invoice);

    assertThat(stage.books.journal(invoice))
        .containsExactly("SEND DONE", "no answer 1", "not accepted 2", "VOID DONE", "found 1");
  }

  @Test
  void aMailSentAgainGoesAtOnceWhileTheOtherIsTriedForHours() throws InterruptedException {
    stage.books.losesTheAnswer(first);
    stage.books.mailIsDownFor(LONG, second);
    stage.ask(invoice, SEND);
    stage.untilNoted(invoice, "not accepted 2");
    var asked = stage.now();

    var result = stage.tell(invoice, RESOLVE_DELIVERY, stage.resend(invoice, first));
    stage.untilNoted(invoice, "accepted 1");
    var accepted = stage.now();
    stage.passUntil(invoice, row -> row.mailsAccepted() == 2);

    assertThat(result).isEqualTo("DONE");
    assertThat(Duration.between(asked, accepted)).isLessThan(Duration.ofMinutes(5));
    assertThat(stage.books.journal(invoice)).containsOnlyOnce("accepted 1").endsWith("accepted 2");
  }

  @Test
  void aRefusedResendDisturbsNothing() throws InterruptedException {
    stage.books.mailIsDownFor(LONG, second);
    stage.ask(invoice, SEND);
    stage.untilNoted(invoice, "not accepted 2");

    var result = stage.tell(invoice, RESOLVE_DELIVERY, stage.resend(invoice, first));
    stage.passUntil(invoice, row -> row.mailsAccepted() == 2);

    assertThat(result).isEqualTo("REFUSED NOT_UNKNOWN");
    assertThat(stage.books.journal(invoice)).containsOnlyOnce("accepted 1");
  }

  private long deliveries() {
    return stage.history(invoice).getEvents().stream()
        .filter(event -> event.hasActivityTaskScheduledEventAttributes())
        .map(event -> event.getActivityTaskScheduledEventAttributes().getActivityType().getName())
        .filter(List.of("Deliveries_Deliver")::contains)
        .count();
  }
}
