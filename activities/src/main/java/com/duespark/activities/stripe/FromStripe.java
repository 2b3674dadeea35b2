package com.duespark.activities.stripe;

import com.duespark.activities.payments.PaymentPages.Seen;
import com.duespark.activities.payments.PaymentPages.State;
import com.duespark.domain.payments.StripeAmounts;
import com.stripe.model.checkout.Session;

/** What Stripe says of a session, in our words. */
final class FromStripe {

  private FromStripe() {}

  static Seen seen(Session session) {
    var state =
        switch (session.getStatus()) {
          case "complete" ->
              "unpaid".equals(session.getPaymentStatus()) ? State.PROCESSING : State.PAID;
          case "expired" -> State.EXPIRED;
          default -> State.OPEN;
        };
    var amount =
        session.getAmountTotal() == null
            ? null
            : StripeAmounts.fromStripe(session.getAmountTotal(), session.getCurrency());
    return new Seen(state, session.getPaymentIntent(), amount);
  }
}
