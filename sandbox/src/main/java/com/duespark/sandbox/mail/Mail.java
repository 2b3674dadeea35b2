package com.duespark.sandbox.mail;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was accepted.
 *
 * @param server whose outbox it is: the Postmark token, {@code smtp} or {@code ses}
 * @param to addresses with names, as sent
 * @param stream Postmark's message stream, or SES's configuration set
 */
public record Mail(
    String id,
    String provider,
    String server,
    String from,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    @Nullable String replyTo,
    String subject,
    @Nullable String html,
    @Nullable String text,
    List<Attachment> attachments,
    Map<String, String> headers,
    Map<String, String> metadata,
    @Nullable String tag,
    String stream,
    String at) {

  /** A file sent along; the content is base64. */
  public record Attachment(String name, String type, long size, String content) {}

  public boolean isTo(String part) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return recipients().stream().anyMatch(a -> a.toLowerCase(Locale.ROOT).contains(wanted));
  }

  public List<String> recipients() {
    return Stream.of(to, cc, bcc).flatMap(List::stream).toList();
  }

  /** The tenant named in the metadata, if any. */
  public @Nullable String tenant() {
    return metadata.entrySet().stream()
        .filter(e -> e.getKey().toLowerCase(Locale.ROOT).startsWith("tenant"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The same with the tags that came beside it, and in the stream that reports on it. */
  public Mail tagged(Map<String, String> tags, String inStream) {
    Map<String, String> all = new TreeMap<>(metadata);
    all.putAll(tags);
    return new Mail(
        id,
        provider,
        server,
        from,
        to,
        cc,
        bcc,
        replyTo,
        subject,
        html,
        text,
        attachments,
        headers,
        all,
        tag,
        inStream,
        at);
  }

  /** The mail with its attachments' sizes, without their content. */
  public JsonObject summary() {
    JsonObject json = toJson();
    json.remove("server");
    json.getAsJsonArray("attachments").forEach(a -> a.getAsJsonObject().remove("content"));
    return json;
  }

  JsonObject toJson() {
    JsonArray files = new JsonArray();
    for (Attachment file : attachments) {
      files.add(
          Json.object(
              "name", file.name(),
              "type", file.type(),
              "size", file.size(),
              "content", file.content()));
    }
    return Json.object(
        "id", id,
        "provider", provider,
        "server", server,
        "from", from,
        "to", to,
        "cc", cc,
        "bcc", bcc,
        "reply_to", replyTo,
        "subject", subject,
        "html", html,
        "text", text,
        "attachments", files,
        "headers", headers,
        "metadata", metadata,
        "tag", tag,
        "stream", stream,
        "at", at);
  }

  static Mail fromJson(JsonObject json) {
    List<Attachment> files =
        Json.children(json, "attachments").stream()
            .map(
                a ->
                    new Attachment(
                        Json.text(a, "name", ""),
                        Json.text(a, "type", ""),
                        Json.number(a, "size", 0),
                        Json.text(a, "content", "")))
            .toList();
    return new Mail(
        Json.text(json, "id", ""),
        Json.text(json, "provider", ""),
        Json.text(json, "server", ""),
        Json.text(json, "from", ""),
        Json.texts(json, "to"),
        Json.texts(json, "cc"),
        Json.texts(json, "bcc"),
        Json.text(json, "reply_to"),
        Json.text(json, "subject", ""),
        Json.text(json, "html"),
        Json.text(json, "text"),
        files,
        texts(Json.child(json, "headers")),
        texts(Json.child(json, "metadata")),
        Json.text(json, "tag"),
        Json.text(json, "stream", "outbound"),
        Json.text(json, "at", ""));
  }

  /** The object's values as texts. */
  public static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new TreeMap<>();
    object.keySet().forEach(name -> texts.put(name, Json.text(object, name, "")));
    return texts;
  }
}
