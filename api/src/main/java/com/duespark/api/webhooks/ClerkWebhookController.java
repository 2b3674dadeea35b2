package com.duespark.api.webhooks;

import com.duespark.api.shared.AllowPublic;
import com.duespark.api.shared.LoginSettings;
import com.duespark.domain.clerk.ClerkEvents;
import com.duespark.domain.inbox.Inbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Clerk tells of people, organisations and memberships (EP-215): verify on the raw bytes,
 * store, answer. An event is the same when its {@code svix-id} is, which the signature covers.
 */
@RestController
@Hidden
class ClerkWebhookController {

  private static final Logger LOG = LoggerFactory.getLogger(ClerkWebhookController.class);
  private static final int LONGEST_ID = 255;

  private final Inbox inbox;
  private final SvixSignatures signatures;
  private final Received received;

  ClerkWebhookController(Inbox inbox, LoginSettings login, MeterRegistry meters) {
    this.inbox = inbox;
    this.received = new Received(meters, "clerk");
    var clerk = login.clerk();
    this.signatures =
        login.isClerk()
            ? new SvixSignatures(clerk.webhookSecret(), clerk.webhookSecretPrevious())
            : new SvixSignatures();
  }

  @AllowPublic
  @PostMapping("/v1/webhooks/clerk")
  ResponseEntity<String> receive(
      @RequestHeader(name = "svix-id", required = false) @Nullable String id,
      @RequestHeader(name = "svix-timestamp", required = false) @Nullable String seconds,
      @RequestHeader(name = "svix-signature", required = false) @Nullable String signed,
      @RequestBody byte[] raw) {
    if (id == null
        || seconds == null
        || signed == null
        || !signatures.isGenuine(id, seconds, signed, raw, Instant.now())) {
      return refused(HttpStatus.UNAUTHORIZED, "signature not valid");
    }
    var body = new String(raw, StandardCharsets.UTF_8);
    if (id.length() > LONGEST_ID || !ClerkEvents.isEvent(body)) {
      return refused(HttpStatus.BAD_REQUEST, "not an event");
    }
    received.stored(inbox.storeWebhook("clerk", id, null, null, body).isPresent());
    return ResponseEntity.ok("stored");
  }

  private ResponseEntity<String> refused(HttpStatus status, String why) {
    LOG.warn("webhook of clerk refused: {}", why);
    received.refused();
    return ResponseEntity.status(status).body(why);
  }
}
