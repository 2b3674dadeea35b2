package com.duespark.workflows.invoices;

import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The database steps of an invoice: each is one transaction and safe to run twice. */
@ActivityInterface
public interface InvoiceActivities {

  /** Reads what the invoice needs. */
  @ActivityMethod(name = "Invoices_Look")
  Standing look(InvoiceRef invoice);

  /** Applies a command and stores its result; a refusal is a result too. */
  @ActivityMethod(name = "Invoices_Apply")
  Standing apply(CommandRef command);

  /**
   * The moment of a scheduled send: checks the guard again, then issues or returns it to the desk.
   */
  @ActivityMethod(name = "Invoices_SendScheduled")
  Standing sendScheduled(InvoiceRef invoice);

  /** Books what a provider reported: money in, or money back. Once per provider reference. */
  @ActivityMethod(name = "Invoices_Post")
  Standing post(FactRef fact);
}
