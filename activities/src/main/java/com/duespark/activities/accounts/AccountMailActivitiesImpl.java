package com.duespark.activities.accounts;

import com.duespark.activities.sending.ComeBack;
import com.duespark.activities.sending.Sending;
import com.duespark.workflows.accounts.AccountMailActivities;
import com.duespark.workflows.accounts.AccountMailWorkflow.AccountMail;
import org.springframework.stereotype.Component;

/** Sends account mails by the rules of the send ledger. */
@Component
class AccountMailActivitiesImpl implements AccountMailActivities {

  private final Sending sending;
  private final AccountLedger ledger;

  AccountMailActivitiesImpl(Sending sending, AccountLedger ledger) {
    this.sending = sending;
    this.ledger = ledger;
  }

  @Override
  public void deliver(AccountMail mail) {
    var wait = sending.step(ledger, mail.deliveryId());
    if (wait.isPresent()) {
      throw ComeBack.after(wait.get());
    }
  }
}
