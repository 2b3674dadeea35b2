package com.duespark.workflows.shared;

import com.duespark.workflows.payments.ConnectStripeActivities;
import com.duespark.workflows.payments.ConnectStripeWorkflow;
import io.temporal.workflow.Workflow;

/** What a careless change looks like: the same type, other steps. */
public class ChangedConnectStripe implements ConnectStripeWorkflow {

  private final ConnectStripeActivities stripe =
      Workflow.newActivityStub(ConnectStripeActivities.class, Patience.provider("Connect Stripe"));

  @Override
  public void run(ConnectionRef connection) {
    stripe.unreachable(connection);
    stripe.connect(connection);
  }
}
