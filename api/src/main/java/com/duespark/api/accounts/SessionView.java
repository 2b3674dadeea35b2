package com.duespark.api.accounts;

import com.duespark.domain.accounts.Device;
import com.duespark.domain.accounts.Origin;
import com.duespark.domain.accounts.Sessions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where I am signed in.
 *
 * @param lastUsedAt to within the quarter of an hour that an access token lives
 * @param browser such as Chrome; null when it is not a known one
 * @param system such as Android; null when it is not a known one
 * @param ipAddress null of sessions from before it was kept
 * @param current whether it is the session that asks
 */
record SessionView(
    UUID id,
    Instant createdAt,
    Instant lastUsedAt,
    @Nullable String browser,
    @Nullable String system,
    @Nullable String ipAddress,
    boolean current) {

  static SessionView of(Sessions.Open session, UUID current) {
    var origin = Optional.ofNullable(session.origin());
    var device = origin.map(Origin::device).orElse(Device.of(null));
    return new SessionView(
        session.id(),
        session.createdAt(),
        session.lastUsedAt(),
        device.browser(),
        device.system(),
        origin.map(Origin::ipAddress).orElse(null),
        session.id().equals(current));
  }
}
