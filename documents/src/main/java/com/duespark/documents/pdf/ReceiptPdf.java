package com.duespark.documents.pdf;

import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.PaymentStanding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receipt for one payment on A4. */
public final class ReceiptPdf {

  private ReceiptPdf() {}

  /** What the receipt template says, all in words. */
  record Sheet(
      String kind,
      String title,
      String number,
      Letterhead head,
      String from,
      String received,
      List<Labelled> facts,
      String currency,
      String dueFigure,
      @Nullable String footer) {}

  /** Draws the receipt; the same input always gives the same bytes. */
  public static byte[] render(
      InvoiceDocument document, PaymentStanding standing, PaymentStanding.Received received) {
    var seller = document.seller();
    var number = document.number() == null ? "Draft" : document.number();
    var sheet =
        new Sheet(
            "Receipt",
            seller.name() + ", receipt for " + number,
            number,
            Letterhead.of(seller),
            document.buyer().name(),
            Words.money(received.amount()),
            facts(document, received, number),
            document.total().currency().getCurrencyCode(),
            Words.figure(standing.amountDue()),
            InvoiceSheet.text(seller.footer()));
    return Press.print(
        "receipt.html", sheet, new Press.Imprint(sheet.title(), seller.name(), received.paidOn()));
  }

  private static List<Labelled> facts(
      InvoiceDocument document, PaymentStanding.Received received, String number) {
    var facts = new ArrayList<Labelled>();
    facts.add(new Labelled("Received on", Words.weekday(received.paidOn())));
    facts.add(new Labelled("Method", received.methodLabel()));
    if (received.receiptNumber() != null) {
      facts.add(new Labelled("Payment reference", received.receiptNumber()));
    }
    facts.add(new Labelled("Invoice", number));
    facts.add(new Labelled("Invoice total", Words.money(document.total())));
    return List.copyOf(facts);
  }
}
