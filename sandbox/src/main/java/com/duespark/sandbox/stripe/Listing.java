package com.duespark.sandbox.stripe;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reading: one object or a page of them, newest first, with expanded fields. */
final class Listing {
  private final Book book;

  Listing(Book book) {
    this.book = book;
  }

  JsonObject one(String account, String kind, String id, List<String> expand) {
    JsonObject found = book.find(account, id);
    if (found == null || !Json.text(found, "object", "").equals(kind)) {
      throw StripeError.noSuch(kind, id);
    }
    return expand(account, shown(found), expand);
  }

  JsonObject page(String account, String kind, Params params, String url) {
    Long asked = params.number("limit");
    long limit = asked == null ? 10 : asked;
    if (limit < 1 || limit > 100) {
      throw StripeError.invalid("limit", "limit is a number between 1 and 100.");
    }
    List<String> expand =
        params.list("expand").stream()
            .filter(name -> name.startsWith("data."))
            .map(name -> name.substring("data.".length()))
            .toList();
    List<JsonObject> all =
        book.list(account, kind).stream().filter(wanted(params)).map(Listing::shown).toList();
    List<JsonObject> rest = after(all, params);
    List<JsonObject> data =
        rest.stream().limit(limit).map(object -> expand(account, object, expand)).toList();
    return Json.object(
        "object",
        "list",
        "data",
        Json.array(data),
        "has_more",
        rest.size() > data.size(),
        "url",
        url);
  }

  /** Replaces ids by their objects, along names such as {@code payment_intent.latest_charge}. */
  JsonObject expand(String account, JsonObject object, List<String> names) {
    for (String name : names) {
      int dot = name.indexOf('.');
      String first = dot < 0 ? name : name.substring(0, dot);
      JsonObject inner = Json.child(object, first);
      if (inner.isEmpty()) {
        String id = Json.text(object, first);
        JsonObject found = id == null ? null : book.find(account, id);
        if (found == null) {
          continue;
        }
        inner = shown(found);
      }
      if (dot >= 0) {
        inner = expand(account, inner, List.of(name.substring(dot + 1)));
      }
      object.add(first, inner);
    }
    return object;
  }

  private static JsonObject shown(JsonObject object) {
    return switch (Json.text(object, "object", "")) {
      case Endpoints.KIND -> Endpoints.withoutSecret(object);
      case Sessions.KIND -> Sessions.shown(object);
      default -> object;
    };
  }

  private static List<JsonObject> after(List<JsonObject> all, Params params) {
    String startingAfter = params.text("starting_after");
    String endingBefore = params.text("ending_before");
    List<JsonObject> rest = new ArrayList<>(all);
    if (startingAfter != null) {
      rest = rest.subList(indexOf(all, startingAfter) + 1, rest.size());
    } else if (endingBefore != null) {
      rest = rest.subList(0, indexOf(all, endingBefore));
    }
    return rest;
  }

  private static int indexOf(List<JsonObject> all, String id) {
    for (int i = 0; i < all.size(); i++) {
      if (Json.text(all.get(i), "id", "").equals(id)) {
        return i;
      }
    }
    throw StripeError.noSuch("object", id);
  }

  private static Predicate<JsonObject> wanted(Params params) {
    List<String> types = new ArrayList<>(params.list("types"));
    String type = params.text("type");
    if (type != null) {
      types.add(type);
    }
    String delivered = params.text("delivery_success");
    Params created = params.child("created");
    return object ->
        same(object, "payment_intent", params.text("payment_intent"))
            && same(object, "charge", params.text("charge"))
            && same(object, "status", params.text("status"))
            && (types.isEmpty() || types.stream().anyMatch(t -> fits(t, object)))
            && (delivered == null
                || Boolean.parseBoolean(delivered)
                    == (Json.number(object, "pending_webhooks", 0) == 0))
            && within(Json.number(object, "created", 0), created);
  }

  private static boolean fits(String type, JsonObject event) {
    String actual = Json.text(event, "type", "");
    return type.endsWith("*")
        ? actual.startsWith(type.substring(0, type.length() - 1))
        : actual.equals(type);
  }

  private static boolean same(JsonObject object, String name, @Nullable String value) {
    return value == null || value.equals(Json.text(object, name));
  }

  private static boolean within(long created, Params bounds) {
    Long gte = bounds.number("gte");
    Long gt = bounds.number("gt");
    Long lte = bounds.number("lte");
    Long lt = bounds.number("lt");
    return (gte == null || created >= gte)
        && (gt == null || created > gt)
        && (lte == null || created <= lte)
        && (lt == null || created < lt);
  }
}
