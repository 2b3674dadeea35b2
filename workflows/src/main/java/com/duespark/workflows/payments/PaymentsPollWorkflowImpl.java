package com.duespark.workflows.payments;

import com.duespark.workflows.shared.Patience;
import io.temporal.workflow.Workflow;

/** One round of the payments poll. */
public class PaymentsPollWorkflowImpl implements PaymentsPollWorkflow {

  private final PaymentsPollActivities payments =
      Workflow.newActivityStub(
          PaymentsPollActivities.class, Patience.round("Ask about open payments"));

  @Override
  public void run() {
    int found = payments.poll();
    Workflow.setCurrentDetails("Found " + found);
  }
}
