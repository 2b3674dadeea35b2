package com.duespark.activities.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.activities.shared.ProviderCalls;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.deliveries.LedgerEntry.Policy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every mail provider does, whoever it is. */
public abstract class EmailSenderContract {

  private static final Duration REST = Duration.ofMinutes(1);

  /** The deployment's sender. */
  protected static final SendingProperties SENDING =
      new SendingProperties(
          List.of("any"), "billing@duespark.example", null, null, null, null, REST);

  @TempDir private @Nullable Path data;
  private @Nullable Providers started;

  /** The sender under test. */
  protected abstract EmailSender sender(Providers providers);

  /** The same sender with nobody at the other end. */
  protected abstract EmailSender senderToNobody(int closedPort);

  /** Its name in the sandbox's faults. */
  protected abstract String provider();

  @BeforeEach
  void start() {
    if (data != null) {
      started = new Providers(data);
    }
  }

  @AfterEach
  void stop() throws IOException {
    providers().close();
  }

  protected Providers providers() {
    if (started == null) {
      throw new IllegalStateException("The sandbox is not started");
    }
    return started;
  }

  protected static Email email(String to, String fromName, String subject) {
    return email(to, fromName, subject, new byte[] {1, 2, 3});
  }

  private static Email email(String to, String fromName, String subject, byte[] file) {
    return new Email(
        UUID.randomUUID(),
        fromName,
        "owner@acme.example",
        to,
        subject,
        "<p>Grüße aus Zürich</p>",
        "Grüße aus Zürich",
        List.of(new Email.Attachment("INV-1001.pdf", "application/pdf", file)),
        Map.of("tenant_id", new UUID(0, 1).toString()));
  }

  private static Email plain() {
    return email("payer@example.com", "Acme", "Invoice");
  }

  @Test
  void anAcceptedMailArrivesOnceAsItWasWritten() {
    var outcome = sender(providers()).send(plain());

    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    var mails = providers().mails("invoice");
    assertThat(mails).hasSize(1);
    var mail = mails.path(0);
    assertThat(mail.path("to").toString()).contains("payer@example.com");
    assertThat(mail.path("reply_to").asString()).contains("owner@acme.example");
    assertThat(mail.path("text").asString().strip()).isEqualTo("Grüße aus Zürich");
    assertThat(mail.path("html").asString().strip()).isEqualTo("<p>Grüße aus Zürich</p>");
  }

  @Test
  void anAttachmentArrivesIntact() {
    var bytes = new byte[300_000];
    new Random(7).nextBytes(bytes);

    sender(providers()).send(email("payer@example.com", "Acme", "Invoice", bytes));

    var mail = providers().mails("invoice").path(0);
    assertThat(mail.path("attachments").path(0).path("name").asString()).isEqualTo("INV-1001.pdf");
    assertThat(providers().attachment(mail.path("id").asString(), 0)).isEqualTo(bytes);
  }

  @Test
  void anAddressThatTakesNoMailIsRefusedForGood() {
    var outcome = sender(providers()).send(email("inactive@example.com", "Acme", "Invoice"));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(providers().mails("invoice")).isEmpty();
  }

  @Test
  void somethingThatIsNoAddressIsRefusedForGood() {
    var outcome = sender(providers()).send(email("no address", "Acme", "Invoice"));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aServerThatIsNotThereHasSurelyNotAccepted() {
    var outcome = senderToNobody(Providers.closedPort()).send(plain());

    assertThat(outcome).isInstanceOf(Outcome.NotAccepted.class);
  }

  @Test
  void anAnswerLostOnTheWayIsADoubtAndNothingIsRepeated() {
    providers().order(provider(), "drop_after", 0);

    var outcome = sender(providers()).send(plain());

    assertThat(outcome).isInstanceOf(Outcome.Doubtful.class);
    assertThat(providers().requests()).isEqualTo(1);
    assertThat(providers().mails("invoice")).hasSize(1);
  }

  /** BEY-02: every tenth answer is lost after the mail was taken. */
  @Test
  void lostAnswersLeadToNoSecondMailAndNoOpenEnd() {
    var policy =
        new Policy(
            Duration.ofSeconds(60),
            List.of(Duration.ofMinutes(2), Duration.ofMinutes(5)),
            List.of(Duration.ofSeconds(30)));
    var clock = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    var sending =
        new Sending(
            new Mailers(
                List.of(sender(providers())),
                Map.of(),
                REST,
                new MovedClock(clock::get),
                new SimpleMeterRegistry()),
            new ProviderCalls(ObservationRegistry.NOOP),
            policy,
            new MovedClock(clock::get));
    var ends = new TreeMap<DeliveryStatus, Integer>();

    for (int i = 1; i <= 40; i++) {
      var subject = "lost-answers-%02d".formatted(i);
      var mail = email("payer@example.com", "Acme", subject);
      var ledger = new FakeLedger(mail, policy, clock::get);
      if (i % 10 == 0) {
        providers().loseNextAnswer(provider());
      }
      for (var wait = sending.step(ledger, mail.deliveryId());
          wait.isPresent();
          wait = sending.step(ledger, mail.deliveryId())) {
        var later = wait.get();
        clock.updateAndGet(now -> now.plus(later));
      }
      ends.merge(ledger.entry(mail.deliveryId()).status(), 1, Integer::sum);
      assertThat(providers().mails(subject)).as(subject).hasSize(1);
    }

    assertThat(ends).containsExactlyInAnyOrderEntriesOf(endsOfFortyMails());
  }

  /** Without a look-up nobody can find out what became of four of them. */
  protected Map<DeliveryStatus, Integer> endsOfFortyMails() {
    return Map.of(DeliveryStatus.SENT, 36, DeliveryStatus.UNKNOWN, 4);
  }

  @Test
  void aRequestCutOffIsADoubtAndNothingIsRepeated() {
    providers().order(provider(), "drop_before", 0);

    var outcome = sender(providers()).send(plain());

    assertThat(outcome).isInstanceOf(Outcome.Doubtful.class);
    assertThat(providers().requests()).isEqualTo(1);
    assertThat(providers().mails("invoice")).isEmpty();
  }

  @Test
  void namesAndSubjectsCannotAddHeadersOrRecipients() {
    var name = "Acme \"Best\" \\ GmbH\r\nBcc: thief@example.com, x";
    var subject = "Invoice \"1\" für Zoë\r\nBcc: thief@example.com";

    sender(providers()).send(email("payer@example.com", name, subject));

    var arrived = providers().call("GET", "/sandbox/mails", "").path("data");
    for (var mail : arrived) {
      assertThat(mail.path("to")).hasSize(1);
      assertThat(mail.path("bcc")).isEmpty();
      assertThat(mail.path("headers").propertyNames())
          .noneMatch(header -> header.equalsIgnoreCase("bcc"));
      assertThat(mail.path("from").asString()).contains("billing@duespark.example");
    }
  }

  @Test
  void quotesCommasAndForeignLettersInANameAreKept() {
    sender(providers()).send(email("payer@example.com", "Müller, Söhne & Co. 株式会社", "Rechnung ✓"));

    var mail = providers().call("GET", "/sandbox/mails", "").path("data").path(0);
    assertThat(mail.path("from").asString())
        .contains("Müller, Söhne & Co. 株式会社")
        .contains("billing@duespark.example");
    assertThat(mail.path("subject").asString()).isEqualTo("Rechnung ✓");
    assertThat(new String(mail.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .doesNotContain("thief");
  }
}
