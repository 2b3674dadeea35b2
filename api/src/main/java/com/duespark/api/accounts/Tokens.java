package com.duespark.api.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client signs in with.
 *
 * @param expiresIn seconds until the access token ends
 * @param refreshToken works once, within 30 days
 * @param tenantId the active business; null for a person without one
 */
record Tokens(
    String accessToken,
    String refreshToken,
    String tokenType,
    long expiresIn,
    @Nullable UUID tenantId) {}
