package com.duespark.api.dispatch;

import com.duespark.domain.commands.CommandKind;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.reminders.CadenceWorkflow;
import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reaches the workflow of an invoice or of a customer, starting it when it is not running. */
@Component
public class EntityWorkflows {

  private final WorkflowClient client;

  EntityWorkflows(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Hands a command over. The same command twice is one update.
   *
   * @return a handle that ends when the command was applied or refused
   */
  public WorkflowUpdateHandle<Void> hand(CommandRef command, UUID entityId, CommandKind kind) {
    var update =
        UpdateOptions.newBuilder(Void.class)
            .setUpdateName(kind.updateName())
            .setUpdateId(command.commandId().toString())
            .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
            .build();
    return switch (kind.entity()) {
      case INVOICE -> {
        var invoice = new InvoiceRef(command.tenantId(), entityId);
        yield stub(invoice)
            .startUpdateWithStart(update, new Object[] {command}, new Object[] {invoice});
      }
      case CONTACT -> {
        var cadence = new CadenceRef(command.tenantId(), entityId);
        yield client
            .newUntypedWorkflowStub(CadenceWorkflow.TYPE, CadenceWorkflow.options(cadence))
            .startUpdateWithStart(update, new Object[] {command}, new Object[] {cadence});
      }
    };
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

  /** Lets an invoice's workflow look at its row again. */
  void nudge(InvoiceRef invoice) {
    stub(invoice).signalWithStart("changed", new Object[] {}, new Object[] {invoice});
  }

  private WorkflowStub stub(InvoiceRef invoice) {
    return client.newUntypedWorkflowStub(InvoiceWorkflow.TYPE, InvoiceWorkflow.options(invoice));
  }

  /**
   * Lets a customer's cadence look at its rows again. One that is not running is only started: it
   * looks by itself, and a start costs less than a start and a signal.
   */
  void nudge(CadenceRef cadence, String signal) {
    var options =
        WorkflowOptions.newBuilder(CadenceWorkflow.options(cadence))
            .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
            .build();
    try {
      client.newUntypedWorkflowStub(CadenceWorkflow.TYPE, options).start(cadence);
    } catch (WorkflowExecutionAlreadyStarted running) {
      // it may end before it hears the signal
      client
          .newUntypedWorkflowStub(CadenceWorkflow.TYPE, CadenceWorkflow.options(cadence))
          .signalWithStart(signal, new Object[] {}, new Object[] {cadence});
    }
  }
}
