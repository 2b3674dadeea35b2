package com.duespark.api.dispatch;

import com.duespark.domain.commands.CommandKind;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reaches the workflow of an invoice, starting it when it is not running. */
@Component
public class InvoiceWorkflows {

  private static final SearchAttributeKey<String> TENANT =
      SearchAttributeKey.forKeyword("TenantId");
  private static final SearchAttributeKey<String> INVOICE =
      SearchAttributeKey.forKeyword("InvoiceId");
  private static final SearchAttributeKey<String> STATUS =
      SearchAttributeKey.forKeyword("EntityStatus");

  private final WorkflowClient client;

  InvoiceWorkflows(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Hands a command over. The same command twice is one update.
   *
   * @return a handle that ends when the command was applied or refused
   */
  public WorkflowUpdateHandle<Void> hand(CommandRef command, UUID invoiceId, CommandKind kind) {
    var invoice = new InvoiceRef(command.tenantId(), invoiceId);
    return stub(invoice)
        .startUpdateWithStart(
            UpdateOptions.newBuilder(Void.class)
                .setUpdateName(kind.updateName())
                .setUpdateId(command.commandId().toString())
                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                .build(),
            new Object[] {command},
            new Object[] {invoice});
  }

  /** Tells a stored fact: money in, or money back. */
  public void tell(FactRef fact, UUID invoiceId, boolean reversal) {
    var invoice = new InvoiceRef(fact.tenantId(), invoiceId);
    stub(invoice)
        .signalWithStart(
            reversal ? "paymentReversed" : "paymentSeen",
            new Object[] {fact},
            new Object[] {invoice});
  }

  private WorkflowStub stub(InvoiceRef invoice) {
    return client.newUntypedWorkflowStub(
        InvoiceWorkflow.TYPE,
        WorkflowOptions.newBuilder()
            .setWorkflowId(InvoiceWorkflow.workflowId(invoice.invoiceId()))
            .setTaskQueue(TaskQueues.CORE)
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
            .setStaticSummary("Invoice: issue, deliver, await payment")
            .setTypedSearchAttributes(
                SearchAttributes.newBuilder()
                    .set(TENANT, invoice.tenantId().toString())
                    .set(INVOICE, invoice.invoiceId().toString())
                    .set(STATUS, "OPEN")
                    .build())
            .build());
  }
}
