package com.duespark.api.invoices;

import com.duespark.documents.pdf.InvoicePdf;
import com.duespark.documents.pdf.ReceiptPdf;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.InvoiceDocuments;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.payments.Payment;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.payments.Standings;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws invoices and receipts: issued ones from their frozen document, drafts as they would be. */
@Component
public class Papers {

  /** A PDF and its file name. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Paper(String name, byte[] bytes) {}

  /** What a page or paper is drawn from. */
  public record Drawn(Invoice invoice, InvoiceDocument document, PaymentStanding standing) {}

  private final Invoices invoices;
  private final Payments payments;
  private final Contacts contacts;
  private final Tenants tenants;
  private final Numbers numbers;
  private final Timer invoiceTimer;
  private final Timer receiptTimer;

  Papers(
      Invoices invoices,
      Payments payments,
      Contacts contacts,
      Tenants tenants,
      Numbers numbers,
      MeterRegistry meters) {
    this.invoices = invoices;
    this.payments = payments;
    this.contacts = contacts;
    this.tenants = tenants;
    this.numbers = numbers;
    invoiceTimer = meters.timer("duespark_pdf_render", "document", "invoice");
    receiptTimer = meters.timer("duespark_pdf_render", "document", "receipt");
  }

  @Transactional(readOnly = true)
  public Drawn draw(UUID invoiceId) {
    var invoice = invoices.find(invoiceId).orElseThrow(() -> Refused.notFound("Invoice"));
    var frozen = invoice.document();
    return drawn(invoice, frozen == null ? fresh(invoice, null) : frozen);
  }

  /** As it would leave now: what was not sent yet is issued anew, with the number it would get. */
  @Transactional(readOnly = true)
  public Drawn drawAsSent(UUID invoiceId) {
    var invoice = invoices.find(invoiceId).orElseThrow(() -> Refused.notFound("Invoice"));
    var frozen = invoice.document();
    if (frozen != null && !invoice.status().isBeforeSent()) {
      return drawn(invoice, frozen);
    }
    var number = invoice.number();
    return drawn(
        invoice, fresh(invoice, number == null ? numbers.preview(NumberKind.INVOICE) : number));
  }

  private InvoiceDocument fresh(Invoice invoice, @Nullable String number) {
    var contact =
        contacts.findAny(invoice.contactId()).orElseThrow(() -> Refused.notFound("Contact"));
    return InvoiceDocuments.draw(invoice, number, tenants.current(), contact);
  }

  private Drawn drawn(Invoice invoice, InvoiceDocument document) {
    var zone = tenants.current().zone();
    return new Drawn(
        invoice, document, Standings.of(invoice, payments.of(invoice.id()), tenants.today(), zone));
  }

  /** The invoice for its business: without a payer's link. */
  public Paper invoice(UUID invoiceId) {
    return invoice(invoiceId, null);
  }

  public Paper invoice(UUID invoiceId, @Nullable String payUrl) {
    var drawn = draw(invoiceId);
    var number = drawn.invoice().number();
    return new Paper(
        (number == null ? "Draft" : number) + ".pdf",
        timed(invoiceTimer, () -> InvoicePdf.render(drawn.document(), drawn.standing(), payUrl)));
  }

  /** The receipt of one payment that was received. */
  public Paper receipt(UUID paymentId) {
    var payment = payments.find(paymentId).orElseThrow(() -> Refused.notFound("Payment"));
    if (!payment.status().wasReceived()) {
      throw Refused.conflict("NOT_RECEIVED", "This payment was not received; there is no receipt");
    }
    return receipt(payment);
  }

  private Paper receipt(Payment payment) {
    var drawn = draw(payment.invoiceId());
    var received = Standings.received(payment, tenants.current().zone());
    return new Paper(
        "Receipt-" + drawn.invoice().number() + ".pdf",
        timed(receiptTimer, () -> ReceiptPdf.render(drawn.document(), drawn.standing(), received)));
  }

  private static byte[] timed(Timer timer, Supplier<byte[]> drawing) {
    return Objects.requireNonNull(timer.record(drawing));
  }

  /** The latest payment that counts on an invoice. */
  @Transactional(readOnly = true)
  public Paper latestReceipt(UUID invoiceId) {
    return payments.of(invoiceId).reversed().stream()
        .filter(payment -> payment.counted().isPositive())
        .findFirst()
        .map(this::receipt)
        .orElseThrow(() -> Refused.notFound("Receipt"));
  }
}
