package com.duespark.activities.payments;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.inbox.WebhookEvent;
import com.duespark.domain.payments.Connections;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.payments.PaymentAttempts;
import com.duespark.domain.payments.PaymentProvider;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.payments.ProviderFact;
import com.duespark.domain.payments.StripeFacts;
import com.duespark.domain.shared.Money;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Books what a provider reported, in any order and however often (PAY-04). What does not lead back
 * to an attempt of ours is not believed; what comes before its payment makes us fetch the payment
 * first.
 */
@Component
public class Posting {

  private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

  private final Inbox inbox;
  private final PaymentAttempts attempts;
  private final Payments payments;
  private final Connections connections;
  private final PaymentPages pages;
  private final PostingSteps steps;

  Posting(
      Inbox inbox,
      PaymentAttempts attempts,
      Payments payments,
      Connections connections,
      PaymentPages pages,
      PostingSteps steps) {
    this.inbox = inbox;
    this.attempts = attempts;
    this.payments = payments;
    this.connections = connections;
    this.pages = pages;
    this.steps = steps;
  }

  /**
   * Posts one stored event of the bound tenant.
   *
   * @return the invoice it was about
   */
  public UUID post(UUID eventId) {
    var event = inbox.readWebhook(eventId).orElseThrow();
    var fact = StripeFacts.read(event.payload());
    var attempt =
        attempts
            .byFact(fact)
            .orElseThrow(() -> new IllegalStateException("No attempt for " + eventId));
    switch (fact) {
      case ProviderFact.Page page -> page(attempt, page);
      case ProviderFact.Paid paid -> {
        if (isProven(event, attempt, paid.reference())) {
          steps.paid(attempt.id(), paid.reference(), paid.amount());
        }
      }
      case ProviderFact.MoneyBack back -> {
        if (isProven(event, attempt, back.reference())) {
          fetchPaymentFirst(attempt, back.reference());
          steps.wentBack(
              attempt.invoiceId(),
              back.reference(),
              back.inAll(),
              "REFUND",
              back.refundReference());
        }
      }
      case ProviderFact.Dispute dispute -> {
        if (isProven(event, attempt, dispute.reference())) {
          fetchPaymentFirst(attempt, dispute.reference());
          steps.disputed(attempt.invoiceId(), dispute);
        }
      }
      case ProviderFact.Unrelated unrelated -> LOG.debug("event {} ignored", eventId);
    }
    inbox.bookedWebhook(eventId);
    return attempt.invoiceId();
  }

  private void page(PaymentAttempt attempt, ProviderFact.Page page) {
    switch (page.state()) {
      case PAID -> steps.paid(attempt.id(), reference(page), amount(attempt, page));
      case PROCESSING -> steps.processing(attempt.id(), reference(page), amount(attempt, page));
      case FAILED -> steps.failed(attempt.id(), reference(page));
      case EXPIRED -> steps.expired(attempt.id());
    }
  }

  private static String reference(ProviderFact.Page page) {
    return Objects.requireNonNull(page.reference(), "A paid page names its payment");
  }

  private static Money amount(PaymentAttempt attempt, ProviderFact.Page page) {
    return page.amount() == null ? attempt.amount() : page.amount();
  }

  /**
   * Metadata can be written by anyone: only the provider's own page of our attempt proves the
   * payment.
   */
  private boolean isProven(WebhookEvent event, PaymentAttempt attempt, String reference) {
    if (reference.equals(attempt.reference())) {
      return true;
    }
    var sessionId = attempt.sessionId();
    boolean proven = sessionId != null && reference.equals(see(attempt, sessionId).reference());
    if (!proven) {
      inbox.deadLetter(
          event,
          InvoiceWorkflow.workflowId(attempt.invoiceId()),
          "No attempt of ours led to the payment " + reference,
          true);
    }
    return proven;
  }

  private void fetchPaymentFirst(PaymentAttempt attempt, String reference) {
    boolean known =
        payments
            .byReference(PaymentProvider.STRIPE, reference)
            .filter(payment -> payment.status().wasReceived())
            .isPresent();
    if (!known) {
      var seen = see(attempt, Objects.requireNonNull(attempt.sessionId()));
      if (seen.state() == PaymentPages.State.PAID) {
        steps.paid(
            attempt.id(), reference, seen.amount() == null ? attempt.amount() : seen.amount());
      }
    }
  }

  private PaymentPages.Seen see(PaymentAttempt attempt, String sessionId) {
    var connection = connections.find(attempt.connectionId()).orElseThrow();
    return pages.look(connection, sessionId);
  }
}
