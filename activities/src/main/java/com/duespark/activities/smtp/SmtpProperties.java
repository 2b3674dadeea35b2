package com.duespark.activities.smtp;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code duespark.smtp.*}.
 *
 * @param starttls whether an unencrypted connection is refused
 * @param username null = no authentication
 */
@ConfigurationProperties("duespark.smtp")
public record SmtpProperties(
    @DefaultValue("localhost") String host,
    @DefaultValue("587") int port,
    @DefaultValue("true") boolean starttls,
    @Nullable String username,
    @Nullable String password) {

  @Override
  public String toString() {
    return "SmtpProperties[%s:%d, password=***]".formatted(host, port);
  }
}
