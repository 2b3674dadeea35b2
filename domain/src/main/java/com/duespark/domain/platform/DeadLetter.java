package com.duespark.domain.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work that cannot go on without a person (DLQ-01).
 *
 * @param kind WEBHOOK: an event of a provider
 * @param tenantId null when it is not known whose it is
 * @param workflowId the workflow that was at it; null when it came to none
 * @param entityRef what it is about, {@code webhook_event/<id>}
 * @param settledBy the person's name
 * @param settledBecause why it was discarded
 * @param eventId the stored event that it is about; null when there is none, or none any more
 * @param replayable whether that event still says something
 */
public record DeadLetter(
    UUID id,
    String kind,
    @Nullable UUID tenantId,
    @Nullable String workflowId,
    @Nullable String activity,
    @Nullable String entityRef,
    String reason,
    int attempts,
    boolean paymentRelated,
    DeadLetterStatus status,
    Instant createdAt,
    @Nullable Instant settledAt,
    @Nullable String settledBy,
    @Nullable String settledBecause,
    @Nullable UUID eventId,
    @Nullable String provider,
    @Nullable String providerEventId,
    boolean replayable) {

  public boolean isOpen() {
    return status == DeadLetterStatus.OPEN;
  }
}
