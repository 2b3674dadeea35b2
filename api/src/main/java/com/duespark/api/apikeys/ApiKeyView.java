package com.duespark.api.apikeys;

import com.duespark.domain.apikeys.ApiKey;
import com.duespark.domain.apikeys.ApiKeyStatus;
import com.duespark.domain.apikeys.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param prefix {@code dsk_live_} or {@code dsk_test_}
 * @param lastFour how it ends
 * @param lastUsedAt to the minute
 */
@Schema(name = "ApiKey")
record ApiKeyView(
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
    @Nullable Instant revokedAt) {

  static ApiKeyView of(ApiKey key) {
    return new ApiKeyView(
        key.id(),
        key.name(),
        key.prefix(),
        key.lastFour(),
        key.scopes(),
        key.status(),
        key.createdBy(),
        key.createdByName(),
        key.createdAt(),
        key.expiresAt(),
        key.lastUsedAt(),
        key.revokedAt());
  }
}
