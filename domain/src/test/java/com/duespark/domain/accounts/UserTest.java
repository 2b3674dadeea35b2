package com.duespark.domain.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final User user = User.register("a@example.com", "hash", "A", "en");

  @Test
  void fourFailuresAreFree() {
    fail(4, NOW);

    assertThat(user.lockedFor(NOW)).isZero();
  }

  @Test
  void fromTheFifthEachFailureDoublesTheWaitUpToAQuarterHour() {
    fail(5, NOW);
    assertThat(user.lockedFor(NOW)).isEqualTo(Duration.ofSeconds(30));
    fail(1, NOW);
    assertThat(user.lockedFor(NOW)).isEqualTo(Duration.ofSeconds(60));
    fail(20, NOW);
    assertThat(user.lockedFor(NOW)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void failuresFarApartDoNotAddUp() {
    fail(4, NOW);
    fail(4, NOW.plus(Duration.ofMinutes(16)));

    assertThat(user.lockedFor(NOW.plus(Duration.ofMinutes(16)))).isZero();
  }

  @Test
  void aLoginEndsTheRun() {
    fail(4, NOW);
    user.loggedIn();
    fail(4, NOW);

    assertThat(user.lockedFor(NOW)).isZero();
  }

  private void fail(int times, Instant at) {
    for (int i = 0; i < times; i++) {
      user.loginFailed(at);
    }
  }
}
