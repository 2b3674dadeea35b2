package com.duespark.api.webhooks;

import com.duespark.api.shared.AllowPublic;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.shared.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/**
 * What Amazon SES tells of mails, carried by SNS (EP-211): the topic that we know, SNS's signature,
 * store, answer.
 */
@RestController
@Hidden
class SesWebhookController {

  private static final Logger LOG = LoggerFactory.getLogger(SesWebhookController.class);

  private final Inbox inbox;
  private final SnsSignatures signatures;
  private final Received received;
  private final @Nullable String topic;

  SesWebhookController(
      Inbox inbox, SnsSignatures signatures, MailWebhookSettings settings, MeterRegistry meters) {
    this.inbox = inbox;
    this.signatures = signatures;
    this.received = new Received(meters, "ses");
    this.topic = settings.sesTopic();
  }

  @AllowPublic
  @PostMapping("/v1/webhooks/ses")
  ResponseEntity<String> receive(@RequestBody byte[] raw) {
    try {
      var message = SnsMessage.read(new String(raw, StandardCharsets.UTF_8));
      if (!message.required("TopicArn").equals(topic)) {
        return refused("another topic");
      }
      if (!signatures.isGenuine(message)) {
        return refused("bad signature");
      }
      if (message.asksToConfirm()) {
        signatures.confirm(message);
        LOG.info("subscribed to {}", topic);
      } else if (message.isNotification()) {
        store(message);
      }
      return ResponseEntity.ok("stored");
    } catch (IOException e) {
      LOG.warn("webhook of ses waits for Amazon SNS: {}", e.toString());
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("try again");
    } catch (JacksonException | IllegalArgumentException e) {
      return refused(e.getClass().getSimpleName());
    }
  }

  /** SNS also carries notes for people, such as "the topic was set up"; they are no events. */
  private void store(SnsMessage message) {
    var event = message.required("Message");
    try {
      if (!Json.tree(event).isObject()) {
        return;
      }
    } catch (JacksonException aNote) {
      return;
    }
    received.stored(
        inbox.storeWebhook("ses", message.required("MessageId"), null, null, event).isPresent());
  }

  private ResponseEntity<String> refused(String why) {
    LOG.warn("webhook of ses refused: {}", why);
    received.refused();
    return ResponseEntity.badRequest().body("signature not valid");
  }
}
