package com.duespark.api.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** A signed-in person, member of a business or not. */
public record Identity(UUID userId, UUID sessionId, boolean emailVerified) {

  static final String ATTRIBUTE = Identity.class.getName();

  /** Who asks, where strangers may ask too. */
  public static Optional<Identity> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Identity person
        ? Optional.of(person)
        : Optional.empty();
  }
}
