package com.duespark.worker;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the monthly partitions of this month and the next two (GEN-11). */
@Component
class Partitions implements ApplicationRunner {

  private final JdbcClient jdbc;

  Partitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    for (int ahead = 0; ahead <= 2; ahead++) {
      jdbc.sql("call month_partitions((current_date + make_interval(months => ?))::date)")
          .param(ahead)
          .update();
    }
  }
}
