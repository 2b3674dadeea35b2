package com.duespark.activities.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.activities.sending.EmailSender.Lookup;
import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.activities.shared.ProviderCalls;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.deliveries.LedgerEntry.Policy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SendingTest {

  private static final Policy POLICY =
      new Policy(
          Duration.ofSeconds(60),
          List.of(Duration.ofMinutes(2), Duration.ofMinutes(5)),
          List.of(Duration.ofSeconds(30), Duration.ofMinutes(2)));
  private static final Outcome NOT_NOW = new Outcome.NotAccepted("busy", null);

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final FakeLedger ledger = new FakeLedger(POLICY, () -> now);
  private final FakeMailer mailer = new FakeMailer(ledger.journal);
  private final Sending sending = sending();

  private Sending sending() {
    var clock = new MovedClock(() -> now);
    return new Sending(
        new Mailers(
            List.of(mailer), Map.of(), Duration.ofMinutes(1), clock, new SimpleMeterRegistry()),
        new ProviderCalls(ObservationRegistry.NOOP),
        POLICY,
        clock);
  }

  private Optional<Duration> step() {
    return sending.step(ledger, FakeLedger.ID);
  }

  /** Comes back whenever it is told to, until the message is final. */
  private void untilFinal() {
    for (int i = 0; i < 50; i++) {
      var wait = step();
      if (wait.isEmpty()) {
        return;
      }
      now = now.plus(wait.get());
    }
    throw new AssertionError("Never final: " + ledger.journal);
  }

  private DeliveryStatus status() {
    return ledger.entry(FakeLedger.ID).status();
  }

  @Test
  void aMailIsClaimedBeforeItIsSentAndThenRecorded() {
    mailer.answers(new Outcome.Accepted("m-1"));

    assertThat(step()).isEmpty();

    assertThat(ledger.journal).containsExactly("claimed", "sent", "recorded SENT");
    assertThat(ledger.messageId).isEqualTo("m-1");
    assertThat(step()).as("again").isEmpty();
    assertThat(ledger.journal).hasSize(3);
  }

  @Test
  void aMailThatIsNotWantedAnyMoreIsNotSent() {
    ledger.callOff();

    assertThat(step()).isEmpty();

    assertThat(ledger.journal).isEmpty();
    assertThat(status()).isEqualTo(DeliveryStatus.SUPPRESSED);
  }

  @Test
  void aRefusalEndsIt() {
    mailer.answers(new Outcome.Refused("no such mailbox"));

    assertThat(step()).isEmpty();

    assertThat(status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(ledger.reason).isEqualTo("no such mailbox");
  }

  @Test
  void aCrashAfterSendingLeadsToALookUpAndOneRecord() {
    mailer.answers(new Outcome.Accepted("m-1")).finds(new Lookup.Found("m-1"));
    ledger.crashBeforeRecording();
    assertThatThrownBy(this::step).isInstanceOf(FakeLedger.Crash.class);

    untilFinal();

    assertThat(ledger.journal).containsExactly("claimed", "sent", "asked", "recorded SENT");
    assertThat(ledger.messageId).isEqualTo("m-1");
  }

  @Test
  void whileAnAttemptMayBeUnderWayNobodySendsOrAsks() {
    mailer.answers(new Outcome.Accepted("m-1"));
    ledger.crashBeforeRecording();
    assertThatThrownBy(this::step).isInstanceOf(FakeLedger.Crash.class);

    now = now.plusSeconds(59);

    assertThat(step()).contains(Duration.ofSeconds(1));
    assertThat(ledger.journal).containsExactly("claimed", "sent");
  }

  @Test
  void aDoubtIsAskedAboutAndOnlyAMailThatNobodySawGoesAgain() {
    mailer
        .answers(new Outcome.Doubtful("timeout"), new Outcome.Accepted("m-2"))
        .finds(new Lookup.Absent(), new Lookup.Absent());

    untilFinal();

    assertThat(ledger.journal.stream().filter(line -> !line.startsWith("recorded")))
        .containsExactly("claimed", "sent", "asked", "asked", "claimed", "sent");
    assertThat(status()).isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void aDoubtAtAServerThatCannotBeAskedIsUnknownAndNeverRepeated() {
    mailer.answers(new Outcome.Doubtful("cut off")).finds(new Lookup.Impossible());

    untilFinal();

    assertThat(status()).isEqualTo(DeliveryStatus.UNKNOWN);
    assertThat(ledger.journal).containsOnlyOnce("sent");
    assertThat(ledger.reason).isEqualTo("The mail server's answer was lost");
  }

  @Test
  void aDoubtAtAProviderThatTellsByItselfWaitsForItsWordAndIsUnknownThen() {
    mailer
        .answers(new Outcome.Doubtful("cut off"))
        .finds(new Lookup.Reported(), new Lookup.Reported());
    var start = now;

    untilFinal();

    assertThat(status()).isEqualTo(DeliveryStatus.UNKNOWN);
    assertThat(Duration.between(start, now)).isEqualTo(Duration.ofMinutes(5));
    assertThat(ledger.journal).containsOnlyOnce("sent");
  }

  @Test
  void aProviderThatStaysBusyFailsTheMailAfterTheLastDelay() {
    mailer.answers(NOT_NOW, NOT_NOW, NOT_NOW);
    var start = now;

    untilFinal();

    assertThat(status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(Duration.between(start, now)).isEqualTo(Duration.ofSeconds(150));
    assertThat(ledger.reason).isEqualTo("busy");
  }

  @Test
  void aProviderThatAsksForMorePatienceGetsItButNeverLess() {
    mailer.answers(
        new Outcome.NotAccepted("slow down", Duration.ofMinutes(10)),
        new Outcome.NotAccepted("slow down", Duration.ofSeconds(1)));

    assertThat(step()).contains(Duration.ofMinutes(10));
    assertThat(step()).contains(Duration.ofMinutes(2));
  }

  @Test
  void aDoubtThatNeverClearsEndsToo() {
    for (int i = 0; i < 20; i++) {
      mailer
          .answers(new Outcome.Doubtful("timeout"))
          .finds(new Lookup.Absent(), new Lookup.Absent());
    }

    untilFinal();

    assertThat(ledger.journal.stream().filter("sent"::equals).count())
        .isEqualTo(POLICY.retries().size() + 1);
  }

  @Test
  void aWorkerThatOverranItsLeaseRecordsNothing() {
    mailer.answers(new Outcome.Accepted("m-1"));
    var other = UUID.randomUUID();
    mailer.meanwhile(
        () -> {
          now = now.plusSeconds(61);
          ledger.takenOverBy(other);
        });

    step();

    assertThat(ledger.entry(FakeLedger.ID).holds(other)).isTrue();
    assertThat(ledger.journal).containsExactly("claimed", "sent");
  }
}
