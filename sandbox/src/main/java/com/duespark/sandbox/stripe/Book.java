package com.duespark.sandbox.stripe;

import com.duespark.sandbox.log.Fact;
import com.duespark.sandbox.log.FactLog;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every Stripe object by id with its account, the deliveries still owed and the answers kept for
 * idempotency keys. Changes only by facts, so that a restart finds the same book.
 */
final class Book {
  /** An event owed to an endpoint. */
  record Delivery(String event, String endpoint) {}

  /** A kept answer to an idempotency key. */
  record Answer(String fingerprint, int status, String body) {}

  private record Entry(String account, JsonObject object) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<Delivery> owed = new LinkedHashSet<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  Book(FactLog log) {
    log.replayTo(this::apply);
  }

  synchronized @Nullable JsonObject find(@Nullable String account, String id) {
    Entry entry = entries.get(id);
    return entry == null || (account != null && !entry.account().equals(account))
        ? null
        : entry.object().deepCopy();
  }

  synchronized @Nullable String accountOf(String id) {
    Entry entry = entries.get(id);
    return entry == null ? null : entry.account();
  }

  /** Objects of a kind, newest first; account null for every account. */
  synchronized List<JsonObject> list(@Nullable String account, String kind) {
    List<JsonObject> found = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if ((account == null || entry.account().equals(account))
          && Json.text(entry.object(), "object", "").equals(kind)) {
        found.add(entry.object().deepCopy());
      }
    }
    return found.reversed();
  }

  synchronized List<Delivery> owed() {
    return List.copyOf(owed);
  }

  synchronized boolean owes(Delivery delivery) {
    return owed.contains(delivery);
  }

  synchronized @Nullable Answer answer(String account, String key) {
    return answers.get(account + " " + key);
  }

  private synchronized void apply(Fact fact) {
    JsonObject body = fact.body();
    switch (fact.provider()) {
      case "stripe" -> applyStripe(body);
      case "webhooks" -> {
        if (!fact.kind().equals("attempt_failed")) {
          settle(body);
        }
      }
      case "sandbox" -> {
        entries.clear();
        owed.clear();
        answers.clear();
      }
      default -> {}
    }
  }

  private void applyStripe(JsonObject body) {
    String account = Json.text(body, "account", "");
    for (JsonObject object : Json.children(body, "put")) {
      entries.put(Json.text(object, "id", ""), new Entry(account, object));
    }
    for (String id : Json.texts(body, "removed")) {
      entries.remove(id);
      owed.removeIf(d -> d.endpoint().equals(id));
    }
    for (JsonObject delivery : Json.children(body, "deliveries")) {
      owed.add(delivery(delivery));
    }
    JsonObject kept = Json.child(body, "idempotency");
    String key = Json.text(kept, "key");
    if (key != null) {
      answers.put(
          account + " " + key,
          new Answer(
              Json.text(kept, "fingerprint", ""),
              (int) Json.number(kept, "status", 200),
              Json.text(kept, "body", "")));
    }
  }

  private void settle(JsonObject body) {
    if (!owed.remove(delivery(body))) {
      return;
    }
    Entry entry = entries.get(Json.text(body, "event", ""));
    if (entry != null) {
      long pending = Json.number(entry.object(), "pending_webhooks", 0);
      entry.object().addProperty("pending_webhooks", Math.max(0, pending - 1));
    }
  }

  private static Delivery delivery(JsonObject json) {
    return new Delivery(Json.text(json, "event", ""), Json.text(json, "endpoint", ""));
  }
}
