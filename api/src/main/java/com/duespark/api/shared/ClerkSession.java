package com.duespark.api.shared;

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
 */
record ClerkSession(String subject, @Nullable String organizationId) {

  static ClerkSession of(Jwt token) {
    return new ClerkSession(Objects.requireNonNull(token.getSubject()), organization(token));
  }

  Optional<String> organization() {
    return Optional.ofNullable(organizationId);
  }

  /** Version 2 has it in {@code o.id}, version 1 in {@code org_id}. */
  private static @Nullable String organization(Jwt token) {
    Object organization = token.getClaim("o");
    return organization instanceof Map<?, ?> fields
        ? fields.get("id") instanceof String id ? id : null
        : token.getClaimAsString("org_id");
  }
}
