package com.duespark.sandbox.postmark;

import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.mail.Mail;
import com.duespark.sandbox.mail.Outbox;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;

/** Postmark's API: {@code /email}, {@code /email/batch} and {@code /messages/outbound}. */
public final class PostmarkApi implements Handler {
  private static final int LARGEST_BATCH = 500;

  private final Outbox outbox;
  private final MessageSearch search;

  public PostmarkApi(Outbox outbox) {
    this.outbox = outbox;
    search = new MessageSearch(outbox);
  }

  @Override
  public Reply handle(Request request) {
    try {
      String token = token(request);
      List<String> parts = request.parts();
      String route = request.method() + " " + String.join("/", parts);
      if (route.startsWith("GET messages/outbound/")) {
        return Reply.json(200, search.details(token, parts.get(2)));
      }
      return switch (route) {
        case "POST email" -> Reply.json(200, send(token, body(request).getAsJsonObject()));
        case "POST email/batch" -> Reply.json(200, batch(token, body(request)));
        case "GET messages/outbound" -> Reply.json(200, search.page(token, request));
        case "GET server" -> Reply.json(200, Json.object("ID", 1, "Name", "Sandbox"));
        default -> new PostmarkError(404, 404, "The sandbox knows no " + route + ".").reply();
      };
    } catch (PostmarkError refused) {
      return refused.reply();
    }
  }

  private JsonObject send(String token, JsonObject message) {
    Mail mail = FromPostmark.mail(token, message);
    outbox.accept(mail);
    return Json.object(
        "To", String.join(",", mail.to()),
        "Cc", String.join(",", mail.cc()),
        "Bcc", String.join(",", mail.bcc()),
        "SubmittedAt", mail.at(),
        "MessageID", mail.id(),
        "ErrorCode", 0,
        "Message", "OK");
  }

  private JsonArray batch(String token, JsonElement body) {
    if (!body.isJsonArray()) {
      throw new PostmarkError(422, 402, "A batch is an array of messages.");
    }
    if (body.getAsJsonArray().size() > LARGEST_BATCH) {
      throw new PostmarkError(422, 410, "A batch has at most 500 messages.");
    }
    JsonArray results = new JsonArray();
    for (JsonElement message : body.getAsJsonArray()) {
      try {
        results.add(send(token, message.getAsJsonObject()));
      } catch (PostmarkError refused) {
        results.add(refused.json());
      }
    }
    return results;
  }

  private static JsonElement body(Request request) {
    try {
      JsonElement body = JsonParser.parseString(request.body());
      if (body.isJsonObject() || body.isJsonArray()) {
        return body;
      }
    } catch (JsonParseException e) {
      throw new PostmarkError(422, 402, "The JSON could not be read: " + e.getMessage());
    }
    throw new PostmarkError(422, 402, "The body is not a JSON object.");
  }

  private static String token(Request request) {
    String token = request.header("x-postmark-server-token");
    if (token == null || token.isBlank() || token.toLowerCase(Locale.ROOT).startsWith("invalid")) {
      throw new PostmarkError(
          401,
          10,
          "The Server Token you provided in the X-Postmark-Server-Token request header was"
              + " invalid. Please verify that you are using a valid token.");
    }
    return token;
  }
}
