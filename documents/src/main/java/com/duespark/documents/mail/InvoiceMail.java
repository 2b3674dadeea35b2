package com.duespark.documents.mail;

import com.duespark.documents.mail.Sheet.Amount;
import com.duespark.documents.mail.Sheet.Button;
import com.duespark.documents.mail.Sheet.Row;
import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mail that brings an invoice to its payer (CPY-06). */
public final class InvoiceMail {

  private InvoiceMail() {}

  /**
   * Writes the mail.
   *
   * @param link the payer's page, or a placeholder that a later step fills; passed on as it is
   * @param message the sender's own words, null for the usual sentence
   */
  public static Mail write(
      InvoiceDocument document,
      PaymentStanding standing,
      String link,
      @Nullable String message,
      String attachmentName) {
    var seller = document.seller();
    var called = Wording.invoice(document);
    var subject = Wording.capital(called) + " from " + seller.name();
    var own = message != null && !message.isBlank();
    var words =
        message != null && own
            ? message.strip()
            : "Here is " + called + ". Thank you for your business.";
    var sheet =
        new Sheet(
            document.language(),
            subject,
            preheader(document, standing),
            Brand.of(seller),
            "Dear " + document.buyer().name() + ",",
            Sheet.paragraphs(words),
            amount(document, standing),
            new Button(isOpen(standing) ? "View and pay" : "View invoice", link, isOpen(standing)),
            rows(document, attachmentName),
            List.of(own ? "Thank you for your business." : "Kind regards,", seller.name()),
            Wording.footer(seller));
    return new Mail(subject, sheet.html(), text(document, standing, link, words, attachmentName));
  }

  private static boolean isOpen(PaymentStanding standing) {
    return standing.amountDue().isPositive();
  }

  private static boolean isPart(PaymentStanding standing) {
    return isOpen(standing) && standing.amountPaid().isPositive();
  }

  private static Money asked(InvoiceDocument document, PaymentStanding standing) {
    return isOpen(standing) ? standing.amountDue() : document.total();
  }

  private static String preheader(InvoiceDocument document, PaymentStanding standing) {
    var ways = new ArrayList<String>();
    if (Wording.isSet(document.howToPay().mpesaPaybill())) {
      ways.add("M-PESA");
    }
    if (Wording.isSet(Confidential.textOf(document.howToPay().bankDetails()))) {
      ways.add("bank transfer");
    }
    var due =
        Words.money(asked(document, standing)) + ", due " + Words.weekday(document.dueOn()) + ".";
    return ways.isEmpty() || !isOpen(standing)
        ? due
        : due + " Pay online or by " + String.join(" or ", ways) + ".";
  }

  private static Amount amount(InvoiceDocument document, PaymentStanding standing) {
    var asked = asked(document, standing);
    return new Amount(
        Wording.capital(Wording.invoice(document)) + ", due " + Words.weekday(document.dueOn()),
        asked.currency().getCurrencyCode(),
        Words.figure(asked),
        isPart(standing) ? Wording.partPaid(document, standing) : null);
  }

  private static List<Row> rows(InvoiceDocument document, String attachmentName) {
    var rows = new ArrayList<>(Wording.ways(document.howToPay()));
    if (!attachmentName.isBlank()) {
      rows.add(Row.of("Attached", attachmentName));
    }
    return rows;
  }

  private static String text(
      InvoiceDocument document,
      PaymentStanding standing,
      String link,
      String words,
      String attachmentName) {
    var pay = document.howToPay();
    var text =
        new PlainText()
            .paragraph("Dear " + document.buyer().name() + ",")
            .paragraph(words)
            .line("Invoice Details:")
            .item("Invoice Number", document.number())
            .item("Amount", Words.money(document.total()));
    if (isPart(standing)) {
      text.item("Paid", Words.money(standing.amountPaid()))
          .item("Still to pay", Words.money(standing.amountDue()));
    }
    text.item("Due Date", Words.date(document.dueOn())).gap();
    if (!attachmentName.isBlank()) {
      text.paragraph("Please find your invoice attached.");
    }
    var bank = Confidential.textOf(pay.bankDetails());
    if (Wording.isSet(pay.mpesaPaybill()) || Wording.isSet(bank)) {
      text.line("Payment Options:")
          .item("M-Pesa Paybill", paybill(document.howToPay()))
          .item("Bank Transfer", bank)
          .gap();
    }
    return text.paragraph("View Invoice Online: " + link)
        .line("Thank you for your business!")
        .line(document.seller().name())
        .toString();
  }

  private static @Nullable String paybill(InvoiceDocument.HowToPay pay) {
    return Wording.isSet(pay.mpesaPaybill()) && Wording.isSet(pay.payRef())
        ? pay.mpesaPaybill() + ", account " + pay.payRef()
        : pay.mpesaPaybill();
  }
}
