package com.duespark.workflows.payments;

import com.duespark.workflows.payments.ConnectStripeWorkflow.ConnectionRef;
import io.temporal.failure.ApplicationFailure;

/** A Stripe that answers or does not. */
public final class FakeStripe implements ConnectStripeActivities, PaymentsPollActivities {

  private final boolean down;
  private String outcome = "nothing";

  public FakeStripe(boolean down) {
    this.down = down;
  }

  @Override
  public synchronized void connect(ConnectionRef connection) {
    if (down) {
      throw ApplicationFailure.newFailure("Stripe does not answer", "PROVIDER_DOWN");
    }
    outcome = "connected";
  }

  @Override
  public synchronized void unreachable(ConnectionRef connection) {
    outcome = "unreachable";
  }

  @Override
  public synchronized int poll() {
    outcome = "polled";
    return 3;
  }

  public synchronized String outcome() {
    return outcome;
  }
}
