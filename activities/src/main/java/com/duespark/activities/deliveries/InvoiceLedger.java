package com.duespark.activities.deliveries;

import com.duespark.activities.sending.Claimed;
import com.duespark.activities.sending.Ledger;
import com.duespark.domain.deliveries.LedgerEntry;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The send ledger of the bound tenant's invoices. */
@Component
class InvoiceLedger implements Ledger {

  private final DeliverySteps steps;
  private final Composing composing;

  InvoiceLedger(DeliverySteps steps, Composing composing) {
    this.steps = steps;
    this.composing = composing;
  }

  @Override
  public LedgerEntry entry(UUID id) {
    return steps.read(id).entry();
  }

  @Override
  public String mailer(UUID id) {
    return Objects.requireNonNull(steps.read(id).provider());
  }

  /**
   * The mail is put together before the claim: what can go wrong with it goes wrong without a
   * lease.
   */
  @Override
  public Claimed claim(UUID id, UUID token, String mailer) {
    return steps.claim(id, token, mailer, composing.compose(steps.read(id)));
  }

  @Override
  public void record(
      UUID id, UUID token, LedgerEntry moved, @Nullable String messageId, @Nullable String reason) {
    steps.record(id, token, moved, messageId, reason);
  }
}
