package com.duespark.sandbox.mail;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A mail's event as a configuration set of Amazon SES publishes it. */
final class SesEvents {
  private SesEvents() {}

  static JsonObject body(MailEvent event) {
    String type = type(event.kind());
    JsonObject json =
        Json.object(
            "eventType",
            type,
            "mail",
            Json.object(
                "timestamp", event.mail().at(),
                "messageId", event.mail().id(),
                "destination", List.of(event.recipient()),
                "tags", tags(event.mail())));
    json.add(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1), part(event));
    return json;
  }

  private static String type(MailEvent.Kind kind) {
    return switch (kind) {
      case SENT -> "Send";
      case DELIVERED -> "Delivery";
      case OPENED -> "Open";
      case CLICKED -> "Click";
      case SOFT_BOUNCED, BOUNCED -> "Bounce";
      case COMPLAINED -> "Complaint";
    };
  }

  private static JsonObject part(MailEvent event) {
    List<JsonObject> named = List.of(Json.object("emailAddress", event.recipient()));
    String at = event.at().toString();
    return switch (event.kind()) {
      case SENT -> Json.object();
      case DELIVERED -> Json.object("timestamp", at, "recipients", List.of(event.recipient()));
      case OPENED, CLICKED -> Json.object("timestamp", at);
      case SOFT_BOUNCED -> bounce("Transient", "MailboxFull", named, at);
      case BOUNCED -> bounce("Permanent", "NoEmail", named, at);
      case COMPLAINED -> Json.object("complainedRecipients", named, "timestamp", at);
    };
  }

  private static JsonObject bounce(String type, String subType, List<JsonObject> named, String at) {
    return Json.object(
        "bounceType", type, "bounceSubType", subType, "bouncedRecipients", named, "timestamp", at);
  }

  private static Map<String, List<String>> tags(Mail mail) {
    Map<String, List<String>> tags = new TreeMap<>();
    mail.metadata().forEach((name, value) -> tags.put(name, List.of(value)));
    return tags;
  }
}
