package com.duespark.worker.temporal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code duespark.temporal.*}.
 *
 * @param address host:port of the frontend
 * @param apiKey of Temporal Cloud; switches TLS on
 * @param tls whether to use TLS without an API key
 * @param certificate path of a client certificate (PEM), for mutual TLS
 * @param certificateKey path of its key (PKCS 8)
 */
@ConfigurationProperties("duespark.temporal")
public record TemporalProperties(
    String address,
    @DefaultValue("default") String namespace,
    @Nullable String apiKey,
    @DefaultValue("false") boolean tls,
    @Nullable String certificate,
    @Nullable String certificateKey) {

  public TemporalProperties {
    apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey;
  }

  boolean isSecure() {
    return tls || apiKey != null || certificate != null;
  }

  @Override
  public String toString() {
    return "TemporalProperties[%s, %s, apiKey=***]".formatted(address, namespace);
  }
}
