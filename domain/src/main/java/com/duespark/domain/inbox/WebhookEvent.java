package com.duespark.domain.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored fact from a provider.
 *
 * @param payload the body as it came, JSON
 * @param attempts how often it was claimed
 */
public record WebhookEvent(
    UUID id,
    String provider,
    String providerEventId,
    @Nullable UUID tenantId,
    @Nullable UUID connectionId,
    String payload,
    int attempts,
    Instant receivedAt) {}
