package com.duespark.activities.payments;

import com.duespark.activities.payments.PaymentPages.Seen;
import com.duespark.activities.payments.PaymentPages.State;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.payments.StripeAmounts;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Money;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * News of a payment page that we asked for ourselves, stored as the event that the provider should
 * have sent. The same news twice is one row.
 */
@Component
class SyntheticEvents {

  private final Inbox inbox;

  SyntheticEvents(Inbox inbox) {
    this.inbox = inbox;
  }

  /** Stores what was seen of the attempt's page; true when it was news. */
  boolean store(PaymentAttempt attempt, Seen seen) {
    var session = Objects.requireNonNull(attempt.sessionId());
    Money amount = seen.amount() == null ? attempt.amount() : seen.amount();
    var object = new HashMap<String, Object>();
    object.put("id", session);
    object.put("payment_status", seen.state() == State.PROCESSING ? "unpaid" : "paid");
    object.put("amount_total", StripeAmounts.toStripe(amount));
    object.put("currency", amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT));
    if (seen.reference() != null) {
      object.put("payment_intent", seen.reference());
    }
    var id = "seen:%s:%s".formatted(session, seen.state());
    var type =
        seen.state() == State.EXPIRED ? "checkout.session.expired" : "checkout.session.completed";
    var event = Map.of("id", id, "type", type, "data", Map.of("object", object));
    return inbox
        .storeWebhook("stripe", id, attempt.tenantId(), attempt.connectionId(), Json.write(event))
        .isPresent();
  }
}
