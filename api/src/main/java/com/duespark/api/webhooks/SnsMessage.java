package com.duespark.api.webhooks;

import com.duespark.domain.shared.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An envelope of Amazon SNS. Source: docs.aws.amazon.com/sns/latest/dg,
 * "sns-verify-signature-of-message".
 */
record SnsMessage(JsonNode fields) {

  private static final List<String> NOTIFICATION =
      List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
  private static final List<String> CONFIRMATION =
      List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

  static SnsMessage read(String body) {
    return new SnsMessage(Json.tree(body));
  }

  @Nullable String field(String name) {
    var value = fields.path(name);
    return value.isString() ? value.asString() : null;
  }

  /**
   * A field that every envelope has.
   *
   * @throws IllegalArgumentException when this one has not
   */
  String required(String name) {
    var value = field(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  boolean isNotification() {
    return required("Type").equals("Notification");
  }

  boolean asksToConfirm() {
    return required("Type").equals("SubscriptionConfirmation");
  }

  /** What the signature covers: the fields that are present, in this order, each on two lines. */
  String signed() {
    return (isNotification() ? NOTIFICATION : CONFIRMATION)
        .stream()
            .filter(name -> field(name) != null)
            .map(name -> name + "\n" + Objects.requireNonNull(field(name)) + "\n")
            .collect(Collectors.joining());
  }
}
