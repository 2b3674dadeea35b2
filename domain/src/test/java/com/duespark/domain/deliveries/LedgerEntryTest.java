package com.duespark.domain.deliveries;

import static com.duespark.domain.deliveries.DeliveryStatus.ATTEMPTING;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.deliveries.LedgerEntry.Move;
import com.duespark.domain.deliveries.LedgerEntry.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerEntryTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID MINE = new UUID(0, 1);
  private static final Policy POLICY =
      new Policy(
          Duration.ofSeconds(60),
          List.of(Duration.ofMinutes(2), Duration.ofMinutes(5)),
          List.of(Duration.ofSeconds(30), Duration.ofMinutes(2)));

  private static LedgerEntry claimed() {
    return LedgerEntry.fresh().claim(MINE, NOON, POLICY);
  }

  @Test
  void aNewMessageIsSent() {
    assertThat(LedgerEntry.fresh().next(NOON, POLICY)).isEqualTo(new Move.Send());
  }

  @ParameterizedTest
  @EnumSource(
      value = DeliveryStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NEW", "ATTEMPTING"})
  void aMessageThatEndedRestsAtAnyTime(DeliveryStatus ended) {
    var entry = new LedgerEntry(ended, 1, MINE, null, 0);

    assertThat(entry.next(NOON, POLICY)).isEqualTo(new Move.Rest());
    assertThat(entry.next(NOON.plus(Duration.ofDays(90)), POLICY)).isEqualTo(new Move.Rest());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, PT1M",
    "59, 0, PT1S",
    "60, 0, PT2M",
    "179, 0, PT1S",
    "60, 1, PT5M",
    "359, 1, PT1S"
  })
  void anAttemptIsLeftAloneWhileItsLeaseOrItsLookUpIsNotDue(
      long seconds, int lookups, Duration wait) {
    var entry = withLookups(lookups);

    assertThat(entry.next(NOON.plusSeconds(seconds), POLICY)).isEqualTo(new Move.Wait(wait));
  }

  @ParameterizedTest
  @CsvSource({"180, 0", "9999, 0", "360, 1"})
  void afterTheLeaseTheProviderIsAskedFirst(long seconds, int lookups) {
    assertThat(withLookups(lookups).next(NOON.plusSeconds(seconds), POLICY))
        .isEqualTo(new Move.LookUp());
  }

  @Test
  void onlyWhenNoLookUpFoundItIsItSentAgain() {
    assertThat(withLookups(2).next(NOON.plusSeconds(360), POLICY)).isEqualTo(new Move.Send());
    assertThat(withLookups(2).next(NOON.plusSeconds(59), POLICY)).isInstanceOf(Move.Wait.class);
  }

  @Test
  void aLostAnswerEndsTheLeaseNow() {
    var entry = claimed().doubtful(NOON.plusSeconds(5));

    assertThat(entry.status()).isEqualTo(ATTEMPTING);
    assertThat(entry.next(NOON.plusSeconds(5), POLICY))
        .isEqualTo(new Move.Wait(Duration.ofMinutes(2)));
    assertThat(entry.next(NOON.plusSeconds(125), POLICY)).isEqualTo(new Move.LookUp());
  }

  @Test
  void onlyTheHolderOfTheLeaseHoldsIt() {
    assertThat(claimed().holds(MINE)).isTrue();
    assertThat(claimed().holds(new UUID(0, 2))).isFalse();
    assertThat(claimed().accepted().holds(MINE)).isFalse();
    assertThat(claimed().released().holds(MINE)).isFalse();
  }

  @Test
  void aClaimCountsAndForgetsEarlierLookUps() {
    var again = withLookups(2).claim(new UUID(0, 2), NOON, POLICY);

    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.lookups()).isZero();
    assertThat(again.leaseUntil()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void theDelaysAreTakenInTurnAndThenTheyAreOver() {
    var first = claimed();
    var second = first.released().claim(MINE, NOON, POLICY);
    var third = second.released().claim(MINE, NOON, POLICY);

    assertThat(first.retryDelay(POLICY)).isEqualTo(Duration.ofSeconds(30));
    assertThat(second.retryDelay(POLICY)).isEqualTo(Duration.ofMinutes(2));
    assertThat(third.retryDelay(POLICY)).isNull();
  }

  private static LedgerEntry withLookups(int lookups) {
    var entry = claimed();
    for (int i = 0; i < lookups; i++) {
      entry = entry.unseen();
    }
    return entry;
  }
}
