package com.duespark.domain.audit;

import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The audit log of the bound tenant. */
@Component
public class Audit {

  /** Marks what is confidential, so that it is compared whole and kept masked. */
  private static final JsonMapper MARKING =
      Json.with(new SimpleModule().addSerializer(Confidential.class, new Masked.Marking()));

  private final JdbcClient jdbc;

  Audit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes one entry in the running transaction. Of an object that is given before and after, the
   * fields that differ are kept. Personal values get a salt each, so that the chain holds hashes of
   * them (AUD-04). Of confidential values it keeps the end (PRV-02).
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
    var kept = Difference.of(tree(before), tree(after));
    var was = text(kept.before());
    var is = text(kept.after());
    var salts = Personal.salts(was, is, trail.ipAddress());
    jdbc.sql(
            """
            insert into audit_log
              (id, tenant_id, actor, action, entity_type, entity_id, before, after,
               ip_address, request_id, workflow_id, salts)
            values
              (:id, :tenant, :actor, :action, :type, :entity, :before::jsonb, :after::jsonb,
               :ip, :request, :workflow, :salts::jsonb)
            """)
        .param("id", Ids.next())
        .param("tenant", Tenant.id())
        .param("actor", trail.actor())
        .param("action", action)
        .param("type", entityType)
        .param("entity", entityId)
        .param("before", was)
        .param("after", is)
        .param("ip", trail.ipAddress())
        .param("request", trail.requestId())
        .param("workflow", trail.workflowId())
        .param("salts", salts.isEmpty() ? null : Json.write(salts))
        .update();
  }

  /** As it is compared: confidential texts are marked. */
  static @Nullable JsonNode tree(@Nullable Object value) {
    return value == null ? null : Json.tree(MARKING.writeValueAsString(value));
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null ? null : Json.write(value);
  }
}
