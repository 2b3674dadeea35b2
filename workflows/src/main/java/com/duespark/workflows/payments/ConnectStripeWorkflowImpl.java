package com.duespark.workflows.payments;

import com.duespark.workflows.shared.Patience;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;

/** Check the key, set up the webhook, or say why not. */
public class ConnectStripeWorkflowImpl implements ConnectStripeWorkflow {

  private final ConnectStripeActivities stripe =
      Workflow.newActivityStub(ConnectStripeActivities.class, Patience.provider("Connect Stripe"));
  private final ConnectStripeActivities books =
      Workflow.newActivityStub(
          ConnectStripeActivities.class, Patience.database(TaskQueues.STRIPE, "Note the failure"));

  @Override
  public void run(ConnectionRef connection) {
    try {
      stripe.connect(connection);
    } catch (ActivityFailure e) {
      books.unreachable(connection);
    }
  }
}
