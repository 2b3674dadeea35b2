package com.duespark.worker.system;

import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Stripe's news that a card page was paid, for the moment that a measurement chooses.
 *
 * @param path where the connection takes its events
 * @param secret what they are signed with
 */
record CardEvent(Business business, String path, String secret) {

  static CardEvent of(Business business, Sandbox sandbox) {
    String path = business.list("/v1/integrations").getFirst().path("webhook_path").asString();
    return new CardEvent(business, path, sandbox.webhookSecret(path));
  }

  /** The raw body: the whole of {@link Business#draft()} was paid on this page. */
  String paid(String page) {
    return Http.JSON.writeValueAsString(
        Map.of(
            "id",
            "evt_" + UUID.randomUUID(),
            "object",
            "event",
            "type",
            "checkout.session.completed",
            "data",
            Map.of(
                "object",
                Map.of(
                    "id",
                    page,
                    "object",
                    "checkout.session",
                    "payment_status",
                    "paid",
                    "payment_intent",
                    "pi_" + UUID.randomUUID(),
                    "amount_total",
                    23_200,
                    "currency",
                    "kes"))));
  }

  /** Hands it in at the door, signed just now. */
  void deliver(String site, String body) {
    long seconds = Instant.now().getEpochSecond();
    try {
      String sum = Webhook.Util.computeHmacSha256(secret, seconds + "." + body);
      String signature = "t=%d,v1=%s".formatted(seconds, sum);
      Http.call("POST", site + path, body, Map.of("Stripe-Signature", signature)).require(200);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }

  /** Leaves it in the table as it stands there when telling the workflow has failed once. */
  void leaveUndispatched(Database database, String body) {
    String connection = path.substring(path.lastIndexOf('/') + 1);
    String tenant = business.get("/v1/health").data().path("tenant_id").asString();
    String id = UUID.randomUUID().toString();
    database.askAsProgram(
        """
        select webhook_store(?::uuid, 'stripe', ?, ?::uuid, ?::uuid, ?::jsonb),
          webhook_release(?::uuid, 'Temporal is away', interval '1 second')
        """,
        id,
        Http.JSON.readTree(body).path("id").asString(),
        tenant,
        connection,
        body,
        id);
  }
}
