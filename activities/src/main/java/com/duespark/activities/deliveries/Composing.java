package com.duespark.activities.deliveries;

import com.duespark.activities.sending.Email;
import com.duespark.activities.sending.Email.Attachment;
import com.duespark.documents.pdf.InvoicePdf;
import com.duespark.documents.pdf.ReceiptPdf;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.FrozenMail;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.payments.Standings;
import com.duespark.domain.portal.PortalLinks;
import com.duespark.domain.tenants.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns a frozen message into the mail that leaves: the link filled in, the document attached. */
@Component
class Composing {

  private final Invoices invoices;
  private final Payments payments;
  private final Tenants tenants;
  private final PortalLinks links;
  private final Timer invoiceTimer;
  private final Timer receiptTimer;

  Composing(
      Invoices invoices,
      Payments payments,
      Tenants tenants,
      PortalLinks links,
      MeterRegistry meters) {
    this.invoices = invoices;
    this.payments = payments;
    this.tenants = tenants;
    this.links = links;
    invoiceTimer = meters.timer("duespark_pdf_render", "document", "invoice");
    receiptTimer = meters.timer("duespark_pdf_render", "document", "receipt");
  }

  @Transactional(readOnly = true)
  public Email compose(Delivery delivery) {
    var mail = delivery.request();
    var link = delivery.portalTokenId() == null ? "" : links.page(delivery.portalTokenId());
    return new Email(
        delivery.id(),
        mail.fromName(),
        mail.replyTo(),
        delivery.recipient(),
        mail.subject(),
        mail.html().replace(FrozenMail.LINK, link),
        mail.text().replace(FrozenMail.LINK, link),
        attachments(delivery, link),
        Map.of(
            "tenant_id", delivery.tenantId().toString(),
            "invoice_id", Objects.requireNonNull(delivery.invoiceId()).toString()));
  }

  private List<Attachment> attachments(Delivery delivery, String link) {
    var mail = delivery.request();
    if (mail.attachment() == FrozenMail.Attachment.NONE) {
      return List.of();
    }
    var invoice = invoices.find(Objects.requireNonNull(delivery.invoiceId())).orElseThrow();
    var bytes =
        switch (mail.attachment()) {
          case INVOICE -> invoicePdf(invoice, link);
          case RECEIPT -> receiptPdf(invoice, delivery);
          case NONE -> throw new IllegalStateException();
        };
    return List.of(
        new Attachment(Objects.requireNonNull(mail.attachmentName()), "application/pdf", bytes));
  }

  private byte[] invoicePdf(Invoice invoice, String link) {
    var tenant = tenants.current();
    var standing = Standings.of(invoice, payments.of(invoice.id()), tenants.today(), tenant.zone());
    var document = Objects.requireNonNull(invoice.document());
    return timed(invoiceTimer, () -> InvoicePdf.render(document, standing, link));
  }

  private byte[] receiptPdf(Invoice invoice, Delivery delivery) {
    var tenant = tenants.current();
    var standing = Standings.of(invoice, payments.of(invoice.id()), tenants.today(), tenant.zone());
    var payment = payments.find(Objects.requireNonNull(delivery.paymentId())).orElseThrow();
    var document = Objects.requireNonNull(invoice.document());
    var received = Standings.received(payment, tenant.zone());
    return timed(receiptTimer, () -> ReceiptPdf.render(document, standing, received));
  }

  private static byte[] timed(Timer timer, Supplier<byte[]> drawing) {
    return Objects.requireNonNull(timer.record(drawing));
  }
}
