package com.duespark.worker;

import com.duespark.domain.retention.Retention;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Monthly partitions at the start (GEN-11); the nightly round makes them for who runs on. */
@Component
class Partitions implements ApplicationRunner {

  private final Retention retention;

  Partitions(Retention retention) {
    this.retention = retention;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    retention.monthsAhead();
  }
}
