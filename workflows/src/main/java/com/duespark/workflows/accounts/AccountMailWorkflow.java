package com.duespark.workflows.accounts;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/** Sends one mail about an account: verification, reset. */
@WorkflowInterface
public interface AccountMailWorkflow {

  String TYPE = "AccountMail";

  static String workflowId(UUID deliveryId) {
    return "account-mail/" + deliveryId;
  }

  /** A row of the account ledger. */
  record AccountMail(UUID deliveryId) {}

  @WorkflowMethod(name = TYPE)
  void run(AccountMail mail);
}
