package com.duespark.api.shared;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that the bound tenant's requests have used, with the answers, sealed (PRV-02). Every
 * method runs in the caller's transaction.
 */
@Component
class IdempotencyKeys {

  /** What is known of a used key. */
  record Stored(
      String requestHash,
      @Nullable UUID commandId,
      @Nullable Integer responseStatus,
      @Nullable String responseBody) {

    Stored opened(Sealed box) {
      return responseBody == null
          ? this
          : new Stored(requestHash, commandId, responseStatus, box.open(responseBody));
    }

    void requireSame(KeyedRequest request) {
      if (!requestHash.equals(request.hash())) {
        throw Refused.conflict(
            "IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key was used for another request");
      }
    }

    UUID command() {
      return Optional.ofNullable(commandId)
          .orElseThrow(() -> new IllegalStateException("The key belongs to no command"));
    }
  }

  private final JdbcClient jdbc;
  private final Sealed box;

  IdempotencyKeys(JdbcClient jdbc, Sealed box) {
    this.jdbc = jdbc;
    this.box = box;
  }

  /** Takes the key; waits for another transaction that holds it. False when it was used before. */
  boolean claim(KeyedRequest request) {
    return jdbc.sql(
                """
                insert into idempotency_keys (tenant_id, endpoint, idempotency_key, request_hash)
                values (?, ?, ?, decode(?, 'hex')) on conflict do nothing
                """)
            .params(Tenant.id(), request.endpoint(), request.key(), request.hash())
            .update()
        == 1;
  }

  Stored read(KeyedRequest request) {
    return jdbc.sql(
            """
            select encode(request_hash, 'hex') as request_hash, command_id, response_status,
              response_body
            from idempotency_keys
            where tenant_id = current_tenant() and endpoint = ? and idempotency_key = ?
            """)
        .params(request.endpoint(), request.key())
        .query(Stored.class)
        .single()
        .opened(box);
  }

  void finish(KeyedRequest request, int status, String body) {
    jdbc.sql(
            """
            update idempotency_keys set response_status = ?, response_body = ?
            where tenant_id = current_tenant() and endpoint = ? and idempotency_key = ?
            """)
        .params(status, box.seal(body), request.endpoint(), request.key())
        .update();
  }

  void finish(KeyedRequest request, UUID commandId) {
    jdbc.sql(
            """
            update idempotency_keys set command_id = ?
            where tenant_id = current_tenant() and endpoint = ? and idempotency_key = ?
            """)
        .params(commandId, request.endpoint(), request.key())
        .update();
  }
}
