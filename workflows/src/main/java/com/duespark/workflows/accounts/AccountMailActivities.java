package com.duespark.workflows.accounts;

import com.duespark.workflows.accounts.AccountMailWorkflow.AccountMail;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Sends one message of the account ledger, by the rules of the send ledger. */
@ActivityInterface
public interface AccountMailActivities {

  /** Returns when the message is final; fails with the delay after which to come back. */
  @ActivityMethod(name = "Accounts_Deliver")
  void deliver(AccountMail mail);
}
