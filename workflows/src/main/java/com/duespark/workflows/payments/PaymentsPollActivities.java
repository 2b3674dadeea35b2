package com.duespark.workflows.payments;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The questions of the payments poll. */
@ActivityInterface
public interface PaymentsPollActivities {

  /**
   * Asks the providers about open attempts; what it finds enters as inbox rows, like a webhook.
   *
   * @return how many facts it found
   */
  @ActivityMethod(name = "Payments_Poll")
  int poll();
}
