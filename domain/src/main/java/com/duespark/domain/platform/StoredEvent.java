package com.duespark.domain.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of a provider as staff see it: all but what the provider told.
 *
 * @param tenantId null while it is not known whose it is
 * @param attempts how often it was taken since it came, or since it was taken again
 * @param error why it failed, was passed over or waits
 * @param readable whether its payload is still there
 */
public record StoredEvent(
    UUID id,
    String provider,
    String providerEventId,
    @Nullable UUID tenantId,
    EventStatus status,
    int attempts,
    @Nullable String error,
    Instant receivedAt,
    @Nullable Instant processedAt,
    boolean readable) {}
