package com.duespark.domain.members;

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

  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The standing in the bound tenant; without one bound, of the account alone. */
  @Transactional(readOnly = true)
  public Optional<Standing> find(UUID userId, UUID sessionId) {
    return jdbc.sql(
            """
            select u.status = 'ACTIVE' and s.revoked_at is null as usable,
              u.email_verified_at is not null as verified,
              t.status = 'ACTIVE' as tenant_active, m.id as member_id, m.role, m.status, m.can_send
            from users u
            join sessions s on s.user_id = u.id and s.id = :session
            left join tenants t on t.id = current_tenant()
            left join tenant_members m
              on m.tenant_id = t.id and m.user_id = u.id and m.deleted_at is null
            where u.id = :user
            """)
        .param("user", userId)
        .param("session", sessionId)
        .query(Standings::read)
        .optional();
  }

  private static Standing read(ResultSet row, int index) throws SQLException {
    @Nullable String role = row.getString("role");
    @Nullable String status = row.getString("status");
    return new Standing(
        row.getBoolean("usable"),
        row.getBoolean("verified"),
        row.getObject("tenant_active", Boolean.class),
        row.getObject("member_id", UUID.class),
        role == null ? null : Role.valueOf(role),
        status == null ? null : MemberStatus.valueOf(status),
        row.getBoolean("can_send"));
  }
}
