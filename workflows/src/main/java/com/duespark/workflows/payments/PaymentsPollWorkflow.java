package com.duespark.workflows.payments;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Finds payments whose webhook was lost (WF-26). Started by a Schedule, one run at a time. */
@WorkflowInterface
public interface PaymentsPollWorkflow {

  String TYPE = "PaymentsPoll";
  String SCHEDULE = "payments-poll";

  /** One round: asks the providers about every open attempt, oldest first. */
  @WorkflowMethod(name = TYPE)
  void run();
}
