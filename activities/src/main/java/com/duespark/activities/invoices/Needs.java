package com.duespark.activities.invoices;

import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.invoices.SendState;
import com.duespark.domain.payments.PaymentAttempts;
import com.duespark.domain.tenants.Tenants;
import com.duespark.workflows.invoices.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from rows what an invoice needs next; all that its workflow ever learns. */
@Component
public class Needs {

  private final Invoices invoices;
  private final Deliveries deliveries;
  private final PaymentAttempts attempts;
  private final Tenants tenants;

  Needs(Invoices invoices, Deliveries deliveries, PaymentAttempts attempts, Tenants tenants) {
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.tenants = tenants;
  }

  @Transactional(readOnly = true)
  public Standing of(UUID invoiceId) {
    return invoices.find(invoiceId).map(this::of).orElseGet(Needs::gone);
  }

  Standing of(Invoice invoice) {
    var toDeliver =
        deliveries.unfinished(invoice.id()).stream()
            .map(delivery -> new Standing.Message(delivery.id(), delivery.channel()))
            .toList();
    var untilSend = untilSend(invoice);
    return new Standing(
        invoice.status(),
        toDeliver,
        untilSend,
        !attempts.openOf(invoice.id()).isEmpty(),
        isClosed(invoice),
        story(invoice, toDeliver.size()));
  }

  /** A deleted draft: nothing to do. */
  private static Standing gone() {
    return new Standing(InvoiceStatus.DRAFT, List.of(), null, false, true, "Gone");
  }

  private @Nullable Duration untilSend(Invoice invoice) {
    if (invoice.status() != InvoiceStatus.SCHEDULED
        || invoice.scheduledSendAt() == null
        || invoice.sendState() != SendState.IDLE) {
      return null;
    }
    Instant now = tenants.businessNow();
    var wait = Duration.between(now, invoice.scheduledSendAt());
    return wait.isNegative() ? Duration.ZERO : Duration.ofSeconds(wait.toSeconds() + 1);
  }

  private static boolean isClosed(Invoice invoice) {
    return switch (invoice.status()) {
      case DRAFT -> invoice.sendState() != SendState.SENDING;
      case SCHEDULED, SENT, PARTIALLY_PAID -> false;
      case PAID, VOID, WRITTEN_OFF -> true;
    };
  }

  private static String story(Invoice invoice, int messages) {
    var next =
        switch (invoice.status()) {
          case DRAFT ->
              invoice.sendState() == SendState.SENDING
                  ? "Being sent."
                  : "On the desk. Send: " + invoice.sendState() + ".";
          case SCHEDULED -> "Will be sent at " + invoice.scheduledSendAt() + ".";
          case SENT -> "Waiting for payment, due " + invoice.dueDate() + ".";
          case PARTIALLY_PAID ->
              "Partly paid, waiting for the rest, due " + invoice.dueDate() + ".";
          case PAID -> "Paid in full.";
          case VOID -> "Void. Nothing more is sent or taken.";
          case WRITTEN_OFF -> "Written off.";
        };
    return "%s · %s%n%s%s"
        .formatted(
            invoice.number() == null ? "Draft" : invoice.number(),
            invoice.status(),
            next,
            messages == 0 ? "" : " Messages under way: %d.".formatted(messages))
        .replace("\r\n", "\n");
  }
}
