package com.duespark.workflows.deliveries;

import com.duespark.workflows.invoices.Standing;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;
import java.util.UUID;

/** Sends messages of the ledger. Runs on the queue of their channel. */
@ActivityInterface
public interface DeliveryActivities {

  /** Rows of the send ledger: messages about one invoice on one channel. */
  record DeliveryRefs(UUID tenantId, List<UUID> deliveryIds) {}

  /**
   * Takes each message one step, all at once: claims, sends and records, or finds out what became
   * of an earlier attempt. Returns when every message is final; fails with the delay after which to
   * come back when one is not. Safe to call at any time, any number of times, at once.
   *
   * @return what the invoice of the messages needs next
   */
  @ActivityMethod(name = "Deliveries_Deliver")
  Standing deliver(DeliveryRefs deliveries);
}
