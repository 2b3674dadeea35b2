package com.duespark.activities.invoices;

import com.duespark.activities.reminders.Replanning;
import com.duespark.activities.shared.Counts;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.commands.Command;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceCommand.RecordPayment;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.notifications.Notifications;
import com.duespark.domain.payments.Payment;
import com.duespark.domain.payments.PaymentProvider;
import com.duespark.domain.payments.PaymentStatus;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.payments.ReconciliationState;
import com.duespark.domain.payments.Refund;
import com.duespark.domain.payments.Refunds;
import com.duespark.domain.shared.Money;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money in, money back: one transaction each, with the invoice locked (PAY-03). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PaymentBooks {

  private final Payments payments;
  private final Refunds refunds;
  private final Invoices invoices;
  private final Issuing issuing;
  private final Messages messages;
  private final Replanning cadences;
  private final Notifications notifications;
  private final Tenants tenants;
  private final Audit audit;
  private final ProductEvents events;
  private final Counts counts;

  PaymentBooks(
      Payments payments,
      Refunds refunds,
      Invoices invoices,
      Issuing issuing,
      Messages messages,
      Replanning cadences,
      Notifications notifications,
      Tenants tenants,
      Audit audit,
      ProductEvents events,
      Counts counts) {
    this.payments = payments;
    this.refunds = refunds;
    this.invoices = invoices;
    this.issuing = issuing;
    this.messages = messages;
    this.cadences = cadences;
    this.notifications = notifications;
    this.tenants = tenants;
    this.audit = audit;
    this.events = events;
    this.counts = counts;
  }

  /** A payment that a person saw (PAY-10). */
  Payment record(Invoice invoice, RecordPayment received, Command command, Trail trail) {
    if (invoice.status() == InvoiceStatus.VOID) {
      throw Refused.conflict("VOID", "A void invoice takes no payment");
    }
    if (!received.currency().equals(invoice.currency())) {
      throw Refused.invalid(
          "currency", "CURRENCY_MISMATCH", "The invoice is in " + invoice.currency());
    }
    var amount = Money.of(received.amountMinor(), received.currency());
    if (amount.compareTo(invoice.amountDue()) > 0 && !received.allowOverpayment()) {
      throw Refused.invalid(
          "amount",
          "OVERPAYMENT",
          "Only %s is due; to record more, say so with allow_overpayment"
              .formatted(invoice.amountDue()));
    }
    var payment =
        Payment.recorded(
                invoice.tenantId(),
                invoice.id(),
                received.provider(),
                amount,
                received.paidAt() == null ? tenants.businessNow() : received.paidAt(),
                command.getId(),
                trail.userId().orElse(null))
            .labelled(received.methodLabel(), received.note());
    return received(invoice, payment, trail);
  }

  /**
   * A payment that a provider proved. Posting the same reference again changes nothing.
   *
   * @param asked what the attempt asked for
   */
  public void succeeded(
      Invoice invoice, PaymentProvider provider, String reference, Money amount, Money asked) {
    var payment =
        payments
            .byReference(provider, reference)
            .orElseGet(
                () ->
                    Payment.reported(
                        invoice.tenantId(), invoice.id(), provider, reference, amount));
    if (payment.status().wasReceived()) {
      return;
    }
    var trail =
        Trail.of(
            "provider:" + provider.name().toLowerCase(Locale.ROOT),
            null,
            "invoice/" + invoice.id());
    payment.succeed(tenants.businessNow());
    if (!amount.equals(asked)) {
      payment.exception("Asked for %s, got %s".formatted(asked, amount));
    }
    if (invoice.status() == InvoiceStatus.VOID) {
      payment.unapplied();
    }
    received(invoice, payment, trail);
  }

  private Payment received(Invoice invoice, Payment given, Trail trail) {
    var payment = payments.save(given);
    audit.record(
        trail,
        "payment.succeeded",
        "payment",
        payment.id(),
        null,
        Map.of("invoice_id", invoice.id(), "amount", payment.amount().toPlainString()));
    events.record(
        trail,
        "payment.succeeded",
        Map.of(
            "invoice_id",
            invoice.id(),
            "payment_id",
            payment.id(),
            "provider",
            payment.provider()));
    counts.paymentReceived(payment.provider());
    if (payment.isUnapplied()) {
      alarm(invoice, payment, "A payment arrived for a void invoice");
      return payment;
    }
    if (payment.reconciliationState() == ReconciliationState.EXCEPTION) {
      alarm(invoice, payment, "A payment does not match its invoice");
      return payment;
    }
    if (!invoice.isIssued()) {
      issuing.issue(invoice, issuing.contactOf(invoice));
    }
    recount(invoice, trail);
    if (invoice.amountOverpaid().isPositive()) {
      alarm(invoice, payment, "More was paid than was due");
    }
    messages.receipts(invoice, payment);
    return payment;
  }

  /**
   * Money is on its way and reminders wait: the provider has not heard from the payer's bank yet.
   */
  public void processing(
      Invoice invoice, PaymentProvider provider, String reference, Money amount) {
    if (payments.byReference(provider, reference).isEmpty()) {
      payments.save(
          Payment.reported(invoice.tenantId(), invoice.id(), provider, reference, amount));
      cadences.changed(invoice.contactId());
    }
  }

  public void failed(PaymentProvider provider, String reference, Invoice invoice) {
    payments
        .byReference(provider, reference)
        .ifPresent(
            payment -> {
              payments.save(payment.fail());
              cadences.changed(invoice.contactId());
              var trail = Trail.system("invoice/" + invoice.id());
              events.record(trail, "payment.failed", Map.of("invoice_id", invoice.id()));
              counts.paymentFailed(provider);
              audit.record(
                  trail,
                  "payment.failed",
                  "payment",
                  payment.id(),
                  null,
                  Map.of("invoice_id", invoice.id(), "status", payment.status()));
            });
  }

  /**
   * Money went back (INV-16). Repeated news of the same refund changes nothing.
   *
   * @param inAll everything that went back of this payment
   */
  public void wentBack(
      Invoice invoice, Payment payment, Money inAll, String kind, String reference) {
    var before = payment.refunded();
    if (inAll.compareTo(before) <= 0) {
      return;
    }
    payment.refundedInAll(inAll);
    var saved = payments.save(payment);
    refunds.save(Refund.of(saved, saved.refunded().minus(before), kind, reference));
    var trail = Trail.of("provider:stripe", null, "invoice/" + invoice.id());
    audit.record(
        trail,
        "payment.refunded",
        "payment",
        saved.id(),
        null,
        Map.of("invoice_id", invoice.id(), "refunded", saved.refunded().toPlainString()));
    events.record(
        trail, "payment.refunded", Map.of("invoice_id", invoice.id(), "payment_id", saved.id()));
    counts.paymentReversed(kind);
    if (invoice.status() != InvoiceStatus.VOID) {
      recount(invoice, trail);
    }
  }

  /** Recomputes what is paid from the payments themselves, and the status from that (MON-08). */
  private void recount(Invoice invoice, Trail trail) {
    var before = invoice.status();
    var paid =
        payments.of(invoice.id()).stream()
            .map(Payment::counted)
            .filter(Money::isPositive) // what does not count may be in another currency
            .reduce(Money.zero(invoice.total().currency()), Money::plus);
    invoices.save(invoice.received(paid, tenants.businessNow()));
    cadences.changed(invoice.contactId());
    var after = invoice.status();
    if (before.isBeforeSent()) {
      audit.record(
          trail,
          "invoice.sent",
          "invoice",
          invoice.id(),
          Map.of("status", before),
          Map.of("status", "SENT"));
      events.record(trail, "invoice.sent", Map.of("invoice_id", invoice.id()));
      counts.invoiceSent();
    }
    if (before != after) {
      audit.record(
          trail,
          "invoice." + after.name().toLowerCase(Locale.ROOT),
          "invoice",
          invoice.id(),
          Map.of("status", before),
          Map.of("status", after));
    }
    if (after == InvoiceStatus.PAID && before != InvoiceStatus.PAID) {
      events.record(trail, "invoice.paid", Map.of("invoice_id", invoice.id()));
      counts.invoicePaid();
    }
  }

  /** A payment that is still being processed must end before the amount changes. */
  void requireNoneProcessing(Invoice invoice) {
    if (payments.of(invoice.id()).stream()
        .anyMatch(payment -> payment.status() == PaymentStatus.PENDING)) {
      throw Refused.conflict(
          "PAYMENT_IN_PROGRESS", "A payment is being processed; wait until it ends");
    }
  }

  private void alarm(Invoice invoice, Payment payment, String what) {
    notifications.tell(null, "payment.exception", what, "payment", payment.id());
    counts.paymentException();
    events.record(
        Trail.system("invoice/" + invoice.id()),
        "payment.exception",
        Map.of("invoice_id", invoice.id(), "payment_id", payment.id()));
  }
}
