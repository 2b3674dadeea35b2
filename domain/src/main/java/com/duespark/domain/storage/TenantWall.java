package com.duespark.domain.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Whether code ran into the wall between businesses; a mistake of ours, and a reason to wake up.
 */
public final class TenantWall {

  /** "insufficient_privilege": a row of another tenant, or a table that is closed to the app. */
  private static final String REFUSED = "42501";

  private TenantWall() {}

  public static boolean stopped(Throwable failure) {
    int depth = 0;
    for (@Nullable Throwable cause = failure;
        cause != null && depth < 20;
        cause = cause.getCause()) {
      if (cause instanceof SQLException sql && REFUSED.equals(sql.getSQLState())) {
        return true;
      }
      depth++;
    }
    return false;
  }
}
