package com.duespark.sandbox.postmark;

import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.mail.Addresses;
import com.duespark.sandbox.mail.Mail;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks a message as Postmark does and turns it into a mail. */
final class FromPostmark {
  private static final int MOST_RECIPIENTS = 50;
  private static final int LARGEST_BODY = 5 * 1024 * 1024;
  private static final int LARGEST_FILES = 10 * 1024 * 1024;

  private FromPostmark() {}

  static Mail mail(String token, JsonObject given) {
    JsonObject json = lowerCased(given);
    String from = required(json, "From");
    addresses(json, "From");
    required(json, "To");
    String html = Json.text(json, "htmlbody");
    String text = Json.text(json, "textbody");
    if (isEmpty(html) && isEmpty(text)) {
      throw PostmarkError.invalid("Provide either email TextBody or HtmlBody or both.");
    }
    if (size(html) > LARGEST_BODY || size(text) > LARGEST_BODY) {
      throw PostmarkError.invalid("The body is larger than 5 MB.");
    }
    Mail mail =
        new Mail(
            UUID.randomUUID().toString(),
            "postmark",
            token,
            from,
            addresses(json, "To"),
            addresses(json, "Cc"),
            addresses(json, "Bcc"),
            Json.text(json, "replyto"),
            Json.text(json, "subject", ""),
            html,
            text,
            attachments(json),
            headers(json),
            Mail.texts(Json.child(json, "metadata")),
            Json.text(json, "tag"),
            Json.text(json, "messagestream", "outbound"),
            Instant.now().toString());
    checkRecipients(mail.recipients());
    return mail;
  }

  private static void checkRecipients(List<String> recipients) {
    if (recipients.size() > MOST_RECIPIENTS) {
      throw PostmarkError.invalid("A message has at most 50 recipients.");
    }
    List<String> inactive = recipients.stream().filter(Addresses::isInactive).toList();
    if (!inactive.isEmpty()) {
      throw new PostmarkError(
          422,
          406,
          "You tried to send to recipient(s) that have been marked as inactive. Found inactive"
              + " addresses: "
              + String.join(", ", inactive)
              + ". Inactive recipients are ones that have generated a hard bounce, a spam"
              + " complaint, or a manual suppression.");
    }
  }

  private static List<Mail.Attachment> attachments(JsonObject json) {
    List<Mail.Attachment> files =
        Json.children(json, "attachments").stream().map(FromPostmark::attachment).toList();
    if (files.stream().mapToLong(Mail.Attachment::size).sum() > LARGEST_FILES) {
      throw PostmarkError.invalid("Attachments are larger than 10 MB together.");
    }
    return files;
  }

  private static Mail.Attachment attachment(JsonObject given) {
    JsonObject json = lowerCased(given);
    String content = required(json, "Content");
    try {
      int size = Base64.getMimeDecoder().decode(content).length;
      return new Mail.Attachment(
          required(json, "Name"), required(json, "ContentType"), size, content);
    } catch (IllegalArgumentException e) {
      throw PostmarkError.invalid("An attachment's Content is not base64.");
    }
  }

  private static Map<String, String> headers(JsonObject json) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (JsonObject given : Json.children(json, "headers")) {
      JsonObject header = lowerCased(given);
      headers.put(Json.text(header, "name", ""), Json.text(header, "value", ""));
    }
    return headers;
  }

  private static List<String> addresses(JsonObject json, String name) {
    try {
      return Addresses.split(Json.text(json, name.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw PostmarkError.invalid(
          "Error parsing '" + name + "': Illegal email address. It must contain the '@' symbol.");
    }
  }

  private static String required(JsonObject json, String name) {
    String value = Json.text(json, name.toLowerCase(Locale.ROOT));
    if (value == null || value.isBlank()) {
      throw PostmarkError.invalid("Zero recipients or missing field: '" + name + "' is required.");
    }
    return value;
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static int size(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  // Postmark reads field names in any case.
  private static JsonObject lowerCased(JsonObject json) {
    Map<String, String> names = new TreeMap<>();
    json.keySet().forEach(n -> names.put(n, n.toLowerCase(Locale.ROOT)));
    JsonObject lower = new JsonObject();
    names.forEach((name, low) -> lower.add(low, json.get(name)));
    return lower;
  }
}
