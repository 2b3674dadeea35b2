package com.duespark.domain.audit;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit log of the bound tenant. */
@Component
public class Audit {

  private final JdbcClient jdbc;

  Audit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes one entry in the running transaction.
   *
   * @param action verb phrase, for example {@code contact.updated}
   * @param entityType singular noun, for example {@code contact}
   * @param before the object as JSON before the change; null when it was created
   * @param after null when it was deleted
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      Trail trail,
      String action,
      String entityType,
      @Nullable UUID entityId,
      @Nullable Object before,
      @Nullable Object after) {
    jdbc.sql(
            """
            insert into audit_log
              (id, tenant_id, actor, action, entity_type, entity_id, before, after,
               ip_address, request_id, workflow_id)
            values
              (:id, :tenant, :actor, :action, :type, :entity, :before::jsonb, :after::jsonb,
               :ip, :request, :workflow)
            """)
        .param("id", Ids.next())
        .param("tenant", Tenant.id())
        .param("actor", trail.actor())
        .param("action", action)
        .param("type", entityType)
        .param("entity", entityId)
        .param("before", before == null ? null : Json.write(before))
        .param("after", after == null ? null : Json.write(after))
        .param("ip", trail.ipAddress())
        .param("request", trail.requestId())
        .param("workflow", trail.workflowId())
        .update();
  }
}
