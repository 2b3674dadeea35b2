package com.duespark.domain.deliveries;

import com.duespark.domain.deliveries.MailReport.Kind;
import com.duespark.domain.shared.Json;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Amazon SES's events in our words. Source: docs.aws.amazon.com/ses/latest/dg,
 * "event-publishing-retrieving-sns-contents".
 */
public final class SesReports {

  private SesReports() {}

  /** Empty when it is about no mail of ours, or tells nothing that matters. */
  public static Optional<MailReport> read(String body) {
    var event = Json.tree(body);
    var mail = event.path("mail");
    var delivery = tag(mail, "delivery_id");
    var kind = kind(event);
    if (delivery == null || kind == null) {
      return Optional.empty();
    }
    return Optional.of(
        new MailReport(
            kind,
            tag(mail, "tenant_id"),
            delivery,
            text(mail, "messageId"),
            recipient(event, mail),
            OffsetDateTime.parse(when(event, mail)).toInstant(),
            words(kind, text(event.path("bounce"), "bounceSubType"))));
  }

  private static @Nullable Kind kind(JsonNode event) {
    return switch (Objects.requireNonNullElse(text(event, "eventType"), "")) {
      case "Send" -> Kind.ACCEPTED;
      case "Delivery" -> Kind.DELIVERED;
      case "Open" -> Kind.OPENED;
      case "Click" -> Kind.CLICKED;
      case "Complaint" -> Kind.COMPLAINED;
      case "Reject" -> Kind.REJECTED;
      case "DeliveryDelay" -> Kind.SOFT_BOUNCED;
      case "Bounce" ->
          switch (Objects.requireNonNullElse(text(event.path("bounce"), "bounceType"), "")) {
            case "Permanent" -> Kind.BOUNCED;
            case "Transient" -> transientBounce(event);
            default -> Kind.SOFT_BOUNCED;
          };
      case "Subscription" ->
          event
                  .path("subscription")
                  .path("newTopicPreferences")
                  .path("unsubscribeAll")
                  .asBoolean(false)
              ? Kind.UNSUBSCRIBED
              : null;
      default -> null;
    };
  }

  private static Kind transientBounce(JsonNode event) {
    return switch (Objects.requireNonNullElse(text(event.path("bounce"), "bounceSubType"), "")) {
      case "ContentRejected", "AttachmentRejected", "MessageTooLarge" -> Kind.BLOCKED;
      default -> Kind.SOFT_BOUNCED;
    };
  }

  private static @Nullable String words(Kind kind, @Nullable String subType) {
    return switch (kind) {
      case BOUNCED ->
          "Suppressed".equals(subType) || "OnAccountSuppressionList".equals(subType)
              ? "Earlier mails to this address came back"
              : "The address does not exist";
      case BLOCKED ->
          "MessageTooLarge".equals(subType)
              ? "The mail is too large for the recipient's mail server"
              : "The recipient's mail server turned it away as unwanted";
      case SOFT_BOUNCED ->
          "MailboxFull".equals(subType)
              ? "The mailbox is full"
              : "The mailbox takes no mail now; it may be full";
      case COMPLAINED -> "The recipient marked it as spam";
      case UNSUBSCRIBED -> "The recipient does not want mails";
      case REJECTED -> "Amazon SES found a virus in it and did not send it";
      case ACCEPTED, DELIVERED, OPENED, CLICKED -> null;
    };
  }

  /** Each of our mails has one recipient. */
  private static String recipient(JsonNode event, JsonNode mail) {
    var named =
        switch (Objects.requireNonNullElse(text(event, "eventType"), "")) {
          case "Bounce" -> event.path("bounce").path("bouncedRecipients").path(0);
          case "Complaint" -> event.path("complaint").path("complainedRecipients").path(0);
          default -> Json.tree("{}");
        };
    var address = text(named, "emailAddress");
    var to = address == null ? mail.path("destination").path(0).asString("") : address;
    return to.toLowerCase(Locale.ROOT);
  }

  private static String when(JsonNode event, JsonNode mail) {
    var type = Objects.requireNonNullElse(text(event, "eventType"), "");
    var own =
        text(
            event.path(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1)),
            "timestamp");
    return own == null ? Objects.requireNonNull(text(mail, "timestamp"), "no time") : own;
  }

  private static @Nullable UUID tag(JsonNode mail, String name) {
    var value = mail.path("tags").path(name).path(0);
    return value.isString() ? UUID.fromString(value.asString()) : null;
  }

  private static @Nullable String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asString() : null;
  }
}
