package com.duespark.sandbox.postmark;

import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.mail.Addresses;
import com.duespark.sandbox.mail.Mail;
import com.duespark.sandbox.mail.Outbox;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a server sent, newest first, as {@code GET /messages/outbound} does. */
final class MessageSearch {
  private static final String METADATA = "metadata_";

  private final Outbox outbox;

  MessageSearch(Outbox outbox) {
    this.outbox = outbox;
  }

  JsonObject page(String token, Request request) {
    int count = number(request, "count", 1, 500);
    int offset = number(request, "offset", 0, 10_000 - count);
    List<Request.Pair> metadata =
        request.query().stream().filter(p -> p.name().startsWith(METADATA)).toList();
    if (metadata.size() > 1) {
      throw PostmarkError.invalid("Only one metadata field can be searched at a time.");
    }
    List<Mail> found =
        sentBy(token).stream()
            .filter(m -> metadata.stream().allMatch(p -> hasMetadata(m, p)))
            .filter(m -> request.query("recipient") == null || isTo(m, request))
            .filter(m -> equal(m.tag(), request.query("tag")))
            .filter(m -> equal(m.subject(), request.query("subject")))
            .filter(m -> equal(m.stream(), request.query("messagestream")))
            .filter(m -> equal(Addresses.bare(m.from()), request.query("fromemail")))
            .toList();
    JsonArray messages = new JsonArray();
    found.stream().skip(offset).limit(count).forEach(m -> messages.add(message(m)));
    return Json.object("TotalCount", found.size(), "Messages", messages);
  }

  JsonObject details(String token, String id) {
    Mail mail =
        sentBy(token).stream()
            .filter(m -> m.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new PostmarkError(422, 701, "This message was not found."));
    JsonObject json = message(mail);
    json.addProperty("TextBody", mail.text());
    json.addProperty("HtmlBody", mail.html());
    json.addProperty("Body", mail.text() == null ? mail.html() : mail.text());
    JsonObject delivered =
        Json.object(
            "Recipient",
            Addresses.bare(mail.to().getFirst()),
            "Type",
            "Delivered",
            "ReceivedAt",
            mail.at(),
            "Details",
            Json.object("DeliveryMessage", "250 OK", "DestinationServer", "sandbox"));
    json.add("MessageEvents", Json.array(List.of(delivered)));
    return json;
  }

  private List<Mail> sentBy(String token) {
    return outbox.all().reversed().stream()
        .filter(m -> m.provider().equals("postmark") && m.server().equals(token))
        .toList();
  }

  private static JsonObject message(Mail mail) {
    return Json.object(
        "Tag", mail.tag(),
        "MessageID", mail.id(),
        "To", recipients(mail.to()),
        "Cc", recipients(mail.cc()),
        "Bcc", recipients(mail.bcc()),
        "Recipients", mail.recipients().stream().map(Addresses::bare).toList(),
        "ReceivedAt", mail.at(),
        "From", mail.from(),
        "Subject", mail.subject(),
        "Attachments", mail.attachments().stream().map(Mail.Attachment::name).toList(),
        "Status", "Sent",
        "TrackOpens", false,
        "TrackLinks", "None",
        "Metadata", mail.metadata(),
        "MessageStream", mail.stream(),
        "Sandboxed", false);
  }

  private static JsonArray recipients(List<String> addresses) {
    return Json.array(
        addresses.stream()
            .map(a -> Json.object("Email", Addresses.bare(a), "Name", Addresses.name(a)))
            .toList());
  }

  private static boolean hasMetadata(Mail mail, Request.Pair wanted) {
    String name = wanted.name().substring(METADATA.length());
    for (Map.Entry<String, String> entry : mail.metadata().entrySet()) {
      if (entry.getKey().equalsIgnoreCase(name)) {
        return entry.getValue().equals(wanted.value());
      }
    }
    return false;
  }

  private static boolean isTo(Mail mail, Request request) {
    return mail.recipients().stream()
        .map(Addresses::bare)
        .anyMatch(a -> a.equals(request.query("recipient", "").toLowerCase(Locale.ROOT)));
  }

  private static boolean equal(@Nullable String actual, @Nullable String wanted) {
    return wanted == null || wanted.equals(actual);
  }

  private static int number(Request request, String name, int least, int most) {
    String given = request.query(name);
    if (given == null || !given.matches("\\d{1,6}")) {
      throw PostmarkError.invalid("The '" + name + "' parameter is required and is a number.");
    }
    int value = Integer.parseInt(given);
    if (value < least || value > most) {
      throw PostmarkError.invalid("'" + name + "' must be between " + least + " and " + most + ".");
    }
    return value;
  }
}
