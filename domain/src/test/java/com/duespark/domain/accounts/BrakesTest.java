package com.duespark.domain.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BrakesTest {

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private final DataSource app = TestDatabase.app();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(app));
  private final Brakes brakes = new Brakes(JdbcClient.create(app), TestSecrets.tokens());
  private final String address = UUID.randomUUID() + "@example.com";

  @BeforeEach
  void nobodyIsSlowedDown() {
    owner.sql("delete from login_brakes").update();
  }

  @Test
  void fiveFailuresLockAnAddressAndReleasingOpensIt() {
    for (int i = 0; i < 4; i++) {
      fail(address, Brakes.MOST);
    }
    assertThat(within(() -> brakes.waitFor(address))).isZero();

    fail(address, Brakes.MOST);
    assertThat(within(() -> brakes.waitFor(address))).isPositive();
    assertThat(within(() -> brakes.waitFor("other-" + address))).isZero();

    within(
        () -> {
          brakes.release(address);
          return address;
        });
    assertThat(within(() -> brakes.waitFor(address))).isZero();
    assertThat(rows()).isZero();
  }

  @Test
  void guessesAtOnceAreAllCounted() throws Exception {
    Callable<Boolean> guess =
        () -> {
          fail(address, Brakes.MOST);
          return true;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(List.of(guess, guess, guess, guess))) {
        assertThat(done.get()).isTrue();
      }
    }

    assertThat(within(() -> brakes.lock(address)).failures()).isEqualTo(4);
  }

  @Test
  void addressesWithoutEndFillABoundedTable() {
    IntStream.range(0, 50).forEach(i -> fail(i + address, 20));

    assertThat(rows()).isLessThanOrEqualTo(20);
    fail(49 + address, 20);
    assertThat(within(() -> brakes.lock(49 + address)).failures()).isEqualTo(2);
  }

  @Test
  void whatIsOverMakesRoomForWhoComes() {
    IntStream.range(0, 10).forEach(i -> fail(i + address, Brakes.MOST));
    owner.sql("update login_brakes set failed_since = now() - interval '16 minutes'").update();

    IntStream.range(10, 15).forEach(i -> fail(i + address, Brakes.MOST));

    assertThat(rows()).isEqualTo(5);
  }

  @Test
  void noAddressStandsInTheTable() {
    fail(address, Brakes.MOST);

    assertThat(
            owner
                .sql("select address = sha256(?::bytea) from login_brakes")
                .param(address)
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  private void fail(String email, int most) {
    within(
        () -> {
          var failed = brakes.lock(email, most).failed(Instant.now());
          brakes.store(email, failed);
          return failed;
        });
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(running -> work.get()));
  }

  private int rows() {
    return owner.sql("select count(*) from login_brakes").query(Integer.class).single();
  }
}
