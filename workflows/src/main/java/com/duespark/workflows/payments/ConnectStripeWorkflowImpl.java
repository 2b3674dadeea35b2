package com.duespark.workflows.payments;

import com.duespark.workflows.shared.Patience;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;

/** Check the key, set up the webhook, or say why not. */
public class ConnectStripeWorkflowImpl implements ConnectStripeWorkflow {

  private final ConnectStripeActivities stripe =
      Workflow.newActivityStub(ConnectStripeActivities.class, Patience.provider("Connect Stripe"));

  @Override
  public void run(ConnectionRef connection) {
    try {
      stripe.connect(connection);
    } catch (ActivityFailure e) {
      stripe.unreachable(connection);
    }
  }
}
