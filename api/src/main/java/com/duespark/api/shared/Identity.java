package com.duespark.api.shared;

import java.util.UUID;

/** A signed-in person, member of a business or not. */
public record Identity(UUID userId, UUID sessionId, boolean emailVerified) {

  static final String ATTRIBUTE = Identity.class.getName();
}
