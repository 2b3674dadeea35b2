package com.duespark.api.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a session token of Clerk's says: who, and for which organisation. The role in it is not read
 * (AUT-06). Source: clerk.com/docs, "Session tokens", versions 1 and 2.
 *
 * @param organizationId null when none is active
 * @param signedInAt when the person last proved who they are by their first factor; null when the
 *     token does not say
 */
record ClerkSession(String subject, @Nullable String organizationId, @Nullable Instant signedInAt) {

  static ClerkSession of(Jwt token) {
    return new ClerkSession(
        Objects.requireNonNull(token.getSubject()), organization(token), signedInAt(token));
  }

  Optional<String> organization() {
    return Optional.ofNullable(organizationId);
  }

  /**
   * Claim {@code fva}: the minutes between the last proof by each factor and the token's issue,
   * {@code -1} for never.
   */
  private static @Nullable Instant signedInAt(Jwt token) {
    var issuedAt = token.getIssuedAt();
    return issuedAt != null
            && token.getClaim("fva") instanceof List<?> ages
            && !ages.isEmpty()
            && ages.getFirst() instanceof Number minutes
            && minutes.longValue() >= 0
        ? issuedAt.minus(Duration.ofMinutes(minutes.longValue()))
        : null;
  }

  /** Version 2 has it in {@code o.id}, version 1 in {@code org_id}. */
  private static @Nullable String organization(Jwt token) {
    Object organization = token.getClaim("o");
    return organization instanceof Map<?, ?> fields
        ? fields.get("id") instanceof String id ? id : null
        : token.getClaimAsString("org_id");
  }
}
