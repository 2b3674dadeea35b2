package com.duespark.activities.stripe;

import com.duespark.activities.payments.PaymentPages.PageRequest;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.payments.StripeAmounts;
import com.duespark.domain.payments.StripeFacts;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import java.util.Locale;
import java.util.Map;

/** A payment page in Stripe's words. The same attempt always gives the same parameters. */
final class ToStripe {

  private ToStripe() {}

  static SessionCreateParams session(PaymentAttempt attempt, PageRequest request, String returnTo) {
    var metadata =
        Map.of(
            StripeFacts.ATTEMPT,
            attempt.id().toString(),
            "tenant_id",
            attempt.tenantId().toString(),
            "invoice_id",
            attempt.invoiceId().toString());
    var params =
        SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.PAYMENT)
            .setClientReferenceId(attempt.invoiceId().toString())
            .putAllMetadata(metadata)
            .setPaymentIntentData(PaymentIntentData.builder().putAllMetadata(metadata).build())
            .setSuccessUrl(returnTo + "?paid=1")
            .setCancelUrl(returnTo + "?cancelled=1")
            .setExpiresAt(request.expiresAt())
            .addLineItem(
                LineItem.builder()
                    .setQuantity(1L)
                    .setPriceData(
                        LineItem.PriceData.builder()
                            .setCurrency(
                                attempt
                                    .amount()
                                    .currency()
                                    .getCurrencyCode()
                                    .toLowerCase(Locale.ROOT))
                            .setUnitAmount(StripeAmounts.toStripe(attempt.amount()))
                            .setProductData(
                                LineItem.PriceData.ProductData.builder()
                                    .setName(request.title())
                                    .build())
                            .build())
                    .build());
    if (request.payerEmail() != null) {
      params.setCustomerEmail(request.payerEmail());
    }
    return params.build();
  }
}
