package com.duespark.domain.accounts;

import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.Ids;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signed-in sessions and their refresh tokens (AUT-01). Callers own the transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Sessions {

  /** How long a refresh token can be used. */
  public static final Duration REFRESHABLE = Duration.ofDays(30);

  /**
   * How long a used refresh token is taken once more: the answer that carried its successor may
   * have been lost on its way.
   */
  public static final Duration REPEATABLE = Duration.ofSeconds(30);

  /** Neither ended nor past its last refresh token. */
  private static final String ALIVE =
      "revoked_at is null and last_used_at > now() - interval '%d seconds'"
          .formatted(REFRESHABLE.toSeconds());

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;

  Sessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A session.
   *
   * @param tenantId the active business; null while there is none
   */
  public record Session(UUID id, UUID userId, @Nullable UUID tenantId) {}

  /** A session that has not ended, as its person sees it. */
  public record Open(UUID id, Instant createdAt, Instant lastUsedAt, @Nullable Origin origin) {}

  /** A refresh token as the database knows it. */
  private record Known(
      UUID id, UUID userId, @Nullable UUID tenantId, boolean used, boolean reused, boolean dead) {}

  public Session open(UUID userId, @Nullable UUID tenantId) {
    var session = new Session(Ids.next(), userId, tenantId);
    jdbc.sql("insert into sessions (id, user_id, tenant_id) values (:id, :user, :tenant)")
        .param("id", session.id())
        .param("user", userId)
        .param("tenant", tenantId)
        .update();
    return session;
  }

  /**
   * Makes the session's next refresh token; only its hash is kept.
   *
   * @param origin kept with the session as where it was used last
   */
  public String issueRefreshToken(UUID sessionId, Origin origin) {
    jdbc.sql(
            """
            update sessions set last_used_at = now(), ip_address = :ip, user_agent = :agent
            where id = :id
            """)
        .param("ip", origin.ipAddress())
        .param("agent", origin.userAgent())
        .param("id", sessionId)
        .update();
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            insert into refresh_tokens (token_hash, session_id, expires_at)
            values (?, ?, now() + make_interval(secs => ?))
            """)
        .params(SecretTokens.hash(token), sessionId, REFRESHABLE.toSeconds())
        .update();
    return token;
  }

  /**
   * Uses up a refresh token. One that was used longer ago than {@link #REPEATABLE} is stolen or
   * leaked: its session ends.
   *
   * @return empty when it opens nothing
   */
  public Optional<Session> redeem(String token) {
    var found = find(token);
    if (found.isEmpty() || found.get().dead()) {
      return Optional.empty();
    }
    var known = found.get();
    if (known.reused()) {
      revoke(known.id());
      return Optional.empty();
    }
    if (!known.used()) {
      // only the first use counts, so that repeating does not prolong the window
      jdbc.sql("update refresh_tokens set rotated_at = now() where token_hash = ?")
          .param(SecretTokens.hash(token))
          .update();
    }
    return Optional.of(new Session(known.id(), known.userId(), known.tenantId()));
  }

  /** Ends the session of a refresh token, whatever its state. */
  public void revokeBy(String token) {
    find(token).ifPresent(known -> revoke(known.id()));
  }

  public void revoke(UUID sessionId) {
    jdbc.sql("update sessions set revoked_at = now() where id = ? and revoked_at is null")
        .param(sessionId)
        .update();
  }

  /** False when the person has no such session, or it has ended. */
  public boolean revoke(UUID sessionId, UUID userId) {
    return jdbc.sql(
                """
                update sessions set revoked_at = now()
                where id = ? and user_id = ? and revoked_at is null
                """)
            .params(sessionId, userId)
            .update()
        == 1;
  }

  /**
   * Ends all sessions of a person but one.
   *
   * @return how many that were
   */
  public int revokeOthers(UUID userId, UUID kept) {
    return jdbc.sql(
            "update sessions set revoked_at = now() where user_id = :user and id <> :kept and "
                + ALIVE)
        .param("user", userId)
        .param("kept", kept)
        .update();
  }

  public void revokeAll(UUID userId) {
    jdbc.sql("update sessions set revoked_at = now() where user_id = ? and revoked_at is null")
        .param(userId)
        .update();
  }

  /** Ends the sessions in which a person works for that business. */
  public void revokeIn(UUID tenantId, UUID userId) {
    jdbc.sql(
            """
            update sessions set revoked_at = now()
            where user_id = ? and tenant_id = ? and revoked_at is null
            """)
        .params(userId, tenantId)
        .update();
  }

  public void switchTo(UUID sessionId, UUID tenantId) {
    jdbc.sql("update sessions set tenant_id = ? where id = ?").params(tenantId, sessionId).update();
  }

  /**
   * One page of the sessions of a person that have not ended, newest first.
   *
   * @param before the last id of the previous page
   */
  @Transactional(readOnly = true)
  public List<Open> page(UUID userId, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select id, created_at, last_used_at, ip_address, user_agent from sessions
            where user_id = :user and (:before::uuid is null or id < :before::uuid) and %s
            order by id desc limit :limit
            """
                .formatted(ALIVE))
        .param("user", userId)
        .param("before", before)
        .param("limit", limit)
        .query(Sessions::open)
        .list();
  }

  @Transactional(readOnly = true)
  public long count(UUID userId) {
    return jdbc.sql("select count(*) from sessions where user_id = :user and " + ALIVE)
        .param("user", userId)
        .query(Long.class)
        .single();
  }

  private static Open open(ResultSet row, int index) throws SQLException {
    @Nullable String ipAddress = row.getString("ip_address");
    return new Open(
        row.getObject("id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
        ipAddress == null ? null : new Origin(ipAddress, row.getString("user_agent")));
  }

  private Optional<Known> find(String token) {
    return jdbc.sql(
            """
            select s.id, s.user_id, s.tenant_id, r.rotated_at is not null as used,
              coalesce(r.rotated_at <= now() - make_interval(secs => ?), false) as reused,
              (r.expires_at <= now() or s.revoked_at is not null or u.status <> 'ACTIVE') as dead
            from refresh_tokens r
            join sessions s on s.id = r.session_id
            join users u on u.id = s.user_id
            where r.token_hash = ?
            for update of r
            """)
        .params(REPEATABLE.toSeconds(), SecretTokens.hash(token))
        .query(Known.class)
        .optional();
  }
}
