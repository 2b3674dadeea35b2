package com.duespark.domain.deliveries;

import com.duespark.domain.deliveries.MailReport.Kind;
import com.duespark.domain.shared.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Postmark's events in our words. Source: postmarkapp.com/developer/webhooks/webhooks-overview. */
public final class PostmarkReports {

  private PostmarkReports() {}

  /**
   * What makes an event the same when it comes twice: bounces have a number, the others are told
   * apart by their time. Empty when the body is no event.
   */
  public static Optional<String> eventId(String body) {
    try {
      var event = Json.tree(body);
      var type = text(event, "RecordType");
      var message = text(event, "MessageID");
      if (type == null || message == null) {
        return Optional.empty();
      }
      var number = text(event, "ID");
      var id = "%s:%s:%s".formatted(type, message, number == null ? when(event) : number);
      return Optional.of(id).filter(short255 -> short255.length() <= 255);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** Empty when it is about no mail of ours, or tells nothing that matters. */
  public static Optional<MailReport> read(String body) {
    var event = Json.tree(body);
    var delivery = id(event, "delivery_id");
    var kind = kind(event);
    if (delivery == null || kind == null) {
      return Optional.empty();
    }
    var recipient = text(event, "Recipient");
    var email = recipient == null ? text(event, "Email") : recipient;
    return Optional.of(
        new MailReport(
            kind,
            id(event, "tenant_id"),
            delivery,
            text(event, "MessageID"),
            Objects.requireNonNull(email, "no recipient").toLowerCase(Locale.ROOT),
            at(event),
            words(kind, Objects.requireNonNullElse(text(event, "Type"), ""))));
  }

  private static @Nullable Kind kind(JsonNode event) {
    return switch (Objects.requireNonNullElse(text(event, "RecordType"), "")) {
      case "Delivery" -> Kind.DELIVERED;
      case "Open" -> Kind.OPENED;
      case "Click" -> Kind.CLICKED;
      case "Bounce" -> bounce(event);
      case "SpamComplaint" -> Kind.COMPLAINED;
      case "SubscriptionChange" ->
          event.path("SuppressSending").asBoolean(false) ? Kind.UNSUBSCRIBED : null;
      default -> null;
    };
  }

  /** Some "bounces" are no failures: absence notes, address changes, challenges. */
  private static @Nullable Kind bounce(JsonNode event) {
    return switch (Objects.requireNonNullElse(text(event, "Type"), "")) {
      case "HardBounce", "BadEmailAddress", "ManuallyDeactivated" -> Kind.BOUNCED;
      case "SpamComplaint" -> Kind.COMPLAINED;
      case "Blocked", "SpamNotification", "DMARCPolicy", "VirusNotification" -> Kind.BLOCKED;
      case "Transient", "SoftBounce", "DnsError", "Undeliverable" -> Kind.SOFT_BOUNCED;
      case "Unsubscribe" -> Kind.UNSUBSCRIBED;
      default -> null;
    };
  }

  private static @Nullable String words(Kind kind, String type) {
    return switch (kind) {
      case BOUNCED ->
          type.equals("ManuallyDeactivated")
              ? "The mail provider was told not to write to this address"
              : "The address does not exist";
      case BLOCKED ->
          type.equals("VirusNotification")
              ? "The recipient's mail server found a virus in it"
              : "The recipient's mail server turned it away as unwanted";
      case SOFT_BOUNCED ->
          type.equals("DnsError")
              ? "The recipient's mail server cannot be found now"
              : "The mailbox takes no mail now; it may be full";
      case COMPLAINED -> "The recipient marked it as spam";
      case UNSUBSCRIBED -> "The recipient does not want mails";
      case ACCEPTED, DELIVERED, OPENED, CLICKED, REJECTED -> null;
    };
  }

  private static Instant at(JsonNode event) {
    return OffsetDateTime.parse(when(event)).toInstant();
  }

  private static String when(JsonNode event) {
    for (var field : new String[] {"DeliveredAt", "BouncedAt", "ReceivedAt", "ChangedAt"}) {
      var when = text(event, field);
      if (when != null) {
        return when;
      }
    }
    throw new IllegalArgumentException("The event has no time");
  }

  private static @Nullable UUID id(JsonNode event, String field) {
    var id = text(event.path("Metadata"), field);
    return id == null ? null : UUID.fromString(id);
  }

  private static @Nullable String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asString() : null;
  }
}
