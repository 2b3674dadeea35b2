package com.duespark.api.payments;

import com.duespark.api.shared.Versioned;
import com.duespark.domain.payments.Payers.Payer;
import com.duespark.domain.payments.Payment;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.payments.PaymentProvider;
import com.duespark.domain.payments.PaymentStatus;
import com.duespark.domain.payments.ReconciliationState;
import com.duespark.domain.shared.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its business sees it.
 *
 * @param payer its invoice's number and customer
 * @param attempts the provider exchanges that led to it; in details only
 */
@Schema(name = "Payment")
record PaymentView(
    UUID id,
    UUID invoiceId,
    @JsonUnwrapped Payer payer,
    PaymentProvider provider,
    @Nullable String providerPaymentId,
    PaymentStatus status,
    Money amount,
    Money refunded,
    String currency,
    @Nullable Instant paidAt,
    String methodLabel,
    @Nullable String note,
    boolean unapplied,
    ReconciliationState reconciliationState,
    @Nullable String exceptionReason,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Attempt> attempts,
    int version)
    implements Versioned, PaymentController.Recorded {

  /** One exchange with a provider. */
  @Schema(name = "PaymentAttempt")
  record Attempt(UUID id, String method, String status, Money amount, @Nullable Instant createdAt) {

    static Attempt of(PaymentAttempt attempt) {
      return new Attempt(
          attempt.id(),
          attempt.method().name(),
          attempt.status().name(),
          attempt.amount(),
          attempt.createdAt());
    }
  }

  static PaymentView of(Payment payment, Payer payer) {
    return new PaymentView(
        payment.id(),
        payment.invoiceId(),
        payer,
        payment.provider(),
        payment.providerPaymentId(),
        payment.status(),
        payment.amount(),
        payment.refunded(),
        payment.amount().currency().getCurrencyCode(),
        payment.paidAt(),
        payment.methodLabel(),
        payment.note(),
        payment.isUnapplied(),
        payment.reconciliationState(),
        payment.exceptionReason(),
        null,
        payment.version());
  }

  PaymentView with(List<Attempt> exchanges) {
    return new PaymentView(
        id,
        invoiceId,
        payer,
        provider,
        providerPaymentId,
        status,
        amount,
        refunded,
        currency,
        paidAt,
        methodLabel,
        note,
        unapplied,
        reconciliationState,
        exceptionReason,
        exchanges,
        version);
  }
}
