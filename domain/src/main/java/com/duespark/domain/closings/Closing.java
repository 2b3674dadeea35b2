package com.duespark.domain.closings;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far the closing of a business is.
 *
 * @param closedAt null while it is open
 * @param erasedAt null while there is something to erase
 */
public record Closing(@Nullable Instant closedAt, @Nullable Instant erasedAt) {

  /** Of an open business. */
  public static final Closing NONE = new Closing(null, null);

  /** For how many days it can be reopened and exported (RET-07); V035 holds it too. */
  public static final int DAYS_KEPT = 60;

  public boolean isClosed() {
    return closedAt != null;
  }

  public boolean isErased() {
    return erasedAt != null;
  }

  /** How long until it is erased; zero or less when it should be. */
  public Duration left(Instant now) {
    return Duration.between(now, eraseFrom());
  }

  /** The moment from which it is erased. */
  public Instant eraseFrom() {
    if (closedAt == null) {
      throw new IllegalStateException("The business is open");
    }
    return closedAt.plus(DAYS_KEPT, ChronoUnit.DAYS);
  }
}
