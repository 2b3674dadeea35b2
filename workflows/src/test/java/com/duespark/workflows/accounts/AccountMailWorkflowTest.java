package com.duespark.workflows.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.workflows.accounts.AccountMailWorkflow.AccountMail;
import com.duespark.workflows.shared.ShortRuns;
import com.duespark.workflows.shared.TaskQueues;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountMailWorkflowTest {

  @Test
  void aMailIsTriedUntilTheLedgerSaysThatItEnded() {
    var mail = new OneMail(3);

    ShortRuns.run(
        AccountMailWorkflowImpl.class,
        AccountMailWorkflow.TYPE,
        TaskQueues.EMAIL,
        mail,
        new AccountMail(new UUID(0, 5)));

    assertThat(mail.attempts()).isEqualTo(4);
  }
}
