package com.duespark.domain.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param userAgent as the client calls itself, cut to {@link #MAX_LENGTH}
 */
public record Origin(String ipAddress, @Nullable String userAgent) {

  private static final int MAX_LENGTH = 300;

  public Origin {
    userAgent =
        userAgent != null && userAgent.length() > MAX_LENGTH
            ? userAgent.substring(0, MAX_LENGTH)
            : userAgent;
  }

  public Device device() {
    return Device.of(userAgent);
  }
}
