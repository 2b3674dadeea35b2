package com.duespark.sandbox.stripe;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checkout sessions: created open, then complete or expired. */
final class Sessions {
  static final String KIND = "checkout.session";
  private static final Duration SHORTEST = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final String publicUrl;

  Sessions(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  JsonObject create(Change change, Params params) {
    String mode = params.required("mode");
    if (!mode.equals("payment")) {
      throw StripeError.invalid("mode", "The sandbox knows mode=payment only, not " + mode + ".");
    }
    String successUrl = params.required("success_url");
    List<Params> items = params.children("line_items");
    if (items.isEmpty()) {
      throw StripeError.missing("line_items");
    }
    String currency =
        items.getFirst().child("price_data").required("currency").toLowerCase(Locale.ROOT);
    long total = 0;
    for (Params item : items) {
      total = Math.addExact(total, amountOf(item, currency));
    }
    if (total <= 0) {
      throw StripeError.invalid(
          "amount_too_small", "line_items", "The total amount due must be greater than zero.");
    }
    String id = Ids.next("cs_test_");
    JsonObject session = shape(id, mode, currency, total);
    session.addProperty("success_url", successUrl);
    set(session, "cancel_url", params.text("cancel_url"));
    set(session, "client_reference_id", params.text("client_reference_id"));
    set(session, "customer_email", params.text("customer_email"));
    set(session, "locale", params.text("locale"));
    session.add("metadata", params.child("metadata").tree());
    long now = Instant.now().getEpochSecond();
    session.addProperty("created", now);
    session.addProperty("expires_at", expiry(params, now));
    session.addProperty("url", publicUrl + "/checkout/" + id);
    // Not part of Stripe's object: what the payment will need. Left out of answers.
    session.add(
        "sandbox_intent",
        Json.object(
            "metadata",
            params.child("payment_intent_data").child("metadata").tree(),
            "description",
            params.child("payment_intent_data").text("description"),
            "title",
            items.getFirst().child("price_data").child("product_data").text("name")));
    return change.put(session);
  }

  JsonObject expire(Change change, String id) {
    JsonObject session = change.get(KIND, id);
    if (!isOpen(session)) {
      throw StripeError.invalid(
          null,
          "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session"
              + " has a status of `"
              + Json.text(session, "status")
              + "`.");
    }
    session.addProperty("status", "expired");
    session.add("url", JsonNull.INSTANCE);
    change.put(session);
    change.raise("checkout.session.expired", shown(session));
    return session;
  }

  static boolean isOpen(JsonObject session) {
    return Json.text(session, "status", "").equals("open");
  }

  /** The object without what only the sandbox needs. */
  static JsonObject shown(JsonObject session) {
    JsonObject copy = session.deepCopy();
    copy.remove("sandbox_intent");
    return copy;
  }

  private static long amountOf(Params item, String currency) {
    Params price = item.child("price_data");
    if (!price.required("currency").toLowerCase(Locale.ROOT).equals(currency)) {
      throw StripeError.invalid("line_items", "All line items must have one currency.");
    }
    if (price.child("product_data").text("name") == null && price.text("product") == null) {
      throw StripeError.missing("line_items[0][price_data][product_data]");
    }
    Long unit = price.number("unit_amount");
    Long quantity = item.number("quantity");
    if (unit == null) {
      throw StripeError.missing("line_items[0][price_data][unit_amount]");
    }
    if (unit < 0 || (quantity != null && quantity < 1)) {
      throw StripeError.invalid("line_items", "Amounts and quantities must be positive.");
    }
    return Math.multiplyExact(unit, quantity == null ? 1L : quantity);
  }

  private static long expiry(Params params, long now) {
    Long asked = params.number("expires_at");
    long latest = now + LONGEST.toSeconds();
    if (asked == null) {
      return latest;
    }
    // A few seconds of grace, as clocks differ.
    if (asked < now + SHORTEST.toSeconds() - 10 || asked > latest + 10) {
      throw StripeError.invalid(
          "expires_at",
          "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.");
    }
    return asked;
  }

  private static JsonObject shape(String id, String mode, String currency, long total) {
    JsonArray card = new JsonArray();
    card.add("card");
    JsonObject session =
        Json.object(
            "id",
            id,
            "object",
            KIND,
            "amount_subtotal",
            total,
            "amount_total",
            total,
            "currency",
            currency,
            "mode",
            mode,
            "status",
            "open",
            "payment_status",
            "unpaid",
            "payment_intent",
            null,
            "customer",
            null,
            "customer_details",
            null,
            "livemode",
            false);
    session.add("automatic_tax", Json.object("enabled", false, "status", null));
    session.add("custom_fields", new JsonArray());
    session.add("custom_text", new JsonObject());
    session.addProperty("payment_method_collection", "if_required");
    session.add("payment_method_types", card);
    session.add("shipping_options", new JsonArray());
    session.addProperty("submit_type", "pay");
    session.addProperty("ui_mode", "hosted_page");
    session.add(
        "total_details", Json.object("amount_discount", 0, "amount_shipping", 0, "amount_tax", 0));
    return session;
  }

  private static void set(JsonObject object, String name, @Nullable String value) {
    object.addProperty(name, value);
  }
}
