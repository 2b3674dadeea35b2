package com.duespark.activities.invoices;

import com.duespark.activities.payments.Posting;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.invoices.InvoiceActivities;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.invoices.Standing;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import org.springframework.stereotype.Component;

/** The door of the database steps: binds the tenant, turns a rule's "no" into a result. */
@Component
class InvoiceActivitiesImpl implements InvoiceActivities {

  private final InvoiceSteps steps;
  private final Posting posting;
  private final Needs needs;

  InvoiceActivitiesImpl(InvoiceSteps steps, Posting posting, Needs needs) {
    this.steps = steps;
    this.posting = posting;
    this.needs = needs;
  }

  @Override
  public Standing look(InvoiceRef invoice) {
    return Tenant.call(invoice.tenantId(), () -> needs.of(invoice.invoiceId()));
  }

  @Override
  public Standing apply(CommandRef ref) {
    return Tenant.call(
        ref.tenantId(),
        () -> {
          var command = steps.command(ref.commandId());
          try {
            steps.apply(command.entityId(), ref.commandId());
          } catch (Refused refusal) {
            steps.refuse(ref.commandId(), refusal);
          }
          return needs.of(command.entityId());
        });
  }

  @Override
  public Standing sendScheduled(InvoiceRef invoice) {
    return Tenant.call(
        invoice.tenantId(),
        () -> {
          try {
            steps.sendScheduled(invoice.invoiceId());
          } catch (Refused refusal) {
            steps.giveBack(invoice.invoiceId(), refusal);
          }
          return needs.of(invoice.invoiceId());
        });
  }

  @Override
  public Standing post(FactRef fact) {
    return Tenant.call(fact.tenantId(), () -> needs.of(posting.post(fact.eventId())));
  }
}
