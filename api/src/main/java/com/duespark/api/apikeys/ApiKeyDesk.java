package com.duespark.api.apikeys;

import com.duespark.api.shared.Caller;
import com.duespark.domain.apikeys.ApiKey;
import com.duespark.domain.apikeys.ApiKeySecret;
import com.duespark.domain.apikeys.ApiKeys;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes and revokes keys. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ApiKeyDesk {

  private static final Duration LONGEST = Duration.ofDays(5 * 365);

  private final ApiKeys keys;
  private final Tenants tenants;
  private final Audit audit;
  private final ProductEvents events;

  ApiKeyDesk(ApiKeys keys, Tenants tenants, Audit audit, ProductEvents events) {
    this.keys = keys;
    this.tenants = tenants;
    this.audit = audit;
    this.events = events;
  }

  /** The tenant's row is locked first, so that two at once cannot pass the limit. */
  CreatedApiKeyView create(NewApiKeyBody body, Caller caller, Trail trail) {
    var tenant = tenants.lockCurrent();
    requireFuture(body.expiresAt());
    if (keys.countOpen() >= ApiKeys.LIMIT) {
      throw Refused.conflict(
          "TOO_MANY", "At most %d keys; revoke one first".formatted(ApiKeys.LIMIT));
    }
    var secret = ApiKeySecret.draw(tenant.kind());
    var key =
        keys.add(secret, body.name().strip(), body.scopes(), body.expiresAt(), caller.userId());
    audit.record(trail, "api_key.created", "api_key", key.id(), null, key);
    record(trail, "api_key.created", key);
    return new CreatedApiKeyView(ApiKeyView.of(key), secret.reveal());
  }

  /** Revoking again changes nothing. */
  ApiKeyView revoke(UUID id, Trail trail) {
    var before = find(id);
    if (!keys.revoke(id)) {
      return ApiKeyView.of(before);
    }
    var after = find(id);
    audit.record(trail, "api_key.revoked", "api_key", id, before, after);
    record(trail, "api_key.revoked", after);
    return ApiKeyView.of(after);
  }

  private ApiKey find(UUID id) {
    return keys.find(id).orElseThrow(() -> Refused.notFound("API key"));
  }

  private void record(Trail trail, String name, ApiKey key) {
    events.record(trail, name, Map.of("api_key_id", key.id(), "scopes", key.scopes().size()));
  }

  /** Real time: a key's end is technical, and no test business's clock moves it. */
  private static void requireFuture(@Nullable Instant expiresAt) {
    if (expiresAt == null) {
      return;
    }
    var now = Instant.now();
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
      throw Refused.invalid(
          "expires_at", "RANGE", "Choose a moment in the future, within five years, or none");
    }
  }
}
