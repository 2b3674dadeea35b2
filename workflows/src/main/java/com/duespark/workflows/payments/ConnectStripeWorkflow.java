package com.duespark.workflows.payments;

import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/** Connects a business's own Stripe account: checks the key and sets up its webhook (STR-01a). */
@WorkflowInterface
public interface ConnectStripeWorkflow {

  String TYPE = "ConnectStripe";

  static String workflowId(UUID connectionId) {
    return "connect/" + connectionId;
  }

  /** A provider account of a business. */
  record ConnectionRef(UUID tenantId, UUID connectionId) {}

  /** How its workflow is started, by whoever comes first. */
  static WorkflowOptions options(ConnectionRef connection) {
    return Starting.options(workflowId(connection.connectionId()), "Connect a Stripe account")
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder()
                .set(Starting.TENANT, connection.tenantId().toString())
                .build())
        .build();
  }

  @WorkflowMethod(name = TYPE)
  void run(ConnectionRef connection);
}
