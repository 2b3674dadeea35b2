package com.duespark.worker.system;

import com.duespark.worker.system.Http.Reply;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import com.duespark.workflows.reminders.CadenceWorkflow;
import java.util.UUID;

/** One invoice from draft to receipts, through the doors that people and providers use. */
record Lifecycle(Launched installation, Workbench temporal) {

  /**
   * The standard policy reminds 3, 7 and 14 days after the due day; 14 days later a person calls.
   */
  private static final int REMINDED = 21;

  /**
   * Sent and paid at once. Returns when its workflow has closed, and both receipts are accepted.
   *
   * @return the invoice's id
   */
  String paid(Business business, String contactId) {
    String id = business.draft(contactId);
    requireTaken(business.send(id));
    pay(business, id);
    return id;
  }

  /**
   * Sent, due the same day, reminded three times, then paid; for a contact with no other invoice.
   */
  String chasedAndPaid(Business business, String contactId) {
    String id = business.draftDue(contactId, 0);
    requireTaken(business.send(id));
    business.travel(REMINDED);
    pay(business, id);
    return id;
  }

  private void pay(Business business, String id) {
    business.payerByLink(id).payByCard();
    temporal.awaitEnd(InvoiceWorkflow.workflowId(UUID.fromString(id)));
  }

  /** Under load the mail may leave after the answer. */
  private static void requireTaken(Reply sent) {
    if (sent.status() != 202) {
      sent.require(200);
    }
  }

  /**
   * What an invoice cost in Temporal: its own workflow, and the one that reminds its customer, who
   * has no other invoice.
   */
  Usage usage(String invoiceId, String contactId) {
    return temporal
        .usage(InvoiceWorkflow.workflowId(UUID.fromString(invoiceId)))
        .plus(temporal.usage(CadenceWorkflow.workflowId(UUID.fromString(contactId))));
  }
}
