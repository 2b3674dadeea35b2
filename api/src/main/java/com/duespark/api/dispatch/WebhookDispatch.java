package com.duespark.api.dispatch;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.inbox.WebhookEvent;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.payments.PaymentAttempts;
import com.duespark.domain.payments.PaymentProvider;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.payments.ProviderFact;
import com.duespark.domain.payments.StripeFacts;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.shared.FactRef;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the invoice that an event is about and tells its workflow (WF-07). */
@Component
class WebhookDispatch {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatch.class);

  /**
   * Stripe tells of a payment twice at once, by its page and by itself. The page is proof, so it
   * goes first; then the workflow need not hear the same again.
   */
  private static final Duration PAGE_GOES_FIRST = Duration.ofSeconds(2);

  private final Inbox inbox;
  private final PaymentAttempts attempts;
  private final Payments payments;
  private final EntityWorkflows invoices;
  private final MeterRegistry meters;

  WebhookDispatch(
      Inbox inbox,
      PaymentAttempts attempts,
      Payments payments,
      EntityWorkflows invoices,
      MeterRegistry meters) {
    this.inbox = inbox;
    this.attempts = attempts;
    this.payments = payments;
    this.invoices = invoices;
    this.meters = meters;
  }

  void dispatch(WebhookEvent event) {
    ProviderFact fact;
    try {
      fact = StripeFacts.read(event.payload());
    } catch (RuntimeException e) {
      fail(event, "Cannot be read: " + e.getMessage());
      return;
    }
    if (fact instanceof ProviderFact.Unrelated) {
      finish(event, "IGNORED", null);
      return;
    }
    var tenantId = event.tenantId();
    var attempt =
        tenantId == null
            ? Optional.<PaymentAttempt>empty()
            : Tenant.call(tenantId, () -> attempts.byFact(fact));
    if (tenantId != null && fact instanceof ProviderFact.Paid paid && isBooked(tenantId, paid)) {
      finish(event, "IGNORED", "Its page has told of it");
    } else if (fact instanceof ProviderFact.Paid && event.attempts() == 1) {
      inbox.releaseWebhook(event.id(), "Its page goes first", PAGE_GOES_FIRST);
    } else if (tenantId != null && attempt.isPresent()) {
      tell(event, tenantId, attempt.get().invoiceId(), fact.isReversal());
    } else if (tenantId != null && !StripeFacts.claimsTenant(event.payload(), tenantId)) {
      finish(event, "IGNORED", "Another payment of the same account");
    } else {
      fail(event, "It does not lead back to anything that we asked for");
    }
  }

  private void tell(WebhookEvent event, UUID tenantId, UUID invoiceId, boolean reversal) {
    try {
      invoices.tell(new FactRef(tenantId, event.id()), invoiceId, reversal);
      finish(event, "PROCESSED", null);
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      LOG.warn("event {} waits for Temporal: {}", event.id(), e.getMessage());
      inbox.releaseWebhook(event.id(), "Temporal is away", Duration.ofSeconds(1));
    }
  }

  private void finish(WebhookEvent event, String outcome, @Nullable String why) {
    inbox.finishWebhook(event.id(), outcome, why);
    timed(event, outcome);
  }

  /** How long after its arrival an event reached its invoice is what a payer waits for. */
  private void timed(WebhookEvent event, String outcome) {
    meters
        .timer(
            "duespark_webhook_dispatch",
            "provider",
            event.provider(),
            "outcome",
            outcome.toLowerCase(Locale.ROOT))
        .record(Duration.between(event.receivedAt(), Instant.now()));
  }

  private boolean isBooked(UUID tenantId, ProviderFact.Paid paid) {
    return Tenant.call(
            tenantId, () -> payments.byReference(PaymentProvider.STRIPE, paid.reference()))
        .filter(payment -> payment.status().wasReceived())
        .isPresent();
  }

  /** A person has to look: nothing about money is dropped silently (STR-08). */
  private void fail(WebhookEvent event, String why) {
    LOG.error("event {} of {} is a dead letter: {}", event.id(), event.provider(), why);
    inbox.failWebhook(event, why, why, true);
    timed(event, "FAILED");
  }
}
