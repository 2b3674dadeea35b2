package com.duespark.api.shared;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A refusal that passes with time says when: as a detail and as the header (API-27). */
public final class RetryAfter {

  private static final String FIELD = "retry_after";

  private RetryAfter() {}

  public static Refused limited(String message, String detailCode, Duration wait) {
    var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Refused(
        ErrorCode.RATE_LIMITED,
        message,
        List.of(new Refused.Detail(FIELD, Long.toString(seconds), detailCode)));
  }

  static Optional<Long> of(Refused refused) {
    return refused.details().stream()
        .filter(detail -> detail.field().equals(FIELD))
        .map(detail -> Long.valueOf(detail.message()))
        .findFirst();
  }
}
