package com.duespark.domain.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what several rows of this room have. */
final class Columns {

  private Columns() {}

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** The pause that two columns tell of; none when it is off. */
  static Stream<Hold> pause(ResultSet row, String flag, String until) throws SQLException {
    return row.getBoolean(flag)
        ? Stream.of(new Hold(Hold.Cause.PAUSED, nullable(row, until)))
        : Stream.empty();
  }
}
