package com.duespark.worker;

import com.duespark.domain.retention.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Monthly partitions at the start (GEN-11); the nightly round makes them for who runs on. */
@Component
class Partitions implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);

  private final Retention retention;

  Partitions(Retention retention) {
    this.retention = retention;
  }

  /** Who reads the tables for long, as a backup does, keeps no process from starting. */
  @Override
  public void run(ApplicationArguments arguments) {
    try {
      retention.monthsAhead();
    } catch (DataAccessException e) {
      LOG.warn("the months ahead were not made; the nightly round tries again", e);
    }
  }
}
