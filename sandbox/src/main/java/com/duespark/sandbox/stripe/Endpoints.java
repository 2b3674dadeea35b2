package com.duespark.sandbox.stripe;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Webhook endpoints: where events are sent. The secret is shown at creation only. */
final class Endpoints {
  static final String KIND = "webhook_endpoint";

  private Endpoints() {}

  static JsonObject create(Change change, Params params) {
    String url = params.required("url");
    if (!isHttp(url)) {
      throw StripeError.invalid("url_invalid", "url", "Invalid URL: " + url);
    }
    List<String> events = params.list("enabled_events");
    if (events.isEmpty()) {
      throw StripeError.missing("enabled_events");
    }
    JsonObject endpoint =
        Json.object(
            "id",
            Ids.next("we_"),
            "object",
            KIND,
            "api_version",
            params.text("api_version"),
            "application",
            null,
            "created",
            Instant.now().getEpochSecond(),
            "description",
            params.text("description"),
            "enabled_events",
            events,
            "livemode",
            false,
            "secret",
            Ids.next("whsec_"),
            "status",
            "enabled",
            "url",
            url);
    endpoint.add("metadata", params.child("metadata").tree());
    return change.put(endpoint);
  }

  static JsonObject delete(Change change, String id) {
    change.get(KIND, id);
    change.remove(id);
    return Json.object("id", id, "object", KIND, "deleted", true);
  }

  static JsonObject withoutSecret(JsonObject endpoint) {
    JsonObject copy = endpoint.deepCopy();
    copy.remove("secret");
    return copy;
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null && url.matches("(?i)https?://.*");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
