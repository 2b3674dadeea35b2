package com.duespark.activities.deliveries;

import com.duespark.activities.invoices.Needs;
import com.duespark.activities.sending.ComeBack;
import com.duespark.activities.sending.Sending;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.deliveries.DeliveryActivities;
import com.duespark.workflows.invoices.Standing;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends messages about invoices, each one step of the ledger a call. */
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
  public Standing deliver(DeliveryRefs refs) {
    var soonest =
        AllAtOnce.call(refs.deliveryIds(), id -> step(refs.tenantId(), id)).stream()
            .flatMap(Optional::stream)
            .min(Duration::compareTo);
    if (soonest.isPresent()) {
      throw ComeBack.after(soonest.get());
    }
    return Tenant.call(
        refs.tenantId(),
        () -> {
          var first = steps.read(refs.deliveryIds().getFirst());
          return needs.of(Objects.requireNonNull(first.invoiceId()));
        });
  }

  private Optional<Duration> step(UUID tenantId, UUID deliveryId) {
    return Tenant.call(tenantId, () -> sending.step(ledger, deliveryId));
  }
}
