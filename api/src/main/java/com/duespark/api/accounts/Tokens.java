package com.duespark.api.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client signs in with.
 *
 * @param expiresIn seconds until the access token ends
 * @param refreshToken works once, within 30 days; null when a cookie carries it
 * @param tenantId the active business; null for a person without one
 */
record Tokens(
    String accessToken,
    @Nullable String refreshToken,
    String tokenType,
    long expiresIn,
    @Nullable UUID tenantId) {

  Tokens withoutRefreshToken() {
    return new Tokens(accessToken, null, tokenType, expiresIn, tenantId);
  }
}
