package com.duespark.domain.platform;

import com.duespark.domain.accounts.PlatformRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what somebody is for the platform, at each of their requests (SEC-07). */
@Component
public class StaffStandings {

  /** How old a login may be. */
  public static final Duration FRESH = Duration.ofHours(12);

  /**
   * What the database says.
   *
   * @param role NONE while the address is not confirmed
   * @param fresh the person proved who they are within {@link #FRESH}
   */
  public record StaffStanding(PlatformRole role, boolean fresh) {}

  private final JdbcClient jdbc;

  StaffStandings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Renewing a session does not make its login younger.
   *
   * @param sessionId one of ours, which knows when it began; null of somebody who came by Clerk
   * @param signedInAt when Clerk saw them prove it; null when it does not say, which is not fresh
   */
  @Transactional(readOnly = true)
  public Optional<StaffStanding> find(
      UUID userId, @Nullable UUID sessionId, @Nullable Instant signedInAt) {
    return jdbc.sql(
            """
            select
              case when u.email_verified_at is null then 'NONE' else u.platform_role end as role,
              coalesce(coalesce(s.created_at, :signed_in::timestamptz)
                > now() - make_interval(secs => :fresh), false) as fresh
            from users u
            left join sessions s on s.id = :session::uuid and s.user_id = u.id
            where u.id = :user and u.status = 'ACTIVE'
            """)
        .param("signed_in", signedInAt == null ? null : signedInAt.atOffset(ZoneOffset.UTC))
        .param("fresh", FRESH.toSeconds())
        .param("session", sessionId)
        .param("user", userId)
        .query(StaffStanding.class)
        .optional();
  }
}
