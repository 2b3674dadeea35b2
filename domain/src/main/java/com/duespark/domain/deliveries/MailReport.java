package com.duespark.domain.deliveries;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells of a mail that it took (DLV-02).
 *
 * @param tenantId as we sent it along; null for mails that belong to no business
 * @param deliveryId our own id, echoed
 * @param messageId the provider's name for the mail
 * @param recipient bare address, lower case
 * @param at when it happened, by the provider's clock
 * @param words why it did not arrive, for people (DLV-07)
 */
public record MailReport(
    Kind kind,
    @Nullable UUID tenantId,
    UUID deliveryId,
    @Nullable String messageId,
    String recipient,
    Instant at,
    @Nullable String words) {

  /** What happened. */
  public enum Kind {
    ACCEPTED,
    DELIVERED,
    OPENED,
    CLICKED,
    /** Not now; the next mail may arrive. */
    SOFT_BOUNCED,
    /** This mail was turned away; the address exists. */
    BLOCKED,
    /** The address takes no mail. */
    BOUNCED,
    COMPLAINED,
    UNSUBSCRIBED,
    /** The provider took it and then would not send it. */
    REJECTED;

    /** Ends mails to this address at once (DLV-08). */
    public boolean suppresses() {
      return this == BOUNCED || this == COMPLAINED || this == UNSUBSCRIBED;
    }
  }
}
