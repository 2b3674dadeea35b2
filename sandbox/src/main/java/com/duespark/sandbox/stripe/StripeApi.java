package com.duespark.sandbox.stripe;

import com.duespark.sandbox.http.Faults;
import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stripe's API under {@code /v1}: form in, JSON out. */
public final class StripeApi implements Handler {
  private final StripeDesk desk;
  private final Listing listing;
  private final Set<String> keysInUse = ConcurrentHashMap.newKeySet();

  public StripeApi(StripeDesk desk) {
    this.desk = desk;
    listing = new Listing(desk.book());
  }

  @Override
  public Reply handle(Request request) {
    return handleSlowly(request, 0);
  }

  /** The pause counts as work in progress: meanwhile the idempotency key is in use. */
  @Override
  public Reply handleSlowly(Request request, long millis) {
    String requestId = Ids.next("req_");
    Reply reply;
    try {
      String account = Ids.account(secretKey(request));
      reply =
          switch (request.method()) {
            case "POST" -> post(account, request, millis);
            case "GET" -> Reply.json(200, get(account, request, millis));
            case "DELETE" -> Reply.json(200, delete(account, request, millis));
            default -> throw StripeError.noRoute(request.method(), request.path());
          };
    } catch (StripeError refused) {
      reply = refused.reply();
    } catch (ArithmeticException tooLarge) {
      reply = StripeError.invalid("amount_too_large", null, "The amount is too large.").reply();
    }
    return reply.with("Request-Id", requestId).with("Stripe-Version", Change.API_VERSION);
  }

  private Reply post(String account, Request request, long millis) {
    Params params = Params.of(request.form());
    String key = request.header("idempotency-key");
    if (key == null) {
      Faults.pause(millis);
      return Reply.json(200, write(account, request, params, null));
    }
    if (key.length() > 255) {
      throw StripeError.invalid(
          "idempotency_key", "An idempotency key has 255 characters at most.");
    }
    String inUse = account + " " + key;
    if (!keysInUse.add(inUse)) {
      throw StripeError.keyInUse(key);
    }
    try {
      Faults.pause(millis);
      String fingerprint = request.path() + params.fingerprint();
      Book.Answer kept = desk.book().answer(account, key);
      if (kept == null) {
        StripeDesk.Once once = new StripeDesk.Once(key, fingerprint);
        return Reply.json(200, write(account, request, params, once)).with("Idempotency-Key", key);
      }
      if (!kept.fingerprint().equals(fingerprint)) {
        throw StripeError.keyReused(key);
      }
      return Reply.of(kept.status(), "application/json; charset=utf-8", kept.body())
          .with("Idempotency-Key", key)
          .with("Idempotent-Replayed", "true");
    } finally {
      keysInUse.remove(inUse);
    }
  }

  private JsonObject write(
      String account, Request request, Params params, StripeDesk.@Nullable Once once) {
    List<String> parts = request.parts();
    String id = parts.size() > 3 ? parts.get(3) : "";
    List<String> expand = params.list("expand");
    Function<Change, JsonObject> work =
        switch (pattern(parts)) {
          case "checkout/sessions" ->
              c ->
                  listing.expand(
                      account, Sessions.shown(desk.sessions().create(c, params)), expand);
          case "checkout/sessions/*/expire" ->
              c -> listing.expand(account, Sessions.shown(desk.sessions().expire(c, id)), expand);
          case "refunds" -> c -> Refunds.create(c, params);
          case "webhook_endpoints" -> c -> Endpoints.create(c, params);
          default -> throw StripeError.noRoute("POST", request.path());
        };
    String kind =
        switch (pattern(parts)) {
          case "checkout/sessions" -> "checkout.session.created";
          case "checkout/sessions/*/expire" -> "checkout.session.expired";
          case "refunds" -> "refund.created";
          default -> "webhook_endpoint.created";
        };
    return desk.perform(account, kind, work, once);
  }

  private JsonObject get(String account, Request request, long millis) {
    Faults.pause(millis);
    List<String> parts = request.parts();
    Params params = Params.of(request.query());
    List<String> expand = params.list("expand");
    String last = parts.getLast();
    return switch (pattern(parts)) {
      case "account", "accounts/*" -> accountObject(account);
      case "checkout/sessions" -> listing.page(account, Sessions.KIND, params, request.path());
      case "checkout/sessions/*" -> listing.one(account, Sessions.KIND, last, expand);
      case "payment_intents/*" -> listing.one(account, Payments.INTENT, last, expand);
      case "charges" -> listing.page(account, Payments.CHARGE, params, request.path());
      case "charges/*" -> listing.one(account, Payments.CHARGE, last, expand);
      case "refunds" -> listing.page(account, Refunds.KIND, params, request.path());
      case "refunds/*" -> listing.one(account, Refunds.KIND, last, expand);
      case "disputes" -> listing.page(account, Disputes.KIND, params, request.path());
      case "disputes/*" -> listing.one(account, Disputes.KIND, last, expand);
      case "webhook_endpoints" -> listing.page(account, Endpoints.KIND, params, request.path());
      case "webhook_endpoints/*" -> listing.one(account, Endpoints.KIND, last, expand);
      case "events" -> listing.page(account, "event", params, request.path());
      case "events/*" -> listing.one(account, "event", last, expand);
      default -> throw StripeError.noRoute("GET", request.path());
    };
  }

  private JsonObject delete(String account, Request request, long millis) {
    Faults.pause(millis);
    if (!pattern(request.parts()).equals("webhook_endpoints/*")) {
      throw StripeError.noRoute("DELETE", request.path());
    }
    String id = request.parts().getLast();
    return desk.perform(account, "webhook_endpoint.deleted", c -> Endpoints.delete(c, id), null);
  }

  /** The path below /v1 with a star for an id. */
  private static String pattern(List<String> parts) {
    List<String> below = parts.subList(1, parts.size());
    int idAt = !below.isEmpty() && below.getFirst().equals("checkout") ? 2 : 1;
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < below.size(); i++) {
      pattern.append(i == 0 ? "" : "/").append(i == idAt ? "*" : below.get(i));
    }
    return pattern.toString();
  }

  private static String secretKey(Request request) {
    String header = request.header("authorization");
    if (header == null || !header.startsWith("Bearer ")) {
      throw StripeError.unauthorized("You did not provide an API key.");
    }
    String key = header.substring("Bearer ".length()).strip();
    if (!key.matches("sk_test_\\S+")) {
      throw StripeError.unauthorized("Invalid API Key provided: " + masked(key));
    }
    return key;
  }

  private static String masked(String key) {
    return key.length() < 12
        ? "****"
        : key.substring(0, 8) + "****" + key.substring(key.length() - 4);
  }

  private static JsonObject accountObject(String account) {
    JsonObject object =
        Json.object(
            "id", account,
            "object", "account",
            "charges_enabled", true,
            "country", "US",
            "default_currency", "usd",
            "details_submitted", true,
            "email", "owner@example.com",
            "payouts_enabled", true,
            "type", "standard");
    object.add("business_profile", Json.object("name", "Sandbox Business"));
    object.add("metadata", new JsonObject());
    return object;
  }
}
