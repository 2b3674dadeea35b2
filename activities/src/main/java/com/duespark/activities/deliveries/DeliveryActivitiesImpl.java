package com.duespark.activities.deliveries;

import com.duespark.activities.invoices.Needs;
import com.duespark.activities.sending.ComeBack;
import com.duespark.activities.sending.Sending;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.deliveries.DeliveryActivities;
import com.duespark.workflows.invoices.Standing;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Sends messages about invoices, one step of the ledger a call. */
@Component
class DeliveryActivitiesImpl implements DeliveryActivities {

  private final Sending sending;
  private final InvoiceLedger ledger;
  private final DeliverySteps steps;
  private final Needs needs;

  DeliveryActivitiesImpl(Sending sending, InvoiceLedger ledger, DeliverySteps steps, Needs needs) {
    this.sending = sending;
    this.ledger = ledger;
    this.steps = steps;
    this.needs = needs;
  }

  @Override
  public Standing deliver(DeliveryRef ref) {
    return Tenant.call(
        ref.tenantId(),
        () -> {
          var wait = sending.step(ledger, ref.deliveryId());
          if (wait.isPresent()) {
            throw ComeBack.after(wait.get());
          }
          return needs.of(Objects.requireNonNull(steps.read(ref.deliveryId()).invoiceId()));
        });
  }
}
