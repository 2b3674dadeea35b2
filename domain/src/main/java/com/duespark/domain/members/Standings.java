package com.duespark.domain.members;

import com.duespark.domain.tenants.TenantStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a person's standing once per request (AUT-06, AUT-10). */
@Component
public class Standings {

  private static final int NOTED_EVERY_SECONDS = 900;

  private static final String PLACE =
      """
        u.email_verified_at is not null as verified,
        t.status as tenant_status, m.id as member_id, m.role, m.status, m.can_send
      from users u
      left join tenants t on t.id = current_tenant()
      left join tenant_members m
        on m.tenant_id = t.id and m.user_id = u.id and m.deleted_at is null
      """;

  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The standing in the bound tenant; without one bound, of the account alone. */
  @Transactional(readOnly = true)
  public Optional<Standing> find(UUID userId, UUID sessionId) {
    return jdbc.sql(
            """
            select u.id as user_id, u.status = 'ACTIVE' and s.revoked_at is null as usable,
            """
                + PLACE
                + """
                join sessions s on s.user_id = u.id and s.id = :session
                where u.id = :user
                """)
        .param("user", userId)
        .param("session", sessionId)
        .query(Standings::read)
        .optional();
  }

  /**
   * The same of whoever Clerk knows by this subject (AUT-07). A session of Clerk's says nothing
   * when it begins, so that they came in is noted here, once in a while.
   */
  @Transactional
  public Optional<Standing> ofClerk(String subject) {
    var found =
        jdbc.sql(
                "select u.id as user_id, u.status = 'ACTIVE' as usable,"
                    + PLACE
                    + """
                    join user_identities i
                      on i.provider = 'CLERK' and i.subject = :subject and i.user_id = u.id
                    """)
            .param("subject", subject)
            .query(Standings::read)
            .optional();
    found
        .filter(standing -> standing.status() == MemberStatus.ACTIVE)
        .ifPresent(standing -> noteSeen(standing.memberId()));
    return found;
  }

  private void noteSeen(@Nullable UUID memberId) {
    jdbc.sql(
            """
            update tenant_members set last_seen_at = now()
            where tenant_id = current_tenant() and id = :id
              and (last_seen_at is null or last_seen_at < now() - make_interval(secs => :every))
            """)
        .param("id", memberId)
        .param("every", NOTED_EVERY_SECONDS)
        .update();
  }

  private static Standing read(ResultSet row, int index) throws SQLException {
    @Nullable String role = row.getString("role");
    @Nullable String status = row.getString("status");
    @Nullable String tenant = row.getString("tenant_status");
    return new Standing(
        row.getObject("user_id", UUID.class),
        row.getBoolean("usable"),
        row.getBoolean("verified"),
        tenant == null ? null : TenantStatus.valueOf(tenant),
        row.getObject("member_id", UUID.class),
        role == null ? null : Role.valueOf(role),
        status == null ? null : MemberStatus.valueOf(status),
        row.getBoolean("can_send"));
  }
}
