package com.duespark.api.webhooks;

import com.duespark.api.shared.AllowPublic;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.payments.Connections;
import com.duespark.domain.payments.StripeFacts;
import com.duespark.domain.payments.StripeKeys;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/**
 * Stripe's events for one connection (EP-210): verify on the raw bytes, store, answer. The
 * endpoint's secret belongs to the connection, and so does the tenant (STR-08).
 */
@RestController
@Hidden
class StripeWebhookController {

  private static final Logger LOG = LoggerFactory.getLogger(StripeWebhookController.class);

  /** Stripe's own tolerance on the signature's time. */
  private static final long TOLERANCE_SECONDS = 300;

  private final Connections connections;
  private final Sealed sealed;
  private final Inbox inbox;
  private final Received received;

  StripeWebhookController(
      Connections connections, Sealed sealed, Inbox inbox, MeterRegistry meters) {
    this.connections = connections;
    this.sealed = sealed;
    this.inbox = inbox;
    this.received = new Received(meters, "stripe");
  }

  @AllowPublic
  @PostMapping("/v1/webhooks/stripe/{connectionId}")
  ResponseEntity<String> receive(
      @PathVariable UUID connectionId,
      @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
      @RequestBody byte[] raw) {
    var tenantId = connections.tenantOf(connectionId);
    if (tenantId.isEmpty() || signature == null) {
      return refused(connectionId, "unknown connection or no signature");
    }
    var body = new String(raw, StandardCharsets.UTF_8);
    var secret = Tenant.call(tenantId.get(), () -> secretOf(connectionId));
    try {
      if (secret.isEmpty()
          || !Webhook.Signature.verifyHeader(body, signature, secret.get(), TOLERANCE_SECONDS)) {
        return refused(connectionId, "bad signature");
      }
      var eventId = StripeFacts.eventId(body);
      if (eventId.isEmpty()) {
        return refused(connectionId, "no event id");
      }
      var fresh =
          inbox
              .storeWebhook("stripe", eventId.get(), tenantId.get(), connectionId, body)
              .isPresent();
      received.stored(fresh);
      return ResponseEntity.ok("stored");
    } catch (SignatureVerificationException | NumberFormatException | JacksonException e) {
      // The vendor's class reads the header's time without a check of its own.
      return refused(connectionId, e.getClass().getSimpleName());
    }
  }

  /** Also of a connection that was ended: its last payments still count. */
  private Optional<String> secretOf(UUID connectionId) {
    return connections
        .find(connectionId)
        .flatMap(connection -> Optional.ofNullable(connection.sealedKeys()))
        .map(
            box ->
                Json.read(new String(sealed.open(box), StandardCharsets.UTF_8), StripeKeys.class)
                    .webhookSecret())
        .filter(secret -> !secret.isEmpty());
  }

  private ResponseEntity<String> refused(UUID connectionId, String why) {
    LOG.warn("webhook of connection {} refused: {}", connectionId, why);
    received.refused();
    return ResponseEntity.badRequest().body("signature not valid");
  }
}
