package com.duespark.activities.stripe;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.Connections;
import com.duespark.workflows.payments.ConnectStripeWorkflow;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what came of connecting, and notes it in the audit log. */
@Component
class ConnectSteps {

  private final Connections connections;
  private final Audit audit;

  ConnectSteps(Connections connections, Audit audit) {
    this.connections = connections;
    this.audit = audit;
  }

  @Transactional
  public void keep(Connection connection) {
    var saved = connections.save(connection);
    boolean connected = saved.status() == Connection.Status.CONNECTED;
    audit.record(
        Trail.system(ConnectStripeWorkflow.workflowId(saved.id())),
        connected ? "integration.connected" : "integration.connect_failed",
        "integration",
        saved.id(),
        null,
        Map.of("provider", "stripe"));
  }
}
