package com.duespark.workflows.deliveries;

import com.duespark.workflows.invoices.Standing;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;

/** Sends one message of the ledger. Runs on the queue of its channel. */
@ActivityInterface
public interface DeliveryActivities {

  /** A row of the send ledger. */
  record DeliveryRef(UUID tenantId, UUID deliveryId) {}

  /**
   * Takes the message one step: claims, sends and records, or finds out what became of an earlier
   * attempt. Returns when the message is final; fails with the delay after which to come back when
   * it is not. Safe to call at any time, any number of times, at once.
   *
   * @return what the invoice of the message needs next
   */
  @ActivityMethod(name = "Deliveries_Deliver")
  Standing deliver(DeliveryRef delivery);
}
