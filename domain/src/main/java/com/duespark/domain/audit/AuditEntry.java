package com.duespark.domain.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry with the names that a reader wants beside its ids.
 *
 * @param actorName of a person; null for what is no person
 * @param before what it was, as JSON, or only what differs; null when it was made
 * @param after null when it was deleted
 * @param entityName an invoice's number, a customer's or a rate's name; null when it has none
 * @param seal null while it waits for one
 */
public record AuditEntry(
    UUID id,
    Instant createdAt,
    String actor,
    @Nullable String actorName,
    String action,
    String entityType,
    @Nullable UUID entityId,
    @Nullable String entityName,
    @Nullable String before,
    @Nullable String after,
    @Nullable String ipAddress,
    @Nullable String requestId,
    @Nullable String workflowId,
    @Nullable Seal seal) {

  /** Its place in the chain. */
  public record Seal(long place, long block, Instant sealedAt) {}
}
