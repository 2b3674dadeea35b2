package com.duespark.domain.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry with every column of its row.
 *
 * @param before JSON as the database prints it
 * @param salts JSON: the salt of each personal value, in hex, by its way
 */
record StoredEntry(
    UUID id,
    UUID tenantId,
    String actor,
    String action,
    String entityType,
    @Nullable UUID entityId,
    @Nullable String before,
    @Nullable String after,
    @Nullable String ipAddress,
    @Nullable String requestId,
    @Nullable String workflowId,
    Instant createdAt,
    @Nullable String salts) {

  /** What {@link #read} needs, of {@code audit_log e}. */
  static final String COLUMNS =
      """
      e.id, e.tenant_id, e.actor, e.action, e.entity_type, e.entity_id, e.before, e.after,
      e.ip_address, e.request_id, e.workflow_id, e.created_at, e.salts
      """;

  static StoredEntry read(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getObject("id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getString("actor"),
        row.getString("action"),
        row.getString("entity_type"),
        row.getObject("entity_id", UUID.class),
        row.getString("before"),
        row.getString("after"),
        row.getString("ip_address"),
        row.getString("request_id"),
        row.getString("workflow_id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("salts"));
  }
}
