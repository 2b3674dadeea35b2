package com.duespark.activities.stripe;

import com.duespark.activities.payments.PaymentPages;
import com.duespark.activities.shared.ProviderCalls;
import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.portal.PortalLinks;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Stripe Checkout: one session for the balance (STR-04). */
@Component
class StripePaymentPages implements PaymentPages {

  private final StripeClients clients;
  private final PortalLinks links;
  private final ProviderCalls calls;

  StripePaymentPages(StripeClients clients, PortalLinks links, ProviderCalls calls) {
    this.clients = clients;
    this.links = links;
    this.calls = calls;
  }

  @Override
  public Page open(Connection connection, PaymentAttempt attempt, PageRequest request) {
    return calls.call(
        "stripe", "open_page", () -> create(connection, attempt, request), page -> "open");
  }

  private Page create(Connection connection, PaymentAttempt attempt, PageRequest request) {
    var once = RequestOptions.builder().setIdempotencyKey(attempt.id().toString()).build();
    try {
      var params = ToStripe.session(attempt, request, links.page(request.portalTokenId()));
      var session = clients.of(connection).v1().checkout().sessions().create(params, once);
      return new Page(session.getId(), session.getUrl());
    } catch (ArithmeticException e) {
      throw new ProviderRefused("Stripe takes no such fraction of " + attempt.amount(), e);
    } catch (StripeException e) {
      throw StripeErrors.read(e);
    }
  }

  @Override
  public Seen look(Connection connection, String sessionId) {
    return calls.call(
        "stripe", "look_at_page", () -> retrieve(connection, sessionId), StripePaymentPages::word);
  }

  private Seen retrieve(Connection connection, String sessionId) {
    try {
      return FromStripe.seen(clients.of(connection).v1().checkout().sessions().retrieve(sessionId));
    } catch (StripeException e) {
      throw StripeErrors.read(e);
    }
  }

  @Override
  public Seen expire(Connection connection, String sessionId) {
    return calls.call(
        "stripe", "expire_page", () -> close(connection, sessionId), StripePaymentPages::word);
  }

  private Seen close(Connection connection, String sessionId) {
    try {
      return FromStripe.seen(clients.of(connection).v1().checkout().sessions().expire(sessionId));
    } catch (InvalidRequestException e) {
      return retrieve(connection, sessionId);
    } catch (StripeException e) {
      throw StripeErrors.read(e);
    }
  }

  private static String word(Seen seen) {
    return seen.state().name().toLowerCase(Locale.ROOT);
  }
}
