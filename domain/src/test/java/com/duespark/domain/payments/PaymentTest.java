package com.duespark.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.duespark.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaymentTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private static Money usd(long minor) {
    return Money.of(minor, "USD");
  }

  private static Payment pending() {
    return Payment.reported(
        new UUID(0, 1), new UUID(0, 2), PaymentProvider.STRIPE, "pi_1", usd(1000));
  }

  @Test
  void aPendingPaymentDoesNotCountYet() {
    assertThat(pending().status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(pending().counted()).isEqualTo(usd(0));
  }

  @Test
  void aPaymentThatAPersonRecordsHasSucceeded() {
    var cash =
        Payment.recorded(
            new UUID(0, 1),
            new UUID(0, 2),
            PaymentProvider.CASH,
            usd(500),
            NOW,
            new UUID(0, 3),
            null);

    assertThat(cash.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(cash.counted()).isEqualTo(usd(500));
    assertThat(cash.methodLabel()).isEqualTo("Cash");
    assertThat(cash.labelled(" ", null).methodLabel()).isEqualTo("Cash");
  }

  @Test
  void aSuccessToldTwiceKeepsItsFirstInstant() {
    var payment = pending().succeed(NOW).succeed(LATER);

    assertThat(payment.paidAt()).isEqualTo(NOW);
  }

  @Test
  void lateNewsOfAFailureDoesNotUndoASuccess() {
    assertThat(pending().succeed(NOW).fail().status()).isEqualTo(PaymentStatus.SUCCEEDED);
  }

  @Test
  void aFailedPaymentSucceedsOnProof() {
    assertThat(pending().fail().succeed(NOW).status()).isEqualTo(PaymentStatus.SUCCEEDED);
  }

  @Test
  void aSuccessToldAfterARefundDoesNotUndoTheRefund() {
    var payment = pending().succeed(NOW).refundedInAll(usd(1000)).succeed(LATER);

    assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(payment.counted()).isEqualTo(usd(0));
  }

  @Test
  void refundsAreCumulative() {
    var payment = pending().succeed(NOW).refundedInAll(usd(300));

    assertThat(payment.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(payment.counted()).isEqualTo(usd(700));
    assertThat(payment.refundedInAll(usd(200)).refunded()).as("old news").isEqualTo(usd(300));
    assertThat(payment.refundedInAll(usd(9999)).refunded()).isEqualTo(usd(1000));
    assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
  }

  @Test
  void whatWasNotReceivedIsNotRefunded() {
    assertThatIllegalStateException().isThrownBy(() -> pending().refundedInAll(usd(1)));
    assertThatIllegalStateException().isThrownBy(() -> pending().fail().refundedInAll(usd(1)));
  }

  @Test
  void unappliedMoneyAndExceptionsDoNotCount() {
    assertThat(pending().succeed(NOW).unapplied().counted()).isEqualTo(usd(0));
    assertThat(pending().succeed(NOW).exception("wrong amount").counted()).isEqualTo(usd(0));
    assertThat(pending().exception("wrong amount").reconciliationState())
        .isEqualTo(ReconciliationState.EXCEPTION);
  }

  private enum News {
    SUCCESS,
    FAILURE,
    REFUND
  }

  @Property
  void noNewsMovesAPaymentBackwards(
      @ForAll @Size(max = 20) List<News> news,
      @ForAll @Size(value = 20) List<@LongRange(max = 1500) Long> amounts) {
    var payment = pending();
    for (int i = 0; i < news.size(); i++) {
      boolean received = payment.status().wasReceived();
      long refunded = payment.refunded().minor();
      switch (news.get(i)) {
        case SUCCESS -> payment.succeed(NOW.plusSeconds(i));
        case FAILURE -> payment.fail();
        case REFUND -> {
          if (received) {
            payment.refundedInAll(usd(amounts.get(i)));
          }
        }
      }

      assertThat(received && !payment.status().wasReceived()).isFalse();
      assertThat(payment.refunded().minor()).isBetween(refunded, 1000L);
      assertThat(payment.counted().isNegative()).isFalse();
      assertThat(payment.status() == PaymentStatus.REFUNDED)
          .isEqualTo(payment.refunded().minor() == 1000);
    }
  }
}
