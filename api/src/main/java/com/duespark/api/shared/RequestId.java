package com.duespark.api.shared;

import com.duespark.domain.shared.Ids;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id of the request on this thread (API-12). */
public final class RequestId {

  public static final String HEADER = "X-Request-Id";
  static final String MDC_KEY = "request_id";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,100}");

  private RequestId() {}

  public static String current() {
    return Optional.ofNullable(MDC.get(MDC_KEY)).orElse("");
  }

  static String of(@Nullable String asked) {
    return asked != null && WELL_FORMED.matcher(asked).matches()
        ? asked
        : "req_" + Ids.next().toString().replace("-", "");
  }
}
