package com.duespark.activities.reconcile;

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
import io.temporal.client.WorkflowOptions;
import java.util.UUID;

/** A workflow that should run, and the id of the thing that it runs for. */
record Start(UUID id, String type, WorkflowOptions options, Object input) {

  static Start of(InvoiceRef invoice) {
    return new Start(
        invoice.invoiceId(), InvoiceWorkflow.TYPE, InvoiceWorkflow.options(invoice), invoice);
  }

  static Start of(CadenceRef cadence) {
    return new Start(
        cadence.contactId(), CadenceWorkflow.TYPE, CadenceWorkflow.options(cadence), cadence);
  }

  static Start of(ConnectionRef connection) {
    return new Start(
        connection.connectionId(),
        ConnectStripeWorkflow.TYPE,
        ConnectStripeWorkflow.options(connection),
        connection);
  }

  static Start of(AccountMail mail) {
    return new Start(
        mail.deliveryId(), AccountMailWorkflow.TYPE, AccountMailWorkflow.options(mail), mail);
  }

  static Start of(PrivacyRef request) {
    return new Start(
        request.requestId(), PrivacyWorkflow.TYPE, PrivacyWorkflow.options(request), request);
  }

  static Start of(ExportRef export) {
    return new Start(
        export.exportId(), ExportWorkflow.TYPE, ExportWorkflow.options(export), export);
  }

  static Start of(ClosingRef closing) {
    return new Start(
        closing.tenantId(), ClosingWorkflow.TYPE, ClosingWorkflow.options(closing), closing);
  }

  static Start of(BusinessRef business) {
    return new Start(
        business.tenantId(), TestClockWorkflow.TYPE, TestClockWorkflow.options(business), business);
  }
}
