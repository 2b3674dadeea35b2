package com.duespark.api.shared;

import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in person, member of a business or not.
 *
 * @param sessionId null of somebody who came by Clerk, which keeps their session
 * @param signedInAt when Clerk last saw them prove who they are; null where it does not say, and of
 *     a session of ours, whose row says it
 */
public record Identity(
    UUID userId, @Nullable UUID sessionId, boolean emailVerified, @Nullable Instant signedInAt) {

  static final String ATTRIBUTE = Identity.class.getName();

  /** The session that we keep ourselves. */
  public UUID session() {
    requireSession();
    return Objects.requireNonNull(sessionId);
  }

  /** What Clerk does for whoever comes by it is done there (AUT-10). */
  public void requireSession() {
    if (sessionId == null) {
      throw Refused.conflict(
          "SIGNED_IN_BY_CLERK",
          "You came by Clerk: choose or make an organisation there, and sign out there");
    }
  }

  /** Who asks, where strangers may ask too. */
  public static Optional<Identity> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Identity person
        ? Optional.of(person)
        : Optional.empty();
  }
}
