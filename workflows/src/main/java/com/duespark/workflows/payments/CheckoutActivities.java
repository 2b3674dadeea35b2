package com.duespark.workflows.payments;

import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.invoices.Standing;
import com.duespark.workflows.shared.CommandRef;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * Card payment pages at the provider. Every call can be repeated: the keys are those of the
 * attempt.
 */
@ActivityInterface
public interface CheckoutActivities {

  /**
   * Opens, or finds, the payment page for what is due now, and stores its address as the command's
   * result.
   */
  @ActivityMethod(name = "Payments_OpenCheckout")
  Standing open(CommandRef checkout);

  /**
   * Closes every open payment page before the amount due changes (STR-04). When one has been
   * completed meanwhile, the payment is fetched and the command is refused with
   * PAYMENT_IN_PROGRESS.
   */
  @ActivityMethod(name = "Payments_CloseCheckouts")
  Standing close(InvoiceRef invoice, CommandRef command);

  /** The provider did not answer in time: the command is refused, nothing has changed. */
  @ActivityMethod(name = "Payments_GiveUpCheckout")
  Standing giveUp(CommandRef command);
}
