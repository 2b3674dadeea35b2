package com.duespark.api.dispatch;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.inbox.OutboxMessage;
import com.duespark.domain.shared.Json;
import com.duespark.workflows.accounts.AccountMailWorkflow;
import com.duespark.workflows.accounts.AccountMailWorkflow.AccountMail;
import com.duespark.workflows.closings.ClosingWorkflow;
import com.duespark.workflows.closings.ClosingWorkflow.ClosingRef;
import com.duespark.workflows.exports.ExportWorkflow;
import com.duespark.workflows.exports.ExportWorkflow.ExportRef;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.payments.ConnectStripeWorkflow;
import com.duespark.workflows.payments.ConnectStripeWorkflow.ConnectionRef;
import com.duespark.workflows.privacy.PrivacyWorkflow;
import com.duespark.workflows.privacy.PrivacyWorkflow.PrivacyRef;
import com.duespark.workflows.reminders.CadenceWorkflow;
import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.testclock.TestClockWorkflow;
import com.duespark.workflows.testclock.TestClockWorkflow.BusinessRef;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Starts and signals the workflows that stored messages ask for. */
@Component
class OutboxDispatch {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatch.class);

  private final Inbox inbox;
  private final WorkflowClient client;
  private final EntityWorkflows workflows;

  OutboxDispatch(Inbox inbox, WorkflowClient client, EntityWorkflows workflows) {
    this.inbox = inbox;
    this.client = client;
    this.workflows = workflows;
  }

  void dispatch(OutboxMessage message) {
    try {
      var payload = Json.tree(message.payload());
      switch (message.kind()) {
        case "START" -> start(message.workflow(), payload);
        case "SIGNAL" -> nudge(message.workflow(), payload);
        default -> throw new IllegalStateException("No way to dispatch " + message.kind());
      }
      inbox.finishOutbox(message.id());
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      LOG.warn("message {} waits for Temporal: {}", message.id(), e.getMessage());
      inbox.releaseOutbox(message.id(), "Temporal is away", Duration.ofSeconds(1));
    }
  }

  private void nudge(String workflow, JsonNode payload) {
    var tenant = id(payload, "tenant_id");
    switch (workflow) {
      case CadenceWorkflow.TYPE ->
          workflows.nudge(
              new CadenceRef(tenant, id(payload, "contact_id")), payload.path("signal").asString());
      case InvoiceWorkflow.TYPE ->
          workflows.nudge(new InvoiceRef(tenant, id(payload, "invoice_id")));
      case PrivacyWorkflow.TYPE -> {
        var request = new PrivacyRef(tenant, id(payload, "request_id"));
        nudge(PrivacyWorkflow.TYPE, PrivacyWorkflow.options(request), "changed", request);
      }
      case ExportWorkflow.TYPE -> {
        var export = new ExportRef(tenant, id(payload, "export_id"));
        nudge(ExportWorkflow.TYPE, ExportWorkflow.options(export), "changed", export);
      }
      case ClosingWorkflow.TYPE -> {
        var closing = new ClosingRef(tenant);
        nudge(ClosingWorkflow.TYPE, ClosingWorkflow.options(closing), "changed", closing);
      }
      default -> throw new IllegalStateException("No workflow " + workflow);
    }
  }

  private void start(String workflow, JsonNode payload) {
    switch (workflow) {
      case AccountMailWorkflow.TYPE -> {
        var mail = new AccountMail(id(payload, "delivery_id"));
        start(AccountMailWorkflow.TYPE, AccountMailWorkflow.options(mail), mail);
      }
      case ConnectStripeWorkflow.TYPE -> {
        var connection = new ConnectionRef(id(payload, "tenant_id"), id(payload, "connection_id"));
        start(ConnectStripeWorkflow.TYPE, ConnectStripeWorkflow.options(connection), connection);
      }
      case TestClockWorkflow.TYPE -> {
        var business = new BusinessRef(id(payload, "tenant_id"));
        // one that is about to end would not see that it was asked again
        nudge(TestClockWorkflow.TYPE, TestClockWorkflow.options(business), "moved", business);
      }
      default -> throw new IllegalStateException("No workflow " + workflow);
    }
  }

  private void nudge(String type, WorkflowOptions options, String signal, Object input) {
    client
        .newUntypedWorkflowStub(type, options)
        .signalWithStart(signal, new Object[] {}, new Object[] {input});
  }

  private void start(String type, WorkflowOptions options, Object input) {
    client.newUntypedWorkflowStub(type, options).start(input);
  }

  private static UUID id(JsonNode payload, String field) {
    return UUID.fromString(payload.path(field).asString());
  }
}
