package com.duespark.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AfterCommitTest {

  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(TestDatabase.app()));
  private final AtomicInteger count = new AtomicInteger();

  @Test
  void aFactIsCountedWhenItsTransactionIsCommitted() {
    transaction.executeWithoutResult(
        running -> {
          AfterCommit.run(count::incrementAndGet);
          assertThat(count).hasValue(0);
        });

    assertThat(count).hasValue(1);
  }

  @Test
  void whatWasRolledBackDidNotHappen() {
    transaction.executeWithoutResult(
        running -> {
          AfterCommit.run(count::incrementAndGet);
          running.setRollbackOnly();
        });

    assertThat(count).hasValue(0);
  }

  @Test
  void withoutATransactionItIsCountedAtOnce() {
    AfterCommit.run(count::incrementAndGet);

    assertThat(count).hasValue(1);
  }
}
