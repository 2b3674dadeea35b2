package com.duespark.activities.deliveries;

import com.duespark.activities.invoices.SendOutcome;
import com.duespark.activities.sending.Claimed;
import com.duespark.activities.sending.Email;
import com.duespark.activities.sending.TenantShare;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.deliveries.Audience;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.deliveries.DeliveryType;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.deliveries.LedgerEntry.Move;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.invoices.Invoices;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of the send ledger: invoice first, then the message. */
@Component
@Transactional
class DeliverySteps {

  private final Deliveries deliveries;
  private final Invoices invoices;
  private final Contacts contacts;
  private final SendOutcome outcome;
  private final TenantShare share;
  private final LedgerEntry.Policy policy;
  private final Clock clock;

  DeliverySteps(
      Deliveries deliveries,
      Invoices invoices,
      Contacts contacts,
      SendOutcome outcome,
      TenantShare share,
      LedgerEntry.Policy policy,
      Clock clock) {
    this.deliveries = deliveries;
    this.invoices = invoices;
    this.contacts = contacts;
    this.outcome = outcome;
    this.share = share;
    this.policy = policy;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Delivery read(UUID id) {
    return deliveries.find(id).orElseThrow();
  }

  /**
   * Takes the lease unless somebody else has it, the truth of this moment forbids the message, or
   * its business has had its share.
   */
  public Claimed claim(UUID id, UUID token, String mailer, Email email) {
    var invoice = lockInvoice(id);
    var delivery = deliveries.lock(id).orElseThrow();
    var entry = delivery.entry();
    if (!(entry.next(clock.instant(), policy) instanceof Move.Send)) {
      return new Claimed.Nothing();
    }
    var objection = objection(invoice, delivery);
    if (objection.isPresent()) {
      outcome.ended(invoice, delivery, entry.suppressed(), objection.get());
      return new Claimed.Nothing();
    }
    var wait = share.take();
    if (wait.isPresent()) {
      return new Claimed.NotNow(wait.get());
    }
    var now = clock.instant();
    deliveries.save(delivery.move(entry.claim(token, now, policy)).claimedBy(mailer, now));
    return new Claimed.Taken(email);
  }

  /** Why this message must not leave any more (law 6). */
  private Optional<String> objection(Invoice invoice, Delivery delivery) {
    if (delivery.type() == DeliveryType.INVOICE_SENT && invoice.status() == InvoiceStatus.VOID) {
      return Optional.of("The invoice was voided");
    }
    if (delivery.audience() == Audience.PAYER
        && delivery.contactId() != null
        && contacts.suppressed(delivery.contactId()).contains(delivery.channel())) {
      return Optional.of("The contact does not want messages on this channel");
    }
    return Optional.empty();
  }

  /** Records what became of an attempt, if that attempt still holds the lease. */
  public void record(
      UUID id, UUID token, LedgerEntry moved, @Nullable String messageId, @Nullable String reason) {
    var invoice = lockInvoice(id);
    var delivery = deliveries.lock(id).orElseThrow();
    if (!delivery.entry().holds(token)) {
      return;
    }
    if (moved.status() == DeliveryStatus.SENT) {
      outcome.accepted(invoice, delivery, moved, messageId);
    } else if (moved.status().isUnfinished()) {
      release(invoice, delivery, moved, reason);
    } else {
      outcome.ended(invoice, delivery, moved, reason);
    }
  }

  /** A message that is free again may have been called off while its attempt was under way. */
  private void release(
      Invoice invoice, Delivery delivery, LedgerEntry moved, @Nullable String reason) {
    var objection =
        moved.status() == DeliveryStatus.NEW
            ? objection(invoice, delivery)
            : Optional.<String>empty();
    if (objection.isPresent()) {
      outcome.ended(invoice, delivery, moved.suppressed(), objection.get());
    } else {
      deliveries.save(delivery.move(moved).because(reason));
    }
  }

  private Invoice lockInvoice(UUID deliveryId) {
    var delivery = deliveries.find(deliveryId).orElseThrow();
    return invoices.lock(Objects.requireNonNull(delivery.invoiceId())).orElseThrow();
  }
}
