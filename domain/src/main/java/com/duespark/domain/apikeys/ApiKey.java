package com.duespark.domain.apikeys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as a list shows it.
 *
 * @param prefix {@code dsk_live_} or {@code dsk_test_}
 * @param lastFour how it ends
 * @param createdByName the name of whoever made it
 * @param expiresAt null means never
 * @param lastUsedAt to the minute; null when it never was
 */
public record ApiKey(
    UUID id,
    String name,
    String prefix,
    String lastFour,
    List<Scope> scopes,
    ApiKeyStatus status,
    UUID createdBy,
    String createdByName,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {}
