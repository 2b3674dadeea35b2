package com.duespark.api.webhooks;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code duespark.webhooks.*}: how the mail providers prove that it is them.
 *
 * @param postmarkUser of the basic authentication in Postmark's webhook settings
 * @param postmarkPassword null: nobody may report in Postmark's name
 * @param sesTopic ARN of the SNS topic that carries the events; null: no topic is listened to
 * @param snsOrigin of a local stand-in's certificate and links; null is Amazon's own
 */
@ConfigurationProperties("duespark.webhooks")
record MailWebhookSettings(
    @DefaultValue("duespark") String postmarkUser,
    @Nullable String postmarkPassword,
    @Nullable String sesTopic,
    @Nullable String snsOrigin) {

  MailWebhookSettings {
    postmarkPassword = blankIsNull(postmarkPassword);
    sesTopic = blankIsNull(sesTopic);
    snsOrigin = blankIsNull(snsOrigin);
  }

  private static @Nullable String blankIsNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  @Override
  public String toString() {
    return "MailWebhookSettings[sesTopic=%s, postmarkPassword=***]".formatted(sesTopic);
  }
}
