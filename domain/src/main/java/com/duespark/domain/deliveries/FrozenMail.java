package com.duespark.domain.deliveries;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it was decided, before any attempt: every attempt sends these bytes. Secrets are not in
 * it: the placeholder {@value #LINK} stands where the attempt puts the payer's link (PTK-01).
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

  /** Which document goes along. */
  public enum Attachment {
    NONE,
    INVOICE,
    RECEIPT
  }
}
