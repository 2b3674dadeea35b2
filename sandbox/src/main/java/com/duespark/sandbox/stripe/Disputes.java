package com.duespark.sandbox.stripe;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Disputes: the payer's bank takes the money back, then the case is won or lost. */
final class Disputes {
  static final String KIND = "dispute";
  private static final Set<String> ENDS = Set.of("won", "lost", "warning_closed", "prevented");

  private Disputes() {}

  static JsonObject open(Change change, String intentId) {
    JsonObject charge = Refunds.chargeOf(change, intentId);
    charge.addProperty("disputed", true);
    change.put(charge);
    Instant now = Instant.now();
    JsonObject dispute =
        Json.object(
            "id",
            Ids.next("dp_"),
            "object",
            KIND,
            "amount",
            Json.number(charge, "amount", 0),
            "charge",
            Json.text(charge, "id"),
            "created",
            now.getEpochSecond(),
            "currency",
            Json.text(charge, "currency"),
            "is_charge_refundable",
            false,
            "livemode",
            false,
            "payment_intent",
            intentId,
            "reason",
            "general",
            "status",
            "needs_response");
    dispute.add("metadata", new JsonObject());
    dispute.add("balance_transactions", new JsonArray());
    dispute.add("evidence", new JsonObject());
    dispute.add(
        "evidence_details",
        Json.object(
            "due_by",
            now.plus(Duration.ofDays(7)).getEpochSecond(),
            "has_evidence",
            false,
            "past_due",
            false,
            "submission_count",
            0));
    change.put(dispute);
    change.raise("charge.dispute.created", dispute);
    return dispute;
  }

  static JsonObject close(Change change, String intentId, String status) {
    if (!ENDS.contains(status)) {
      throw StripeError.invalid("status", "A dispute closes with one of " + ENDS + ".");
    }
    JsonObject dispute =
        change.list(KIND).stream()
            .filter(d -> Json.text(d, "payment_intent", "").equals(intentId))
            .filter(d -> !ENDS.contains(Json.text(d, "status", "")))
            .findFirst()
            .orElseThrow(() -> StripeError.noSuch("open dispute for", intentId));
    dispute.addProperty("status", status);
    change.put(dispute);
    change.raise("charge.dispute.closed", dispute);
    return dispute;
  }
}
