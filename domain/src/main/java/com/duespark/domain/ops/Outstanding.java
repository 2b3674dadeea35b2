package com.duespark.domain.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits, of all businesses together; one narrow function of V009. */
@Repository
public class Outstanding {

  /**
   * One number to watch.
   *
   * @param what in the plural, as in {@code commands_open}
   * @param kind a finer name, or empty
   * @param oldestSeconds age of the oldest item, zero without one; null where ages mean nothing
   */
  public record Line(String what, String kind, long items, @Nullable Double oldestSeconds) {}

  private final JdbcClient jdbc;

  Outstanding(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public List<Line> now() {
    return jdbc.sql("select what, kind, items, oldest_seconds from outstanding()")
        .query(Line.class)
        .list();
  }
}
