package com.duespark.sandbox.mail;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;

/** A mail's event as Postmark tells it. Source: postmarkapp.com/developer/webhooks. */
final class PostmarkEvents {
  private PostmarkEvents() {}

  static JsonObject body(MailEvent event) {
    JsonObject json =
        Json.object(
            "MessageID", event.mail().id(),
            "ServerID", 1,
            "MessageStream", event.mail().stream(),
            "Metadata", event.mail().metadata());
    return switch (event.kind()) {
      case DELIVERED -> with(json, event, "Delivery", "Recipient", "DeliveredAt");
      case OPENED -> with(json, event, "Open", "Recipient", "ReceivedAt");
      case CLICKED -> with(json, event, "Click", "Recipient", "ReceivedAt");
      case SOFT_BOUNCED -> bounce(json, event, "SoftBounce", 4096, false);
      case BOUNCED -> bounce(json, event, "HardBounce", 1, true);
      case COMPLAINED -> {
        JsonObject complaint = bounce(json, event, "SpamComplaint", 512, true);
        complaint.addProperty("RecordType", "SpamComplaint");
        yield complaint;
      }
      case SENT -> throw new IllegalArgumentException("Postmark does not tell of acceptance");
    };
  }

  private static JsonObject with(
      JsonObject json, MailEvent event, String type, String recipient, String time) {
    json.addProperty("RecordType", type);
    json.addProperty(recipient, event.recipient());
    json.addProperty(time, event.at().toString());
    return json;
  }

  private static JsonObject bounce(
      JsonObject json, MailEvent event, String type, int code, boolean inactive) {
    with(json, event, "Bounce", "Email", "BouncedAt");
    json.addProperty("ID", event.number());
    json.addProperty("Type", type);
    json.addProperty("TypeCode", code);
    json.addProperty("Inactive", inactive);
    json.addProperty("Subject", event.mail().subject());
    return json;
  }
}
