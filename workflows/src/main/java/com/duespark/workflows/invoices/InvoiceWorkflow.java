package com.duespark.workflows.invoices;

import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice from its issue until it is paid, void or written off (WF-01).
 *
 * <p>Updates carry a command id and answer when the command was applied or refused; the answer is
 * in the command's row. Signals carry the id of a stored fact.
 */
@WorkflowInterface
public interface InvoiceWorkflow {

  /** The workflow type. */
  String TYPE = "Invoice";

  static String workflowId(UUID invoiceId) {
    return "invoice/" + invoiceId;
  }

  /** An invoice, by id. The input of a run: starting it again with the same is harmless. */
  record InvoiceRef(UUID tenantId, UUID invoiceId) {}

  /** How its workflow is started, by whoever comes first. */
  static WorkflowOptions options(InvoiceRef invoice) {
    return Starting.options(workflowId(invoice.invoiceId()), "Issue, deliver, await payment")
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder()
                .set(Starting.TENANT, invoice.tenantId().toString())
                .set(Starting.INVOICE, invoice.invoiceId().toString())
                .set(Starting.STATUS, "OPEN")
                .build())
        .build();
  }

  /**
   * What the invoice is doing.
   *
   * @param step plain words
   * @param lastProblem null when all is well
   */
  record State(
      String step, int messagesUnderWay, int waitingCommands, @Nullable String lastProblem) {}

  @WorkflowMethod(name = TYPE)
  void run(InvoiceRef invoice);

  /** Sends it, or sends it again. */
  @UpdateMethod(name = "send")
  void send(CommandRef command);

  @UpdateValidatorMethod(updateName = "send")
  void checkSend(CommandRef command);

  /** Sets or moves the moment of a scheduled send. */
  @UpdateMethod(name = "reschedule")
  void reschedule(CommandRef command);

  @UpdateValidatorMethod(updateName = "reschedule")
  void checkReschedule(CommandRef command);

  @UpdateMethod(name = "unschedule")
  void unschedule(CommandRef command);

  @UpdateValidatorMethod(updateName = "unschedule")
  void checkUnschedule(CommandRef command);

  /** It reached the customer some other way. */
  @UpdateMethod(name = "markSent")
  void markSent(CommandRef command);

  @UpdateValidatorMethod(updateName = "markSent")
  void checkMarkSent(CommandRef command);

  @UpdateMethod(name = "amend")
  void amend(CommandRef command);

  @UpdateValidatorMethod(updateName = "amend")
  void checkAmend(CommandRef command);

  @UpdateMethod(name = "void")
  void voidInvoice(CommandRef command);

  @UpdateValidatorMethod(updateName = "void")
  void checkVoidInvoice(CommandRef command);

  @UpdateMethod(name = "writeOff")
  void writeOff(CommandRef command);

  @UpdateValidatorMethod(updateName = "writeOff")
  void checkWriteOff(CommandRef command);

  /** Money that came outside the providers. */
  @UpdateMethod(name = "recordPayment")
  void recordPayment(CommandRef command);

  @UpdateValidatorMethod(updateName = "recordPayment")
  void checkRecordPayment(CommandRef command);

  /** A payer goes to the card page. */
  @UpdateMethod(name = "checkout")
  void checkout(CommandRef command);

  @UpdateValidatorMethod(updateName = "checkout")
  void checkCheckout(CommandRef command);

  /** A person says what became of a message whose outcome could not be found. */
  @UpdateMethod(name = "resolveDelivery")
  void resolveDelivery(CommandRef command);

  @UpdateValidatorMethod(updateName = "resolveDelivery")
  void checkResolveDelivery(CommandRef command);

  @SignalMethod
  void paymentSeen(FactRef fact);

  @SignalMethod
  void paymentReversed(FactRef fact);

  /** A row of this invoice changed outside: look again. */
  @SignalMethod
  void changed();

  @QueryMethod
  State state();
}
