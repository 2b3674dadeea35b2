package com.duespark.sandbox.stripe;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;

/** Payment intents and charges: what happens when a payer presses the button. */
final class Payments {
  static final String INTENT = "payment_intent";
  static final String CHARGE = "charge";

  private final String publicUrl;

  Payments(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** The payer pays at once. */
  JsonObject pay(Change change, String sessionId) {
    JsonObject session = openSession(change, sessionId);
    JsonObject intent = newIntent(change, session);
    complete(session, intent);
    settle(change, intent);
    session.addProperty("payment_status", "paid");
    change.put(session);
    change.raise("checkout.session.completed", Sessions.shown(session));
    return session;
  }

  /** The payer chose a slow method: complete, but not yet paid. */
  JsonObject payLater(Change change, String sessionId) {
    JsonObject session = openSession(change, sessionId);
    JsonObject intent = newIntent(change, session);
    intent.addProperty("status", "processing");
    change.put(intent);
    complete(session, intent);
    change.put(session);
    change.raise("payment_intent.processing", intent);
    change.raise("checkout.session.completed", Sessions.shown(session));
    return session;
  }

  /** The slow payment arrives or fails. */
  JsonObject settleLater(Change change, String sessionId, boolean succeeded) {
    JsonObject session = change.get(Sessions.KIND, sessionId);
    String status = Json.text(session, "status", "");
    if (!status.equals("complete") || !Json.text(session, "payment_status", "").equals("unpaid")) {
      throw StripeError.invalid(
          null, "Only a complete, unpaid session can be settled; this one is " + status + ".");
    }
    JsonObject intent = change.get(INTENT, Json.text(session, INTENT, ""));
    if (succeeded) {
      settle(change, intent);
      session.addProperty("payment_status", "paid");
    } else {
      refuse(change, intent, "payment_failed", "The payment failed after it was submitted.");
    }
    change.put(session);
    change.raise(
        "checkout.session.async_payment_" + (succeeded ? "succeeded" : "failed"),
        Sessions.shown(session));
    return session;
  }

  /** The card is refused; the session stays open. */
  JsonObject decline(Change change, String sessionId, String declineCode, String message) {
    JsonObject session = openSession(change, sessionId);
    refuse(change, newIntent(change, session), declineCode, message);
    return session;
  }

  private static JsonObject openSession(Change change, String sessionId) {
    JsonObject session = change.get(Sessions.KIND, sessionId);
    if (!Sessions.isOpen(session)) {
      throw StripeError.invalid(
          null, "This Checkout Session is " + Json.text(session, "status") + ", not open.");
    }
    return session;
  }

  private static JsonObject newIntent(Change change, JsonObject session) {
    JsonObject more = Json.child(session, "sandbox_intent");
    String id = Ids.next("pi_");
    JsonObject intent =
        Json.object(
            "id",
            id,
            "object",
            INTENT,
            "amount",
            Json.number(session, "amount_total", 0),
            "amount_capturable",
            0,
            "amount_received",
            0,
            "capture_method",
            "automatic_async",
            "client_secret",
            id + "_secret_sandbox",
            "confirmation_method",
            "automatic",
            "created",
            Instant.now().getEpochSecond(),
            "currency",
            Json.text(session, "currency"),
            "customer",
            null,
            "description",
            Json.text(more, "description"),
            "last_payment_error",
            null,
            "latest_charge",
            null,
            "livemode",
            false,
            "payment_method",
            Ids.next("pm_"),
            "receipt_email",
            Json.text(session, "customer_email"),
            "status",
            "requires_payment_method");
    intent.add("metadata", Json.child(more, "metadata"));
    intent.add("payment_method_types", oneText("card"));
    return change.put(intent);
  }

  private static void complete(JsonObject session, JsonObject intent) {
    session.addProperty("status", "complete");
    session.add("url", JsonNull.INSTANCE);
    session.addProperty(INTENT, Json.text(intent, "id"));
    session.add(
        "customer_details",
        Json.object(
            "email",
            Json.text(session, "customer_email", "payer@example.com"),
            "name",
            "Sandbox Payer",
            "tax_exempt",
            "none"));
  }

  private void settle(Change change, JsonObject intent) {
    JsonObject charge = newCharge(change, intent, true);
    intent.addProperty("status", "succeeded");
    intent.addProperty("amount_received", Json.number(intent, "amount", 0));
    intent.add("last_payment_error", JsonNull.INSTANCE);
    change.put(intent);
    change.raise("payment_intent.succeeded", intent);
    change.raise("charge.succeeded", charge);
  }

  private void refuse(Change change, JsonObject intent, String declineCode, String message) {
    JsonObject charge = newCharge(change, intent, false);
    charge.addProperty("failure_code", "card_declined");
    charge.addProperty("failure_message", message);
    intent.addProperty("status", "requires_payment_method");
    intent.add(
        "last_payment_error",
        Json.object(
            "type",
            "card_error",
            "code",
            "card_declined",
            "decline_code",
            declineCode,
            "charge",
            Json.text(charge, "id"),
            "message",
            message));
    change.put(intent);
    change.raise("charge.failed", charge);
    change.raise("payment_intent.payment_failed", intent);
  }

  private JsonObject newCharge(Change change, JsonObject intent, boolean paid) {
    String id = Ids.next("ch_");
    long amount = Json.number(intent, "amount", 0);
    JsonObject charge =
        Json.object(
            "id",
            id,
            "object",
            CHARGE,
            "amount",
            amount,
            "amount_captured",
            paid ? amount : 0,
            "amount_refunded",
            0,
            "balance_transaction",
            paid ? Ids.next("txn_") : null,
            "captured",
            paid,
            "created",
            Instant.now().getEpochSecond(),
            "currency",
            Json.text(intent, "currency"),
            "customer",
            null,
            "description",
            Json.text(intent, "description"),
            "disputed",
            false,
            "failure_code",
            null,
            "failure_message",
            null,
            "livemode",
            false,
            "paid",
            paid,
            "payment_intent",
            Json.text(intent, "id"),
            "payment_method",
            Json.text(intent, "payment_method"),
            "receipt_email",
            Json.text(intent, "receipt_email"),
            "receipt_url",
            paid ? publicUrl + "/receipts/" + id : null,
            "refunded",
            false,
            "status",
            paid ? "succeeded" : "failed");
    charge.add("billing_details", Json.object("email", null, "name", "Sandbox Payer"));
    charge.add("metadata", Json.child(intent, "metadata").deepCopy());
    charge.add(
        "payment_method_details",
        Json.object("type", "card", "card", Json.object("brand", "visa", "last4", "4242")));
    intent.addProperty("latest_charge", id);
    return change.put(charge);
  }

  private static JsonArray oneText(String text) {
    JsonArray array = new JsonArray();
    array.add(text);
    return array;
  }
}
