package com.duespark.activities.invoices;

import com.duespark.activities.reminders.Replanning;
import com.duespark.activities.shared.Counts;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.deliveries.DeliveryType;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.invoices.SendState;
import com.duespark.domain.notifications.Notifications;
import com.duespark.domain.tenants.Tenants;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the end of a message means for its invoice (WF-01f, INV-13). Invoice row locked, delivery
 * row locked.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SendOutcome {

  private final Invoices invoices;
  private final Deliveries deliveries;
  private final Tenants tenants;
  private final Replanning cadences;
  private final Notifications notifications;
  private final Audit audit;
  private final ProductEvents events;
  private final Counts counts;

  SendOutcome(
      Invoices invoices,
      Deliveries deliveries,
      Tenants tenants,
      Replanning cadences,
      Notifications notifications,
      Audit audit,
      ProductEvents events,
      Counts counts) {
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.tenants = tenants;
    this.cadences = cadences;
    this.notifications = notifications;
    this.audit = audit;
    this.events = events;
    this.counts = counts;
  }

  /** A provider took it; the first acceptance makes the invoice SENT. */
  public void accepted(
      Invoice invoice, Delivery delivery, LedgerEntry entry, @Nullable String messageId) {
    var now = tenants.businessNow();
    counts.delivered(deliveries.save(delivery.move(entry).acceptedAs(messageId, now)));
    if (delivery.type() != DeliveryType.INVOICE_SENT) {
      return;
    }
    var trail = trail(delivery);
    audit.record(
        trail,
        "delivery.sent",
        "delivery",
        delivery.id(),
        null,
        Map.of("invoice_id", invoice.id()));
    if (invoice.status() == InvoiceStatus.VOID) {
      tellAuthor(invoice, "The mail of the voided invoice had already left");
      return;
    }
    boolean first = invoice.status().isBeforeSent();
    invoices.save(invoice.accepted(now));
    cadences.track(invoice.contactId());
    if (first) {
      audit.record(trail, "invoice.sent", "invoice", invoice.id(), null, Map.of("status", "SENT"));
      events.record(trail, "invoice.sent", Map.of("invoice_id", invoice.id()));
      counts.invoiceSent();
    }
  }

  /** It ended without acceptance: FAILED, SUPPRESSED or UNKNOWN. */
  public void ended(
      Invoice invoice, Delivery delivery, LedgerEntry entry, @Nullable String reason) {
    counts.delivered(deliveries.save(delivery.move(entry).because(reason)));
    if (delivery.type() != DeliveryType.INVOICE_SENT || invoice.sendState() != SendState.SENDING) {
      return;
    }
    var siblings = deliveries.byCommand(Objects.requireNonNull(delivery.commandId()));
    if (siblings.stream().anyMatch(sibling -> sibling.status().isUnfinished())) {
      return;
    }
    boolean unknown =
        siblings.stream().anyMatch(sibling -> sibling.status() == DeliveryStatus.UNKNOWN);
    var why = reason == null ? "The message was not accepted" : reason;
    invoices.save(unknown ? invoice.sendUnknown(why) : invoice.sendFailed(why));
    events.record(trail(delivery), "invoice.send_failed", Map.of("invoice_id", invoice.id()));
    audit.record(
        trail(delivery),
        "invoice.send_failed",
        "invoice",
        invoice.id(),
        null,
        Map.of("send_state", invoice.sendState().name()));
    tellAuthor(
        invoice,
        unknown
            ? "Not known whether the invoice was sent; please decide"
            : "The invoice could not be sent");
  }

  void tellAuthor(Invoice invoice, String title) {
    notifications.tell(invoice.createdBy(), "invoice.send", title, "invoice", invoice.id());
  }

  private static Trail trail(Delivery delivery) {
    return Trail.system("invoice/" + delivery.invoiceId());
  }
}
