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
 * @param provider stripe, postmark, smtp or webhooks
 * @param path prefix of the request path; for webhooks, prefix of the event type; null for any
 * @param recipient part of a recipient's address, for mail; null for any
 * @param times how many more requests it strikes
 * @param n extra copies of a repeated webhook
 */
public record Fault(
    String id,
    String provider,
    @Nullable String path,
    @Nullable String recipient,
    long times,
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

  private static final List<String> PROVIDERS = List.of("stripe", "postmark", "smtp", "webhooks");

  static Fault fromJson(String id, JsonObject json) {
    String provider = Json.text(json, "provider", "");
    if (!PROVIDERS.contains(provider)) {
      throw new IllegalArgumentException("provider must be one of " + PROVIDERS);
    }
    Action action = Action.valueOf(Json.text(json, "action", "").toUpperCase(Locale.ROOT));
    long always = action == Action.HOLD_WEBHOOKS ? Long.MAX_VALUE : 1;
    Map<String, String> headers = new TreeMap<>();
    JsonObject given = Json.child(json, "headers");
    given.keySet().forEach(name -> headers.put(name, Json.text(given, name, "")));
    return new Fault(
        id,
        provider,
        Json.text(json, "path"),
        Json.text(json, "recipient"),
        Json.number(json, "times", always),
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

  Fault struck() {
    long left = times == Long.MAX_VALUE ? times : times - 1;
    return new Fault(id, provider, path, recipient, left, action, code, body, headers, millis, n);
  }

  boolean matches(String forProvider, String forPath, String recipients) {
    return provider.equals(forProvider)
        && (path == null || forPath.startsWith(path))
        && (recipient == null
            || recipients.toLowerCase(Locale.ROOT).contains(recipient.toLowerCase(Locale.ROOT)));
  }
}
