package com.duespark.api.portal;

import com.duespark.api.invoices.Papers;
import com.duespark.api.portal.PortalVisits.Visit;
import com.duespark.documents.portal.PortalView;
import com.duespark.documents.portal.PortalView.State;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.Connections;
import com.duespark.domain.payments.PaymentStatus;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.tenants.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the payer's page shows. */
@Component
class PortalViews {

  /** How the payer came to the page. */
  enum Arrival {
    BY_LINK,
    FROM_PAYING,
    FROM_CANCELLING
  }

  private final Papers papers;
  private final Payments payments;
  private final Connections connections;
  private final PortalAnswers answers;
  private final Tenants tenants;

  PortalViews(
      Papers papers,
      Payments payments,
      Connections connections,
      PortalAnswers answers,
      Tenants tenants) {
    this.papers = papers;
    this.payments = payments;
    this.connections = connections;
    this.answers = answers;
    this.tenants = tenants;
  }

  /** Reads the invoice for a visitor whose link is at this path. */
  @Transactional(readOnly = true)
  public PortalView show(Visit visit, String path, Arrival arrival) {
    var drawn = papers.draw(visit.invoiceId());
    boolean received = !drawn.standing().received().isEmpty();
    return new PortalView(
        drawn.document(),
        drawn.standing(),
        tenants.today(),
        state(drawn.invoice(), arrival),
        path + "/pay",
        path + "/pdf",
        received ? path + "/receipt" : null,
        cardOffered(),
        Ids.next().toString(),
        answers.of(drawn.invoice(), path));
  }

  private State state(Invoice invoice, Arrival arrival) {
    if (invoice.status() == InvoiceStatus.VOID) {
      return State.VOID;
    }
    if (invoice.status() == InvoiceStatus.PAID) {
      return State.PAID;
    }
    if (!invoice.isPayable()) {
      return State.NOTHING_DUE;
    }
    boolean processing =
        payments.of(invoice.id()).stream()
            .anyMatch(payment -> payment.status() == PaymentStatus.PENDING);
    if (processing) {
      return State.PROCESSING;
    }
    return switch (arrival) {
      case BY_LINK -> State.PAYABLE;
      case FROM_PAYING -> State.CONFIRMING;
      case FROM_CANCELLING -> State.CANCELLED;
    };
  }

  private boolean cardOffered() {
    return connections
        .current("stripe")
        .filter(connection -> connection.status() == Connection.Status.CONNECTED)
        .isPresent();
  }
}
