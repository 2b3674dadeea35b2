package com.duespark.workflows.accounts;

import com.duespark.workflows.shared.Patience;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.workflow.Workflow;

/** One mail about an account. */
public class AccountMailWorkflowImpl implements AccountMailWorkflow {

  private final AccountMailActivities accounts =
      Workflow.newActivityStub(
          AccountMailActivities.class, Patience.send(TaskQueues.EMAIL, "Deliver by email"));

  @Override
  public void run(AccountMail mail) {
    accounts.deliver(mail);
  }
}
