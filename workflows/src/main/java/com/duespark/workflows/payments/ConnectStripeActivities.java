package com.duespark.workflows.payments;

import com.duespark.workflows.payments.ConnectStripeWorkflow.ConnectionRef;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The steps of connecting a Stripe account. */
@ActivityInterface
public interface ConnectStripeActivities {

  /**
   * Asks Stripe who the key belongs to and creates the webhook endpoint; a refused key is a result.
   */
  @ActivityMethod(name = "Payments_ConnectStripe")
  void connect(ConnectionRef connection);

  /** Stripe did not answer: the connection says so and can be tried again. */
  @ActivityMethod(name = "Payments_StripeUnreachable")
  void unreachable(ConnectionRef connection);
}
