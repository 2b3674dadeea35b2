package com.duespark.activities.sending;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail, ready to leave.
 *
 * @param deliveryId the ledger's row; providers echo it, so a lost answer can be found again
 * @param fromName shown before the deployment's sender address
 * @param metadata ids for the provider to keep, plain ASCII
 */
public record Email(
    UUID deliveryId,
    String fromName,
    @Nullable String replyTo,
    String to,
    String subject,
    String html,
    String text,
    List<Attachment> attachments,
    Map<String, String> metadata) {

  /** A file that goes along. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Attachment(String name, String contentType, byte[] bytes) {}
}
