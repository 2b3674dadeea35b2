package com.duespark.domain.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BrakeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private Brake brake = Brake.free(NOW);

  @Test
  void fourFailuresAreFree() {
    fail(4, NOW);

    assertThat(brake.lockedFor(NOW)).isZero();
  }

  @Test
  void fromTheFifthEachFailureDoublesTheWaitUpToAQuarterHour() {
    fail(5, NOW);
    assertThat(brake.lockedFor(NOW)).isEqualTo(Duration.ofSeconds(30));
    fail(1, NOW);
    assertThat(brake.lockedFor(NOW)).isEqualTo(Duration.ofSeconds(60));
    fail(20, NOW);
    assertThat(brake.lockedFor(NOW)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void failuresFarApartDoNotAddUp() {
    fail(4, NOW);
    fail(4, NOW.plus(Duration.ofMinutes(16)));

    assertThat(brake.lockedFor(NOW.plus(Duration.ofMinutes(16)))).isZero();
  }

  @Test
  void aRunThatGoesOnStaysLongerThanItsLock() {
    fail(5, NOW);
    fail(1, NOW.plus(Duration.ofMinutes(15)));

    assertThat(brake.failures()).isEqualTo(6);
    fail(1, NOW.plus(Duration.ofMinutes(40)));
    assertThat(brake.failures()).isEqualTo(1);
    assertThat(brake.lockedUntil()).isNull();
  }

  private void fail(int times, Instant at) {
    for (int i = 0; i < times; i++) {
      brake = brake.failed(at);
    }
  }
}
