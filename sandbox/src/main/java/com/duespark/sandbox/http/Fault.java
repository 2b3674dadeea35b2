package com.duespark.sandbox.http;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered misbehaviour.
 *
 * @param provider stripe, postmark, ses, smtp or webhooks
 * @param path prefix of the request path; for webhooks, prefix of the event type; null for any
 * @param recipient part of a recipient's address, for mail; null for any
 * @param times how many more requests it strikes
 * @param every strikes one of so many requests that fit, the last of each so many
 * @param met requests that fitted since it last struck
 * @param n extra copies of a repeated webhook
 */
public record Fault(
    String id,
    String provider,
    @Nullable String path,
    @Nullable String recipient,
    long times,
    long every,
    long met,
    Action action,
    int code,
    @Nullable String body,
    Map<String, String> headers,
    long millis,
    int n) {

  /** What goes wrong. */
  public enum Action {
    STATUS,
    DELAY,
    DROP_BEFORE,
    DROP_AFTER,
    DELAY_AFTER,
    REPEAT_WEBHOOK,
    LOSE_WEBHOOK,
    HOLD_WEBHOOKS
  }

  private static final List<String> PROVIDERS =
      List.of("stripe", "postmark", "ses", "smtp", "webhooks");

  static Fault fromJson(String id, JsonObject json) {
    String provider = Json.text(json, "provider", "");
    if (!PROVIDERS.contains(provider)) {
      throw new IllegalArgumentException("provider must be one of " + PROVIDERS);
    }
    Action action = Action.valueOf(Json.text(json, "action", "").toUpperCase(Locale.ROOT));
    long every = Json.number(json, "every", 1);
    if (every < 1) {
      throw new IllegalArgumentException("every is a number from 1");
    }
    long always = action == Action.HOLD_WEBHOOKS || every > 1 ? Long.MAX_VALUE : 1;
    Map<String, String> headers = new TreeMap<>();
    JsonObject given = Json.child(json, "headers");
    given.keySet().forEach(name -> headers.put(name, Json.text(given, name, "")));
    return new Fault(
        id,
        provider,
        Json.text(json, "path"),
        Json.text(json, "recipient"),
        Json.number(json, "times", always),
        every,
        0,
        action,
        (int) Json.number(json, "code", provider.equals("smtp") ? 451 : 500),
        Json.text(json, "body"),
        headers,
        Json.number(json, "millis", 0),
        (int) Json.number(json, "n", 1));
  }

  JsonObject toJson() {
    return Json.object(
        "id",
        id,
        "provider",
        provider,
        "path",
        path,
        "recipient",
        recipient,
        "times",
        times,
        "every",
        every,
        "action",
        action.name().toLowerCase(Locale.ROOT),
        "code",
        code,
        "body",
        body,
        "headers",
        headers,
        "millis",
        millis,
        "n",
        n);
  }

  boolean isDue() {
    return met + 1 >= every;
  }

  Fault struck() {
    return counted(times == Long.MAX_VALUE ? times : times - 1, 0);
  }

  Fault passed() {
    return counted(times, met + 1);
  }

  private Fault counted(long left, long metSince) {
    return new Fault(
        id, provider, path, recipient, left, every, metSince, action, code, body, headers, millis,
        n);
  }

  boolean matches(String forProvider, String forPath, String recipients) {
    return provider.equals(forProvider)
        && (path == null || forPath.startsWith(path))
        && (recipient == null
            || recipients.toLowerCase(Locale.ROOT).contains(recipient.toLowerCase(Locale.ROOT)));
  }
}
