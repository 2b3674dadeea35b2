package com.duespark.worker.system;

import com.duespark.worker.system.Http.Reply;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import com.duespark.workflows.reminders.CadenceWorkflow;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * So many invoices of one customer, sent one after the other and due the same day, three
   * reminders of all of them, and a payment for each.
   */
  List<String> chasedTogether(Business business, String contactId, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = business.draftDue(contactId, 0);
      requireTaken(business.send(id));
      ids.add(id);
    }
    business.travel(REMINDED);
    for (String id : ids) {
      String due = business.invoice(id).path("amount_due").asString();
      business.receive(id, due).require(201);
      temporal.awaitEnd(InvoiceWorkflow.workflowId(UUID.fromString(id)));
    }
    return ids;
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
   * What a customer's invoices cost in Temporal: their own workflows, and the one that reminds the
   * customer, who has no other invoice.
   */
  Usage usage(List<String> invoiceIds, String contactId) {
    return invoiceIds.stream()
        .map(id -> temporal.usage(InvoiceWorkflow.workflowId(UUID.fromString(id))))
        .reduce(
            temporal.usage(CadenceWorkflow.workflowId(UUID.fromString(contactId))), Usage::plus);
  }
}
