package com.duespark.documents.pdf;

import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.InvoiceDocument.Buyer;
import com.duespark.domain.invoices.InvoiceDocument.HowToPay;
import com.duespark.domain.invoices.InvoiceDocument.Line;
import com.duespark.domain.invoices.InvoiceDocument.Seller;
import com.duespark.domain.invoices.InvoiceDocument.Tax;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.invoices.PaymentStanding.Received;
import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lantana Row Studio asks Savanna Bloom Exports for its money. */
final class Story {

  static final String PAY_URL = "https://pay.lantanarow.example/7Q4M";
  static final Seller SELLER =
      new Seller(
          "Lantana Row Studio",
          null,
          List.of("4 Gitanga Close, Lavington", "Nairobi, Kenya"),
          new Confidential("P051-000-142K"),
          "accounts@lantanarow.example",
          null,
          "#B4472E",
          null,
          null);
  static final Buyer BUYER =
      new Buyer(
          "Savanna Bloom Exports Ltd",
          "Accounts, att. Achieng Otieno",
          List.of("Moi South Lake Road, Naivasha"),
          null,
          "achieng@savannabloom.example");
  private static final List<Line> LINES =
      List.of(
          line("Brand identity, phase two", "Wordmark, colour, guidelines", "1", "120000", "KES"),
          line("Packaging artwork", "Six sleeves, print ready", "6", "12500", "KES"),
          line("Photo direction", "Half days on the farm", "1.5", "13000", "KES"));
  private static final String NOTES =
      "Thank you, Achieng. If something on this invoice is not right, say so on the payment page."
          + " We answer within a working day.";

  private Story() {}

  static Line line(
      String name, @Nullable String description, String qty, String rate, String currency) {
    var amount = Money.of(0, currency);
    var net = new BigDecimal(qty).multiply(new BigDecimal(rate)).stripTrailingZeros();
    return new Line(
        name,
        description,
        new BigDecimal(qty),
        null,
        new BigDecimal(rate),
        amount,
        Money.parse(net, amount.currency()));
  }

  static InvoiceDocument invoice() {
    return invoice(SELLER, BUYER, LINES, "KES");
  }

  /** An invoice with 16 % VAT on its lines. */
  static InvoiceDocument invoice(Seller seller, Buyer buyer, List<Line> lines, String currency) {
    var subtotal = lines.stream().map(Line::amount).reduce(Money.of(0, currency), Money::plus);
    var tax = Money.of(subtotal.minor() * 16 / 100, currency);
    return new InvoiceDocument(
        seller,
        buyer,
        "INV-0131",
        "PO 7741",
        LocalDate.of(2026, 10, 24),
        LocalDate.of(2026, 11, 7),
        lines,
        subtotal,
        Money.of(0, currency),
        List.of(new Tax("VAT", "VAT", new BigDecimal("16"), subtotal, tax)),
        tax,
        subtotal.plus(tax),
        "14 days",
        NOTES,
        new HowToPay("400 222", "INV-0131", new Confidential("Rift Valley Mutual, 0142 778 031")),
        "en");
  }

  static Received received(long minor, String currency) {
    var day = LocalDate.of(2026, 11, 12);
    return new Received(
        Money.of(minor, currency),
        day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
        day,
        "M-PESA",
        "SKC4T7Q9XW");
  }

  /** How the document stands after some of it was received. */
  static PaymentStanding after(InvoiceDocument document, Received... received) {
    var none = Money.zero(document.total().currency());
    var paid = List.of(received).stream().map(Received::amount).reduce(none, Money::plus);
    var due = document.total().minus(paid);
    return standing(due.isZero() ? "PAID" : "SENT", paid, due, List.of(received));
  }

  static PaymentStanding standing(String status, Money paid, Money due, List<Received> received) {
    return new PaymentStanding(
        status,
        false,
        0,
        paid,
        due,
        due.isZero() && !received.isEmpty() ? received.getLast().paidOn() : null,
        received);
  }
}
