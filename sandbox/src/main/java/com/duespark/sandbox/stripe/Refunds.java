package com.duespark.sandbox.stripe;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refunds: never more than was charged. */
final class Refunds {
  static final String KIND = "refund";

  private Refunds() {}

  static JsonObject create(Change change, Params params) {
    String chargeId = params.text("charge");
    String intentId = params.text("payment_intent");
    if (chargeId == null && intentId == null) {
      throw StripeError.invalid(
          "parameter_missing",
          null,
          "One of the following params should be provided for this"
              + " request: payment_intent or charge.");
    }
    JsonObject charge =
        chargeId == null ? chargeOf(change, intentId) : change.get(Payments.CHARGE, chargeId);
    return refund(
        change,
        charge,
        params.number("amount"),
        params.text("reason"),
        params.child("metadata").tree());
  }

  /** Refunds the charge behind a payment intent; amount null for all that is left. */
  static JsonObject ofIntent(Change change, String intentId, @Nullable Long amount) {
    return refund(change, chargeOf(change, intentId), amount, null, new JsonObject());
  }

  static JsonObject chargeOf(Change change, @Nullable String intentId) {
    JsonObject intent = change.get(Payments.INTENT, String.valueOf(intentId));
    String chargeId = Json.text(intent, "latest_charge");
    if (chargeId == null || !Json.text(intent, "status", "").equals("succeeded")) {
      throw StripeError.invalid(
          "payment_intent", "This PaymentIntent (" + intentId + ") has no successful charge.");
    }
    return change.get(Payments.CHARGE, chargeId);
  }

  private static JsonObject refund(
      Change change,
      JsonObject charge,
      @Nullable Long asked,
      @Nullable String reason,
      JsonObject metadata) {
    long already = Json.number(charge, "amount_refunded", 0);
    long left = Json.number(charge, "amount_captured", 0) - already;
    long amount = asked == null ? left : asked;
    if (left == 0) {
      throw StripeError.invalid(
          "charge_already_refunded",
          null,
          "Charge " + Json.text(charge, "id") + " has already been refunded.");
    }
    if (amount <= 0) {
      throw StripeError.invalid("parameter_invalid_integer", "amount", "Invalid positive integer");
    }
    if (amount > left) {
      throw StripeError.invalid(
          "amount",
          "Refund amount ("
              + amount
              + ") is greater than unrefunded amount on charge ("
              + left
              + ")");
    }
    charge.addProperty("amount_refunded", already + amount);
    charge.addProperty("refunded", amount == left);
    change.put(charge);
    JsonObject refund =
        Json.object(
            "id", Ids.next("re_"),
            "object", KIND,
            "amount", amount,
            "balance_transaction", Ids.next("txn_"),
            "charge", Json.text(charge, "id"),
            "created", Instant.now().getEpochSecond(),
            "currency", Json.text(charge, "currency"),
            "payment_intent", Json.text(charge, "payment_intent"),
            "reason", reason,
            "receipt_number", null,
            "status", "succeeded");
    refund.add("metadata", metadata);
    change.put(refund);
    change.raise("refund.created", refund);
    change.raise("charge.refunded", charge);
    return refund;
  }
}
