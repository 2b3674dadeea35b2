package com.duespark.domain.audit;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a change comes from.
 *
 * @param actor a user id, or {@code api_key:<id>}, {@code system}, {@code portal}, {@code bot},
 *     {@code provider:<name>}; {@code terminal} in the platform's log
 * @param requestId the request that asked for it
 * @param workflowId the workflow that did it
 */
public record Trail(
    String actor,
    @Nullable String ipAddress,
    @Nullable String requestId,
    @Nullable String workflowId) {

  private static final String API_KEY = "api_key:";

  public static Trail system(@Nullable String workflowId) {
    return new Trail("system", null, null, workflowId);
  }

  public static Trail user(UUID userId) {
    return new Trail(userId.toString(), null, null, null);
  }

  /** An actor as it was stored with a command. */
  public static Trail of(String actor, @Nullable String requestId, @Nullable String workflowId) {
    return new Trail(actor, null, requestId, workflowId);
  }

  /** How a program that came with a key is called. */
  public static String actorOfKey(UUID keyId) {
    return API_KEY + keyId;
  }

  /** Whether a program did it, with a key. */
  public boolean isKey() {
    return actor.startsWith(API_KEY);
  }

  /** The person, when it was one. */
  public Optional<UUID> userId() {
    try {
      return Optional.of(UUID.fromString(actor));
    } catch (IllegalArgumentException notAPerson) {
      return Optional.empty();
    }
  }
}
