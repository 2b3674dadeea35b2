package com.duespark.api.integrations;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.Connections;
import com.duespark.domain.payments.StripeKeys;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.Tenants;
import com.duespark.workflows.payments.ConnectStripeWorkflow;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores keys to try and the wish to try them, in one transaction. */
@Component
@Transactional
class Connecting {

  private final Connections connections;
  private final Sealed sealed;
  private final Inbox inbox;
  private final Tenants tenants;
  private final Audit audit;

  Connecting(Connections connections, Sealed sealed, Inbox inbox, Tenants tenants, Audit audit) {
    this.connections = connections;
    this.sealed = sealed;
    this.inbox = inbox;
    this.tenants = tenants;
    this.audit = audit;
  }

  public UUID begin(String secretKey, @Nullable String webhookSecret, UUID userId, Trail trail) {
    if (tenants.current().isTest() && !secretKey.contains("_test_")) {
      throw Refused.invalid("secret_key", "LIVE_KEY", "A test business takes test keys only");
    }
    var keys = new StripeKeys(secretKey, webhookSecret == null ? "" : webhookSecret);
    var box = sealed.seal(Json.write(keys).getBytes(StandardCharsets.UTF_8));
    connections.current("stripe").ifPresent(old -> connections.save(old.disconnected()));
    var connection = connections.save(Connection.stripe(Tenant.id(), userId).tryKeys(box));
    inbox.storeOutbox(
        "START",
        ConnectStripeWorkflow.TYPE,
        ConnectStripeWorkflow.workflowId(connection.id()),
        Json.write(Map.of("tenant_id", connection.tenantId(), "connection_id", connection.id())));
    audit.record(
        trail,
        "integration.connect_requested",
        "integration",
        connection.id(),
        null,
        Map.of("provider", "stripe"));
    return connection.id();
  }

  public void end(UUID id, Trail trail) {
    var connection = connections.find(id).orElseThrow(() -> Refused.notFound("Integration"));
    connections.save(connection.disconnected());
    audit.record(trail, "integration.disconnected", "integration", id, null, Map.of());
  }
}
