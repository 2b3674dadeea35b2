package com.duespark.documents.mail;

import com.duespark.documents.mail.Sheet.Amount;
import com.duespark.documents.mail.Sheet.Button;
import com.duespark.documents.mail.Sheet.Row;
import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.invoices.PaymentStanding.Received;
import java.util.ArrayList;
import java.util.List;

/** What both sides read when money has arrived. */
public final class ReceiptMail {

  private ReceiptMail() {}

  /** The receipt for the one who paid, with the receipt as a file. */
  public static Mail toPayer(
      InvoiceDocument document,
      PaymentStanding standing,
      Received received,
      String link,
      String attachmentName) {
    var called = Wording.invoice(document);
    var seller = document.seller();
    var amount = Words.money(received.amount());
    var subject = "Receipt for " + called + ": " + amount;
    var open = standing.amountDue().isPositive();
    var words =
        "We received your payment for %s. Thank you.%s"
            .formatted(
                called,
                open
                    ? " Still to pay: " + Words.money(standing.amountDue()) + "."
                    : " It is paid in full.");
    var rows = new ArrayList<>(rows(document, standing, received));
    if (!attachmentName.isBlank()) {
      rows.add(Row.of("Attached", attachmentName));
    }
    var sheet =
        new Sheet(
            document.language(),
            subject,
            words,
            Brand.of(seller),
            "Dear " + document.buyer().name() + ",",
            Sheet.paragraphs(words),
            figure("Received " + Words.date(received.paidOn()), received),
            new Button(open ? "View and pay the rest" : "View invoice", link, open),
            rows,
            List.of("Kind regards,", seller.name()),
            Wording.footer(seller));
    var text = new PlainText().paragraph("Dear " + document.buyer().name() + ",").paragraph(words);
    facts(text, document, standing, received);
    if (!attachmentName.isBlank()) {
      text.paragraph("Please find your receipt attached.");
    }
    text.paragraph("View Invoice Online: " + link).line("Kind regards,").line(seller.name());
    return new Mail(subject, sheet.html(), text.toString());
  }

  /** The good news for the business. */
  public static Mail toMerchant(
      InvoiceDocument document, PaymentStanding standing, Received received, String link) {
    var buyer = document.buyer().name();
    var called = Wording.invoice(document);
    var amount = Words.money(received.amount());
    var subject = "Paid: " + amount + " by " + buyer + ", " + called;
    var words =
        standing.amountDue().isPositive()
            ? "%s paid a part of %s. Still to pay: %s."
                .formatted(buyer, called, Words.money(standing.amountDue()))
            : "%s paid %s in full.".formatted(buyer, called);
    var sheet =
        new Sheet(
            document.language(),
            subject,
            words,
            Brand.DUESPARK,
            null,
            Sheet.paragraphs(words),
            figure("Received " + Words.date(received.paidOn()), received),
            new Button("Open the invoice", link, false),
            rows(document, standing, received),
            List.of(),
            List.of("Duespark, for " + document.seller().name() + "."));
    var text = new PlainText().paragraph(words);
    facts(text, document, standing, received);
    text.paragraph("Open the invoice: " + link);
    return new Mail(subject, sheet.html(), text.toString());
  }

  private static Amount figure(String label, Received received) {
    return new Amount(
        label,
        received.amount().currency().getCurrencyCode(),
        Words.figure(received.amount()),
        null);
  }

  private static List<Row> rows(
      InvoiceDocument document, PaymentStanding standing, Received received) {
    var rows = new ArrayList<Row>();
    rows.add(Row.of("Method", received.methodLabel()));
    if (received.receiptNumber() != null) {
      rows.add(Row.of("Reference", received.receiptNumber()));
    }
    if (document.number() != null) {
      rows.add(Row.of("Invoice", document.number()));
    }
    rows.add(Row.of("Invoice total", Words.money(document.total())));
    rows.add(Row.of("Still to pay", Words.money(standing.amountDue())));
    return rows;
  }

  private static void facts(
      PlainText text, InvoiceDocument document, PaymentStanding standing, Received received) {
    text.line("Payment Details:")
        .item("Received", Words.money(received.amount()))
        .item("Date", Words.date(received.paidOn()))
        .item("Method", received.methodLabel())
        .item("Reference", received.receiptNumber())
        .item("Invoice Number", document.number())
        .item("Invoice Total", Words.money(document.total()))
        .item("Still to pay", Words.money(standing.amountDue()))
        .gap();
  }
}
