package com.duespark.documents.pdf;

import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Money;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the invoice template says, all in words.
 *
 * @param terms a few words; long terms are set at the foot
 * @param state a quiet line instead of the ways to pay, for example "Paid in full on 12 November"
 * @param dueFigure null when void
 * @param note whether anything stands at the foot
 */
record InvoiceSheet(
    String kind,
    String title,
    String number,
    Letterhead head,
    String billedTo,
    List<String> billedLines,
    String issued,
    String due,
    @Nullable String reference,
    String terms,
    String currency,
    List<Item> items,
    @Nullable String state,
    @Nullable Ways ways,
    List<Labelled> sums,
    @Nullable String dueFigure,
    boolean note,
    @Nullable String notes,
    @Nullable String longTerms,
    @Nullable String footer,
    @Nullable String qr,
    String scanAmount) {

  private static final int SHORT_TERMS = 40;

  /** A row of the table. */
  record Item(
      String name,
      @Nullable String description,
      @Nullable String discount,
      String qty,
      String rate,
      String amount) {

    static Item of(InvoiceDocument.Line line) {
      var qty = Words.quantity(line.qty());
      return new Item(
          line.name(),
          text(line.description()),
          line.discount().isZero() ? null : minus(line.discount()),
          text(line.unit()) == null ? qty : qty + " " + line.unit(),
          Words.rate(line.rate(), line.amount().currency()),
          Words.figure(line.amount()));
    }
  }

  /** Ways to pay. */
  record Ways(
      @Nullable String url,
      String shortUrl,
      @Nullable String paybill,
      @Nullable String account,
      @Nullable String bank) {

    static @Nullable Ways of(InvoiceDocument document, @Nullable String url) {
      var how = document.howToPay();
      var paybill = text(how.mpesaPaybill());
      var bank = text(Confidential.textOf(how.bankDetails()));
      if (url == null && paybill == null && bank == null) {
        return null;
      }
      var account = text(how.payRef());
      return new Ways(
          url,
          url == null ? "" : url.replaceFirst("^https?://", "").replaceFirst("/$", ""),
          paybill,
          account == null ? document.number() : account,
          bank);
    }
  }

  static InvoiceSheet of(
      InvoiceDocument document, PaymentStanding standing, @Nullable String payUrl) {
    var seller = document.seller();
    boolean isVoid = standing.status().equals(InvoiceStatus.VOID.name());
    boolean asks = !isVoid && standing.amountDue().isPositive();
    var url = asks && payUrl != null && payUrl.matches("https?://\\S+") ? payUrl : null;
    var qr = url == null ? null : Pictures.qrCode(url);
    var terms = text(document.terms());
    boolean isShort = terms != null && terms.length() <= SHORT_TERMS && !terms.contains("\n");
    var notes = text(document.notes());
    var longTerms = isShort ? null : terms;
    var footer = text(seller.footer());
    return new InvoiceSheet(
        "Invoice",
        seller.name() + ", " + (document.number() == null ? "draft invoice" : document.number()),
        document.number() == null ? "Draft" : document.number(),
        Letterhead.of(seller),
        document.buyer().name(),
        billedLines(document.buyer()),
        Words.date(document.issuedOn()),
        Words.date(document.dueOn()),
        text(document.reference()),
        isShort && terms != null ? terms : days(document),
        document.total().currency().getCurrencyCode(),
        document.lines().stream().map(Item::of).toList(),
        asks ? null : state(standing, isVoid),
        asks ? Ways.of(document, url) : null,
        sums(document, standing),
        isVoid ? null : Words.figure(standing.amountDue()),
        notes != null || longTerms != null || footer != null || qr != null,
        notes,
        longTerms,
        footer,
        qr,
        Words.money(standing.amountDue()));
  }

  /** The text, or null when there is nothing to read in it. */
  static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static List<String> billedLines(InvoiceDocument.Buyer buyer) {
    var lines = new ArrayList<String>();
    var company = text(buyer.companyName());
    if (company != null && !company.equals(buyer.name())) {
      lines.add(company);
    }
    lines.addAll(buyer.addressLines());
    var taxId = text(Confidential.textOf(buyer.taxId()));
    if (taxId != null) {
      lines.add("Tax no. " + taxId);
    }
    return List.copyOf(lines);
  }

  private static String days(InvoiceDocument document) {
    long days = ChronoUnit.DAYS.between(document.issuedOn(), document.dueOn());
    return days <= 0 ? "On receipt" : days == 1 ? "1 day" : days + " days";
  }

  private static String state(PaymentStanding standing, boolean isVoid) {
    if (isVoid) {
      return "This invoice is void. Nothing is to be paid.";
    }
    return standing.paidOn() == null
        ? "Nothing to pay"
        : "Paid in full on " + Words.date(standing.paidOn());
  }

  private static List<Labelled> sums(InvoiceDocument document, PaymentStanding standing) {
    var sums = new ArrayList<Labelled>();
    sums.add(new Labelled("Subtotal", Words.figure(document.subtotal())));
    if (!document.discountTotal().isZero()) {
      sums.add(new Labelled("Discount", minus(document.discountTotal())));
    }
    for (var tax : document.taxes()) {
      var name =
          tax.name().contains("%") ? tax.name() : tax.name() + " " + Words.percent(tax.percent());
      sums.add(new Labelled(name, Words.figure(tax.tax())));
    }
    sums.add(new Labelled("Total", Words.figure(document.total())));
    for (var received : standing.received()) {
      sums.add(
          new Labelled(
              "Paid %s, %s".formatted(Words.shortDate(received.paidOn()), received.methodLabel()),
              minus(received.amount())));
    }
    return List.copyOf(sums);
  }

  private static String minus(Money amount) {
    return Words.figure(Money.zero(amount.currency()).minus(amount));
  }
}
