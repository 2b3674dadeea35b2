package com.duespark.activities.stripe;

import com.duespark.activities.payments.PaymentPages.ProviderDown;
import com.duespark.activities.payments.PaymentPages.ProviderRefused;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;

/** Which of Stripe's failures may pass and which are final. */
final class StripeErrors {

  private StripeErrors() {}

  static RuntimeException read(StripeException failure) {
    boolean mayPass =
        failure instanceof ApiConnectionException
            || failure instanceof RateLimitException
            || failure.getStatusCode() == null
            || failure.getStatusCode() == 409
            || failure.getStatusCode() == 429
            || failure.getStatusCode() >= 500;
    var message =
        failure.getStripeError() == null
            ? failure.getMessage()
            : failure.getStripeError().getMessage();
    return mayPass
        ? new ProviderDown("Stripe: " + message, failure)
        : new ProviderRefused("Stripe: " + message, failure);
  }
}
