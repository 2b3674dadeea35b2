package com.duespark.api.audit;

import com.duespark.domain.audit.AuditEntry;
import com.duespark.domain.audit.Words;
import com.duespark.domain.shared.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry as a line of JSON, with all that the row holds. */
record AuditLine(
    UUID id,
    Instant at,
    String actor,
    @Nullable String actorName,
    String action,
    String sentence,
    String entityType,
    @Nullable UUID entityId,
    @Nullable String entityName,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    @Nullable String ipAddress,
    @Nullable String requestId,
    @Nullable String workflowId,
    @Nullable Long place,
    @Nullable Long block,
    @Nullable Instant sealedAt) {

  static AuditLine of(AuditEntry entry) {
    var seal = entry.seal();
    return new AuditLine(
        entry.id(),
        entry.createdAt(),
        entry.actor(),
        entry.actorName(),
        entry.action(),
        Words.of(entry),
        entry.entityType(),
        entry.entityId(),
        entry.entityName(),
        tree(entry.before()),
        tree(entry.after()),
        entry.ipAddress(),
        entry.requestId(),
        entry.workflowId(),
        seal == null ? null : seal.place(),
        seal == null ? null : seal.block(),
        seal == null ? null : seal.sealedAt());
  }

  private static @Nullable JsonNode tree(@Nullable String text) {
    return text == null ? null : Json.tree(text);
  }
}
