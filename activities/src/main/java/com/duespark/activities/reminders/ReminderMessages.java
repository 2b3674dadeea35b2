package com.duespark.activities.reminders;

import com.duespark.activities.sending.Email;
import com.duespark.documents.mail.ReminderMail;
import com.duespark.documents.mail.ReminderMail.Item;
import com.duespark.documents.mail.ReminderMail.Rest;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.deliveries.Audience;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryType;
import com.duespark.domain.deliveries.FrozenMail;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.payments.Standings;
import com.duespark.domain.portal.PortalLinks;
import com.duespark.domain.portal.PortalToken;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.shared.Money;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.Tenants;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the message for the reminders of one slot, in the transaction that claims them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReminderMessages {

  /** A message that is about to leave, with the links whose secrets are not in its row. */
  record Message(Delivery delivery, List<PortalToken> links) {}

  private final Payments payments;
  private final PortalLinks links;
  private final Tenants tenants;
  private final Audit audit;

  ReminderMessages(Payments payments, PortalLinks links, Tenants tenants, Audit audit) {
    this.payments = payments;
    this.links = links;
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * One message about all that is due (REM-40, REM-69).
   *
   * @param deliveryId what the reminders are bound to
   * @param tries how often this slot was tried, this time included
   * @param due what the plan says, the most pressing first
   * @param owed the customer's open invoices, locked
   * @param today the customer's day
   * @param words the sender's own, null for the usual ones
   */
  Message write(
      UUID deliveryId,
      int tries,
      Contact contact,
      List<Planned> due,
      List<Invoice> owed,
      LocalDate today,
      @Nullable String words) {
    var tenant = tenants.current();
    var byId = owed.stream().collect(Collectors.toMap(Invoice::id, invoice -> invoice));
    var chased =
        due.stream().map(planned -> Objects.requireNonNull(byId.get(planned.invoiceId()))).toList();
    var delivery = frame(deliveryId, tries, contact, due.getFirst());
    var tokens = new ArrayList<PortalToken>();
    var items = new ArrayList<Item>();
    for (var invoice : chased.subList(0, Math.min(chased.size(), ReminderMail.MOST))) {
      var token = links.create(invoice.id(), invoice.dueDate(), tenants.businessNow(), delivery);
      audit.record(
          Trail.system("cadence/" + invoice.contactId()),
          "portal_link.created",
          "invoice",
          invoice.id(),
          null,
          Map.of("token_id", token.id()));
      tokens.add(token);
      items.add(item(invoice, tenant, today, token));
    }
    var tone = due.stream().map(Planned::tone).reduce(Tone.FRIENDLY, Tone::or);
    var mail = ReminderMail.write(tone, items, rest(chased), words);
    var fromName = tenant.settings().sending().fromName();
    var frozen =
        new FrozenMail(
            fromName == null ? tenant.name() : fromName,
            items.getFirst().document().seller().replyTo(),
            mail.subject(),
            mail.html(),
            mail.text(),
            FrozenMail.Attachment.NONE,
            null);
    return new Message(delivery.carrying(frozen), List.copyOf(tokens));
  }

  private static Delivery frame(UUID deliveryId, int tries, Contact contact, Planned first) {
    var key =
        "REMINDER:%s:%d:%s:%s:%d"
            .formatted(first.invoiceId(), first.cycle(), first.step().key(), first.sendAt(), tries);
    return Delivery.mail(
            deliveryId,
            contact.tenantId(),
            DeliveryType.REMINDER,
            Audience.PAYER,
            key,
            Objects.requireNonNull(contact.email()))
        .about(contact.id(), null);
  }

  private Item item(Invoice invoice, TenantProfile tenant, LocalDate today, PortalToken token) {
    var standing = Standings.of(invoice, payments.of(invoice.id()), tenants.today(), tenant.zone());
    return new Item(
        Objects.requireNonNull(invoice.document()),
        standing,
        (int) ChronoUnit.DAYS.between(invoice.dueDate(), today),
        FrozenMail.link(token.id()));
  }

  private static Rest rest(List<Invoice> chased) {
    if (chased.size() <= ReminderMail.MOST) {
      return Rest.NONE;
    }
    var unlisted = chased.subList(ReminderMail.MOST, chased.size());
    var sums =
        unlisted.stream()
            .map(Invoice::amountDue)
            .collect(Collectors.toMap(Money::currency, due -> due, Money::plus));
    return new Rest(unlisted.size(), List.copyOf(sums.values()));
  }

  /** The mail that leaves, with the real links. */
  Email seal(Message message) {
    var delivery = message.delivery();
    var frozen = delivery.request();
    var html = frozen.html();
    var text = frozen.text();
    for (var token : message.links()) {
      var page = links.page(token);
      html = html.replace(FrozenMail.link(token.id()), page);
      text = text.replace(FrozenMail.link(token.id()), page);
    }
    return new Email(
        delivery.id(),
        frozen.fromName(),
        frozen.replyTo(),
        delivery.recipient(),
        frozen.subject(),
        html,
        text,
        List.of(),
        Map.of(
            "tenant_id", delivery.tenantId().toString(),
            "contact_id", Objects.requireNonNull(delivery.contactId()).toString()));
  }
}
