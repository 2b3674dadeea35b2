package com.duespark.worker.system;

import com.duespark.worker.system.Http.Reply;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import java.util.UUID;

/** One invoice from draft to receipts, through the doors that people and providers use. */
record Lifecycle(Launched installation, Workbench temporal) {

  String run(Business business) {
    return run(business, business.contact());
  }

  /**
   * Returns when its workflow has closed: paid, and both receipts accepted.
   *
   * @return the invoice's id
   */
  String run(Business business, String contactId) {
    String id = business.draft(contactId);
    requireTaken(business.send(id));
    business.payerByLink(id).payByCard();
    temporal.awaitEnd(InvoiceWorkflow.workflowId(UUID.fromString(id)));
    return id;
  }

  /** Under load the mail may leave after the answer. */
  private static void requireTaken(Reply sent) {
    if (sent.status() != 202) {
      sent.require(200);
    }
  }
}
