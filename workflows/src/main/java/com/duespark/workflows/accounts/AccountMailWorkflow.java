package com.duespark.workflows.accounts;

import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/** Sends one mail about an account: verification, reset, invitation, a changed password. */
@WorkflowInterface
public interface AccountMailWorkflow {

  String TYPE = "AccountMail";

  static String workflowId(UUID deliveryId) {
    return "account-mail/" + deliveryId;
  }

  /** A row of the account ledger. */
  record AccountMail(UUID deliveryId) {}

  /** How its workflow is started, by whoever comes first. */
  static WorkflowOptions options(AccountMail mail) {
    return Starting.options(workflowId(mail.deliveryId()), "Mail about an account").build();
  }

  @WorkflowMethod(name = TYPE)
  void run(AccountMail mail);
}
