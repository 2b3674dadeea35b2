package com.duespark.domain.notifications;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The notices of the bound tenant. */
@Repository
@Transactional
public class Notifications {

  private final JdbcClient jdbc;

  public Notifications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Tells one member; without a member, everyone who runs the business. */
  public void tell(
      @Nullable UUID userId, String kind, String title, String entityType, UUID entity) {
    var readers = userId == null ? managers() : List.of(userId);
    for (var reader : readers) {
      jdbc.sql(
              """
              insert into notifications (id, tenant_id, user_id, kind, title, entity_type, entity_id)
              values (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(Ids.next(), Tenant.id(), reader, kind, title, entityType, entity)
          .update();
    }
  }

  private List<UUID> managers() {
    return jdbc.sql(
            """
            select user_id from tenant_members
            where tenant_id = current_tenant() and role in ('OWNER', 'ADMIN')
              and status = 'ACTIVE' and deleted_at is null
            order by created_at limit 50
            """)
        .query(UUID.class)
        .list();
  }

  /** Where mails to the business go when it has set no address of its own: its first owner. */
  public Optional<String> ownerEmail() {
    return jdbc.sql(
            """
            select u.email from tenant_members m join users u on u.id = m.user_id
            where m.tenant_id = current_tenant() and m.role = 'OWNER'
              and m.status = 'ACTIVE' and m.deleted_at is null
            order by m.created_at limit 1
            """)
        .query(String.class)
        .optional();
  }
}
