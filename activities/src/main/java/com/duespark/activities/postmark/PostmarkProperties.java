package com.duespark.activities.postmark;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code duespark.postmark.*}.
 *
 * @param serverToken of the Postmark server
 * @param host host[:port] without scheme; null is the public API
 * @param secure false only for a local stand-in
 */
@ConfigurationProperties("duespark.postmark")
public record PostmarkProperties(
    @Nullable String serverToken, @Nullable String host, @Nullable Boolean secure) {

  public PostmarkProperties {
    host = host == null || host.isBlank() ? null : host;
  }

  @Override
  public String toString() {
    return "PostmarkProperties[host=" + host + ", serverToken=***]";
  }
}
