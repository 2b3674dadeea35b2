package com.duespark.activities.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.sending.EmailSender.Lookup;
import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.activities.shared.ProviderCalls;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.deliveries.LedgerEntry.Policy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several providers: who gets a message, who rests, who is asked (WF-04c, RTY-06). */
class FallbackTest {

  private static final Duration REST = Duration.ofMinutes(1);
  private static final Outcome BUSY = new Outcome.NotAccepted("busy", Duration.ofMinutes(5));
  private static final Outcome TAKEN = new Outcome.Accepted("m");

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final List<String> asked = new ArrayList<>();
  private final FakeMailer first = new FakeMailer("first", asked);
  private final FakeMailer second = new FakeMailer("second", asked);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Sending sending = through(Map.of());

  private Sending through(Map<String, Integer> perSecond) {
    var clock = new MovedClock(() -> now);
    return new Sending(
        new Mailers(List.of(first, second), perSecond, REST, clock, meters),
        new ProviderCalls(ObservationRegistry.NOOP),
        Policy.DEFAULT,
        clock);
  }

  private FakeLedger message() {
    return new FakeLedger(Policy.DEFAULT, () -> now);
  }

  private Optional<Duration> step(FakeLedger message) {
    return sending.step(message, FakeLedger.ID);
  }

  private static DeliveryStatus status(FakeLedger message) {
    return message.entry(FakeLedger.ID).status();
  }

  @Test
  void whatTheFirstSurelyDidNotTakeGoesToTheSecondAtOnce() {
    var message = message();
    first.answers(BUSY);
    second.answers(TAKEN);

    var wait = step(message);

    assertThat(wait).hasValueSatisfying(time -> assertThat(time).isLessThan(Duration.ofSeconds(1)));
    assertThat(step(message)).isEmpty();
    assertThat(asked).containsExactly("first", "second");
    assertThat(message.mailer(FakeLedger.ID)).isEqualTo("second");
  }

  @Test
  void whatNeitherTookIsTriedAgainAfterTheUsualDelay() {
    var message = message();
    first.answers(BUSY, TAKEN);
    second.answers(new Outcome.NotAccepted("busy", null));

    step(message);
    assertThat(step(message)).contains(Duration.ofMinutes(2));
    now = now.plus(Duration.ofMinutes(2));
    step(message);

    assertThat(asked).containsExactly("first", "second", "first");
    assertThat(status(message)).isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void aDoubtStaysWithTheProviderThatMayHaveTakenIt() {
    var message = message();
    first.answers(new Outcome.Doubtful("cut off")).finds(new Lookup.Found("m-1"));

    step(message);
    now = now.plus(Duration.ofMinutes(2));
    step(message);

    assertThat(asked).containsExactly("first", "asked");
    assertThat(status(message)).isEqualTo(DeliveryStatus.SENT);
    assertThat(message.messageId).isEqualTo("m-1");
  }

  @Test
  void aRefusalIsFinalAndNotTriedElsewhere() {
    var message = message();
    first.answers(new Outcome.Refused("no such mailbox"));

    assertThat(step(message)).isEmpty();

    assertThat(asked).containsExactly("first");
    assertThat(status(message)).isEqualTo(DeliveryStatus.FAILED);
  }

  /** Five messages in a row that the first did not take. */
  private void wearOutTheFirst() {
    for (int i = 0; i < 5; i++) {
      var message = message();
      first.answers(BUSY);
      second.answers(TAKEN);
      step(message);
      step(message);
    }
    asked.clear();
  }

  @Test
  void aProviderThatKeepsFailingRestsAndIsProbedAfterAMinute() {
    wearOutTheFirst();
    second.answers(TAKEN);
    step(message());
    assertThat(asked).containsExactly("second");
    assertThat(meters.get("duespark_provider_resting").tag("provider", "first").gauge().value())
        .isEqualTo(1);

    now = now.plus(REST);
    first.answers(TAKEN, TAKEN, TAKEN);
    step(message());
    step(message());
    step(message());

    assertThat(asked).containsExactly("second", "first", "first", "first");
    assertThat(meters.get("duespark_provider_resting").tag("provider", "first").gauge().value())
        .isZero();
  }

  @Test
  void refusalsDoNotTireAProvider() {
    for (int i = 0; i < 20; i++) {
      first.answers(new Outcome.Refused("no such mailbox"));
      step(message());
    }

    first.answers(TAKEN);
    step(message());

    assertThat(asked).hasSize(21).containsOnly("first");
  }

  @Test
  void whileEveryProviderRestsAMessageWaitsAndLosesNoAttempt() {
    for (int i = 0; i < 5; i++) {
      first.answers(BUSY);
      second.answers(BUSY);
      var message = message();
      step(message);
      step(message);
    }
    asked.clear();
    var message = message();

    var wait = step(message);

    assertThat(wait).contains(REST);
    assertThat(asked).isEmpty();
    assertThat(status(message)).isEqualTo(DeliveryStatus.NEW);
    assertThat(message.entry(FakeLedger.ID).attempt()).isZero();
  }

  @Test
  void aProviderIsAskedAtItsPaceAndNotReplacedForIt() {
    sending = through(Map.of("first", 2));
    first.answers(TAKEN, TAKEN, TAKEN);
    var third = message();
    step(message());
    step(message());

    assertThat(step(third)).contains(Duration.ofMillis(500));
    assertThat(asked).containsExactly("first", "first");
    now = now.plusMillis(500);
    assertThat(step(third)).isEmpty();

    assertThat(asked).containsExactly("first", "first", "first");
  }

  @Test
  void aBusinessThatHasHadItsShareWaitsAndLosesNoAttempt() {
    var message = message();
    message.used(Duration.ofSeconds(87));

    assertThat(step(message)).contains(Duration.ofSeconds(87));
    assertThat(asked).isEmpty();
    assertThat(message.entry(FakeLedger.ID).attempt()).isZero();
    message.used(null);
    first.answers(TAKEN);
    step(message);

    assertThat(status(message)).isEqualTo(DeliveryStatus.SENT);
  }
}
