package com.duespark.workflows.payments;

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

  @WorkflowMethod(name = TYPE)
  void run(ConnectionRef connection);
}
