package com.duespark.activities.ses;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code duespark.ses.*}.
 *
 * @param region for example {@code eu-central-1}
 * @param accessKeyId null = the machine's own role, or what else AWS looks for
 * @param configurationSet whose event destination reports to {@code /v1/webhooks/ses}
 * @param endpoint of a local stand-in; null is Amazon's own
 */
@ConfigurationProperties("duespark.ses")
public record SesProperties(
    @Nullable String region,
    @Nullable String accessKeyId,
    @Nullable String secretAccessKey,
    @Nullable String configurationSet,
    @Nullable URI endpoint) {

  /** Missing settings stop the start, by name. */
  SesProperties checked() {
    required("region", "AWS_REGION", region);
    required("configuration-set", "SES_CONFIGURATION_SET", configurationSet);
    if (isBlank(accessKeyId) != isBlank(secretAccessKey)) {
      throw new IllegalStateException(
          "duespark.ses.access-key-id and duespark.ses.secret-access-key come together, or neither"
              + " is given");
    }
    return this;
  }

  boolean hasKeys() {
    return !isBlank(accessKeyId);
  }

  private static void required(String name, String environment, @Nullable String value) {
    if (isBlank(value)) {
      throw new IllegalStateException(
          "duespark.ses.%s is missing (environment %s)".formatted(name, environment));
    }
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  @Override
  public String toString() {
    return "SesProperties[region=%s, configurationSet=%s, secretAccessKey=***]"
        .formatted(region, configurationSet);
  }
}
