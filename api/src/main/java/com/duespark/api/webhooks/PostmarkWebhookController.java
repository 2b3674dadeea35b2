package com.duespark.api.webhooks;

import com.duespark.api.shared.AllowPublic;
import com.duespark.domain.deliveries.PostmarkReports;
import com.duespark.domain.inbox.Inbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Postmark tells of mails (EP-211): check who it is, store, answer. Postmark signs nothing; it
 * shows the name and password that its webhook was given. A stranger gets 401, because 403 would
 * end Postmark's own retries.
 */
@RestController
@Hidden
class PostmarkWebhookController {

  private static final Logger LOG = LoggerFactory.getLogger(PostmarkWebhookController.class);

  private final Inbox inbox;
  private final Received received;
  private final byte @Nullable [] expected;

  PostmarkWebhookController(Inbox inbox, MailWebhookSettings settings, MeterRegistry meters) {
    this.inbox = inbox;
    this.received = new Received(meters, "postmark");
    this.expected = expected(settings);
  }

  private static byte @Nullable [] expected(MailWebhookSettings settings) {
    if (settings.postmarkPassword() == null) {
      return null;
    }
    var pair = settings.postmarkUser() + ":" + settings.postmarkPassword();
    var coded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return ("Basic " + coded).getBytes(StandardCharsets.UTF_8);
  }

  @AllowPublic
  @PostMapping("/v1/webhooks/postmark")
  ResponseEntity<String> receive(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String shown,
      @RequestBody byte[] raw) {
    if (expected == null
        || shown == null
        || !MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8))) {
      LOG.warn("webhook of postmark refused: not the name and password that were agreed");
      received.refused();
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("not authenticated");
    }
    var body = new String(raw, StandardCharsets.UTF_8);
    var eventId = PostmarkReports.eventId(body);
    if (eventId.isEmpty()) {
      LOG.warn("webhook of postmark refused: no event");
      received.refused();
      return ResponseEntity.badRequest().body("not an event");
    }
    received.stored(inbox.storeWebhook("postmark", eventId.get(), null, null, body).isPresent());
    return ResponseEntity.ok("stored");
  }
}
