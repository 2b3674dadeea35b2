package com.duespark.sandbox.stripe;

import com.duespark.sandbox.log.FactLog;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one accepted request alters. It becomes one fact, so it happens wholly or not at all. */
final class Change {
  static final String API_VERSION = "2026-07-29.dahlia";

  private final Book book;
  private final String account;
  private final Map<String, JsonObject> put = new LinkedHashMap<>();
  private final List<String> removed = new ArrayList<>();
  private final List<JsonObject> deliveries = new ArrayList<>();
  private final @Nullable String idempotencyKey;

  Change(Book book, String account, @Nullable String idempotencyKey) {
    this.book = book;
    this.account = account;
    this.idempotencyKey = idempotencyKey;
  }

  String account() {
    return account;
  }

  /** The object as this change sees it. */
  JsonObject get(String kind, String id) {
    JsonObject staged = put.get(id);
    JsonObject found = staged == null ? book.find(account, id) : staged;
    if (found == null || !Json.text(found, "object", "").equals(kind)) {
      throw StripeError.noSuch(kind, id);
    }
    return found;
  }

  List<JsonObject> list(String kind) {
    return book.list(account, kind);
  }

  JsonObject put(JsonObject object) {
    put.put(Json.text(object, "id", ""), object);
    return object;
  }

  void remove(String id) {
    removed.add(id);
  }

  /** Raises an event with the object as it is now. */
  void raise(String type, JsonObject object) {
    List<String> endpoints = matchingEndpoints(type);
    String id = Ids.next("evt_");
    put(
        Json.object(
            "id",
            id,
            "object",
            "event",
            "api_version",
            API_VERSION,
            "created",
            Instant.now().getEpochSecond(),
            "data",
            Json.object("object", object.deepCopy()),
            "livemode",
            false,
            "pending_webhooks",
            endpoints.size(),
            "request",
            Json.object("id", null, "idempotency_key", idempotencyKey),
            "type",
            type));
    endpoints.forEach(e -> deliveries.add(Json.object("event", id, "endpoint", e)));
  }

  boolean isEmpty() {
    return put.isEmpty() && removed.isEmpty();
  }

  List<Book.Delivery> commit(FactLog log, String kind, @Nullable JsonObject idempotency) {
    log.append(
        "stripe",
        kind,
        Json.object(
            "account",
            account,
            "put",
            Json.array(put.values()),
            "removed",
            removed,
            "deliveries",
            Json.array(deliveries),
            "idempotency",
            idempotency));
    return deliveries.stream()
        .map(d -> new Book.Delivery(Json.text(d, "event", ""), Json.text(d, "endpoint", "")))
        .toList();
  }

  private List<String> matchingEndpoints(String type) {
    List<String> ids = new ArrayList<>();
    for (JsonObject endpoint : book.list(account, "webhook_endpoint")) {
      JsonArray events = endpoint.getAsJsonArray("enabled_events");
      boolean wanted =
          events.asList().stream()
              .map(e -> e.getAsString())
              .anyMatch(e -> e.equals("*") || e.equals(type));
      if (wanted && Json.text(endpoint, "status", "").equals("enabled")) {
        ids.add(Json.text(endpoint, "id", ""));
      }
    }
    return ids;
  }
}
