package com.duespark.domain.ops;

import com.duespark.domain.secrets.Sealed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits, of all businesses together, by two narrow functions of V028. */
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
  private final Sealed box;

  public Outstanding(JdbcClient jdbc, Sealed box) {
    this.jdbc = jdbc;
    this.box = box;
  }

  @Transactional(readOnly = true)
  public List<Line> now() {
    return jdbc.sql(
            """
            select what, kind, items, oldest_seconds from outstanding()
            union all
            select 'sealed_otherwise', kind, items, null from sealed_otherwise(?)
            """)
        .param(box.version())
        .query(Line.class)
        .list();
  }
}
