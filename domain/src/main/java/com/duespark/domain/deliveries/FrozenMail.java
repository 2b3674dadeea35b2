package com.duespark.domain.deliveries;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was decided, before any attempt: every attempt sends these bytes. Secrets are not in
 * it: placeholders stand where the attempt puts the payer's links (PTK-01).
 *
 * @param fromName shown before the sender's address
 * @param attachment what to attach, drawn from the frozen document at sending
 * @param attachmentName file name, null without attachment
 */
public record FrozenMail(
    String fromName,
    @Nullable String replyTo,
    String subject,
    String html,
    String text,
    Attachment attachment,
    @Nullable String attachmentName) {

  /** Stands for the payer's link until the mail leaves. */
  public static final String LINK = "{{portal_link}}";

  /** Stands for one of several links. */
  public static String link(UUID portalTokenId) {
    return "{{portal_link:%s}}".formatted(portalTokenId);
  }

  /** Which document goes along. */
  public enum Attachment {
    NONE,
    INVOICE,
    RECEIPT
  }
}
