package com.duespark.activities.invoices;

import com.duespark.documents.mail.InvoiceMail;
import com.duespark.documents.mail.Mail;
import com.duespark.documents.mail.ReceiptMail;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.deliveries.Audience;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryType;
import com.duespark.domain.deliveries.FrozenMail;
import com.duespark.domain.deliveries.FrozenMail.Attachment;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceCommand.Send;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.notifications.Notifications;
import com.duespark.domain.payments.Payment;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.payments.Standings;
import com.duespark.domain.portal.PortalLinks;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the messages about an invoice into the ledger, frozen, in the running transaction. */
@Component
class Messages {

  private final Deliveries deliveries;
  private final Payments payments;
  private final PortalLinks links;
  private final Tenants tenants;
  private final Notifications notifications;
  private final Audit audit;

  Messages(
      Deliveries deliveries,
      Payments payments,
      PortalLinks links,
      Tenants tenants,
      Notifications notifications,
      Audit audit) {
    this.deliveries = deliveries;
    this.payments = payments;
    this.links = links;
    this.tenants = tenants;
    this.notifications = notifications;
    this.audit = audit;
  }

  /** The invoice itself, one message for each address. */
  List<UUID> invoice(
      Invoice invoice, Contact contact, Send send, UUID commandId, @Nullable UUID sender) {
    var document = frozen(invoice);
    var tenant = tenants.current();
    var standing = standing(invoice, tenant);
    var file = invoice.number() + ".pdf";
    var to =
        send.emails().isEmpty()
            ? List.of(Objects.requireNonNull(contact.email()))
            : send.emails().stream().distinct().toList();
    var ids = new ArrayList<UUID>();
    for (var address : to) {
      var mail = InvoiceMail.write(document, standing, FrozenMail.LINK, send.message(), file);
      var frozen =
          freeze(
              tenant,
              document,
              mail,
              send.includePdf() ? Attachment.INVOICE : Attachment.NONE,
              file);
      var key = "INVOICE:%s:%s".formatted(invoice.id(), commandId);
      ids.add(
          deliveries
              .save(
                  Delivery.mail(
                          invoice.tenantId(),
                          DeliveryType.INVOICE_SENT,
                          Audience.PAYER,
                          key,
                          address,
                          frozen)
                      .about(contact.id(), invoice.id())
                      .by(commandId, sender)
                      .withLink(link(invoice, sender)))
              .id());
    }
    return ids;
  }

  /** Receipts to the payer and to the business (PAY-06). */
  void receipts(Invoice invoice, Payment payment) {
    var document = frozen(invoice);
    var tenant = tenants.current();
    var standing = standing(invoice, tenant);
    var received = Standings.received(payment, tenant.zone());
    var file = "Receipt-" + invoice.number() + ".pdf";
    if (document.buyer().email() != null) {
      var mail = ReceiptMail.toPayer(document, standing, received, FrozenMail.LINK, file);
      receipt(
          invoice,
          payment,
          Audience.PAYER,
          document.buyer().email(),
          freeze(tenant, document, mail, Attachment.RECEIPT, file));
    }
    merchantAddress(tenant)
        .ifPresent(
            address -> {
              var mail = ReceiptMail.toMerchant(document, standing, received, FrozenMail.LINK);
              receipt(
                  invoice,
                  payment,
                  Audience.MERCHANT,
                  address,
                  freeze(tenant, document, mail, Attachment.NONE, null));
            });
  }

  private void receipt(
      Invoice invoice, Payment payment, Audience audience, String to, FrozenMail mail) {
    deliveries.save(
        Delivery.mail(
                invoice.tenantId(),
                DeliveryType.PAYMENT_RECEIVED,
                audience,
                "RECEIPT:%s:%s".formatted(payment.id(), audience),
                to,
                mail)
            .about(audience == Audience.PAYER ? invoice.contactId() : null, invoice.id())
            .forPayment(payment.id())
            .withLink(link(invoice, null)));
  }

  private Optional<String> merchantAddress(TenantProfile tenant) {
    var own = tenant.settings().company().email();
    return own == null ? notifications.ownerEmail() : Optional.of(own);
  }

  private UUID link(Invoice invoice, @Nullable UUID creator) {
    Instant now = tenants.businessNow();
    var token = links.create(invoice.id(), invoice.dueDate(), now, creator);
    audit.record(
        Trail.system("invoice/" + invoice.id()),
        "portal_link.created",
        "invoice",
        invoice.id(),
        null,
        Map.of("token_id", token.id()));
    return token.id();
  }

  private PaymentStanding standing(Invoice invoice, TenantProfile tenant) {
    return Standings.of(invoice, payments.of(invoice.id()), tenants.today(), tenant.zone());
  }

  private static InvoiceDocument frozen(Invoice invoice) {
    return Objects.requireNonNull(invoice.document(), "An issued invoice has a document");
  }

  private static FrozenMail freeze(
      TenantProfile tenant,
      InvoiceDocument document,
      Mail mail,
      Attachment attachment,
      @Nullable String file) {
    var fromName = tenant.settings().sending().fromName();
    return new FrozenMail(
        fromName == null ? tenant.name() : fromName,
        document.seller().replyTo(),
        mail.subject(),
        mail.html(),
        mail.text(),
        attachment,
        attachment == Attachment.NONE ? null : file);
  }
}
