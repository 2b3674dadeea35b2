package com.duespark.workflows.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.workflows.payments.ConnectStripeWorkflow.ConnectionRef;
import com.duespark.workflows.shared.ShortRuns;
import com.duespark.workflows.shared.TaskQueues;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortPaymentWorkflowsTest {

  @ParameterizedTest
  @CsvSource({"false, connected", "true, unreachable"})
  void aConnectionIsMadeOrSaysThatStripeWasSilent(boolean down, String outcome) {
    var stripe = new FakeStripe(down);

    ShortRuns.run(
        ConnectStripeWorkflowImpl.class,
        ConnectStripeWorkflow.TYPE,
        TaskQueues.STRIPE,
        stripe,
        new ConnectionRef(new UUID(0, 1), new UUID(0, 2)));

    assertThat(stripe.outcome()).isEqualTo(outcome);
  }

  @Test
  void aRoundOfThePollEnds() {
    var stripe = new FakeStripe(false);

    ShortRuns.run(
        PaymentsPollWorkflowImpl.class, PaymentsPollWorkflow.TYPE, TaskQueues.BULK, stripe);

    assertThat(stripe.outcome()).isEqualTo("polled");
  }
}
