package com.duespark.api.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database answers and has the schema of this program: its newest migration ran. */
@Component
class DatabaseProbe implements ReadinessProbe {

  private final JdbcClient jdbc;
  private final String newest = newestMigration();

  DatabaseProbe(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public boolean ready() {
    return jdbc.sql(
            "select exists (select from flyway_schema_history where script = ? and success)")
        .param(newest)
        .query(Boolean.class)
        .single();
  }

  private static String newestMigration() {
    try {
      var found =
          new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
      return Arrays.stream(found)
          .map(file -> Objects.requireNonNull(file.getFilename()))
          .max(String::compareTo)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
