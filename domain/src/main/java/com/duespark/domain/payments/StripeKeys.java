package com.duespark.domain.payments;

/**
 * What a business gave us for its Stripe account. Sealed at rest, never logged.
 *
 * @param secretKey {@code sk_…}
 * @param webhookSecret {@code whsec_…} of the endpoint of this connection
 */
public record StripeKeys(String secretKey, String webhookSecret) {

  @Override
  public String toString() {
    return "StripeKeys[***]";
  }
}
