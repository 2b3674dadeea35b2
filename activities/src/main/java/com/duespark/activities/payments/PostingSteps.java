package com.duespark.activities.payments;

import com.duespark.activities.invoices.PaymentBooks;
import com.duespark.activities.reminders.Replanning;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.notifications.Notifications;
import com.duespark.domain.payments.Payment;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.payments.PaymentAttempt.Status;
import com.duespark.domain.payments.PaymentAttempts;
import com.duespark.domain.payments.PaymentProvider;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.payments.ProviderFact.Dispute;
import com.duespark.domain.shared.Money;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of posting: invoice first, then payment, then attempt. */
@Component
@Transactional
class PostingSteps {

  private final Invoices invoices;
  private final Payments payments;
  private final PaymentAttempts attempts;
  private final PaymentBooks books;
  private final Notifications notifications;
  private final Replanning cadences;
  private final JdbcClient jdbc;

  PostingSteps(
      Invoices invoices,
      Payments payments,
      PaymentAttempts attempts,
      PaymentBooks books,
      Notifications notifications,
      Replanning cadences,
      JdbcClient jdbc) {
    this.invoices = invoices;
    this.payments = payments;
    this.attempts = attempts;
    this.books = books;
    this.notifications = notifications;
    this.cadences = cadences;
    this.jdbc = jdbc;
  }

  public void paid(UUID attemptId, String reference, Money amount) {
    var attempt = attempt(attemptId);
    var invoice = lock(attempt.invoiceId());
    books.succeeded(invoice, PaymentProvider.STRIPE, reference, amount, attempt.amount());
    end(attempt, reference, Status.SUCCESS);
  }

  public void processing(UUID attemptId, String reference, Money amount) {
    var attempt = attempt(attemptId);
    var invoice = lock(attempt.invoiceId());
    books.processing(invoice, PaymentProvider.STRIPE, reference, amount);
    end(attempt, reference, Status.SUCCESS);
  }

  public void failed(UUID attemptId, String reference) {
    var attempt = attempt(attemptId);
    books.failed(PaymentProvider.STRIPE, reference, lock(attempt.invoiceId()));
    attempts.save(attempt.end(Status.FAILED));
  }

  public void expired(UUID attemptId) {
    attempts.save(attempt(attemptId).end(Status.EXPIRED));
  }

  public void wentBack(
      UUID invoiceId, String reference, Money inAll, String kind, String refundReference) {
    var invoice = lock(invoiceId);
    payments
        .byReference(PaymentProvider.STRIPE, reference)
        .ifPresent(payment -> books.wentBack(invoice, payment, inAll, kind, refundReference));
  }

  /** A dispute holds the invoice; a lost one takes the money away (STR-09). */
  public void disputed(UUID invoiceId, Dispute dispute) {
    var invoice = lock(invoiceId);
    switch (dispute.verdict()) {
      case OPENED -> {
        dunning(invoice, "OPEN");
        notifications.tell(
            null, "payment.disputed", "The payer's bank disputes a payment", "invoice", invoiceId);
      }
      case WON -> dunning(invoice, "RESOLVED");
      case LOST -> {
        dunning(invoice, "RESOLVED");
        payments
            .byReference(PaymentProvider.STRIPE, dispute.reference())
            .ifPresent(payment -> lost(invoice, payment, dispute));
      }
    }
  }

  private void lost(Invoice invoice, Payment payment, Dispute dispute) {
    books.wentBack(
        invoice,
        payment,
        payment.refunded().plus(dispute.amount()),
        "DISPUTE",
        dispute.disputeReference());
  }

  private void dunning(Invoice invoice, String state) {
    jdbc.sql(
            """
            insert into invoice_dunning (tenant_id, invoice_id, dispute_state, dispute_resolved_at)
            values (current_tenant(), :invoice, :state,
              case when :state = 'RESOLVED' then business_now() end)
            on conflict (tenant_id, invoice_id) do update
              set dispute_state = excluded.dispute_state,
                dispute_resolved_at = excluded.dispute_resolved_at,
                version = invoice_dunning.version + 1
            """)
        .param("invoice", invoice.id())
        .param("state", state)
        .update();
    cadences.changed(invoice.contactId());
  }

  private void end(PaymentAttempt attempt, String reference, Status status) {
    var payment = payments.byReference(PaymentProvider.STRIPE, reference);
    attempts.save(attempt.ledTo(reference, payment.map(Payment::id).orElse(null)).end(status));
  }

  private PaymentAttempt attempt(UUID id) {
    return attempts.find(id).orElseThrow();
  }

  private Invoice lock(UUID invoiceId) {
    return invoices.lock(invoiceId).orElseThrow();
  }
}
