package com.duespark.documents.portal;

import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invoice as a sheet of paper on the page. */
record Paper(
    String number,
    List<String> sellerLines,
    List<String> buyerLines,
    String issued,
    String due,
    @Nullable String reference,
    List<Item> lines,
    @Nullable Ways ways,
    List<Total> totals,
    String finalLabel,
    String finalAmount,
    @Nullable String notesText,
    @Nullable String terms,
    @Nullable String sellerFooter) {

  record Item(String name, List<String> notes, String qty, String rate, String amount) {}

  record Total(String label, String amount) {}

  boolean saying() {
    return isSet(notesText) || isSet(terms) || isSet(sellerFooter);
  }

  static Paper of(PortalView view) {
    var document = view.document();
    var standing = view.standing();
    var isOpen = standing.amountDue().isPositive() && view.state() != PortalView.State.VOID;
    return new Paper(
        document.number() == null ? "Draft" : document.number(),
        sellerLines(document.seller()),
        buyerLines(document.buyer()),
        Words.date(document.issuedOn()),
        Words.date(document.dueOn()),
        document.reference(),
        document.lines().stream().map(Paper::item).toList(),
        isOpen ? Ways.of(document.howToPay(), false) : null,
        totals(view),
        "Amount due, " + document.total().currency().getCurrencyCode(),
        Words.figure(standing.amountDue()),
        document.notes(),
        document.terms(),
        document.seller().footer());
  }

  private static List<String> sellerLines(InvoiceDocument.Seller seller) {
    var lines = new ArrayList<String>();
    if (seller.legalName() != null && !seller.legalName().equals(seller.name())) {
      lines.add(seller.legalName());
    }
    lines.addAll(seller.addressLines());
    var taxId = Confidential.textOf(seller.taxId());
    if (isSet(taxId)) {
      lines.add("Tax no. " + taxId);
    }
    return lines;
  }

  private static List<String> buyerLines(InvoiceDocument.Buyer buyer) {
    var lines = new ArrayList<String>();
    if (isSet(buyer.companyName()) && !buyer.name().equals(buyer.companyName())) {
      lines.add(buyer.name());
    }
    lines.addAll(buyer.addressLines());
    var taxId = Confidential.textOf(buyer.taxId());
    if (isSet(taxId)) {
      lines.add("Tax no. " + taxId);
    }
    return lines;
  }

  private static Item item(InvoiceDocument.Line line) {
    var notes = new ArrayList<String>();
    if (line.description() != null && !line.description().isBlank()) {
      notes.add(line.description());
    }
    if (line.discount().isPositive()) {
      notes.add("Discount " + less(line.discount()));
    }
    var qty = Words.quantity(line.qty());
    return new Item(
        line.name(),
        notes,
        isSet(line.unit()) ? qty + " " + line.unit() : qty,
        Words.rate(line.rate(), line.amount().currency()),
        Words.figure(line.amount()));
  }

  private static List<Total> totals(PortalView view) {
    var document = view.document();
    var totals = new ArrayList<Total>();
    totals.add(new Total("Subtotal", Words.figure(document.subtotal())));
    if (document.discountTotal().isPositive()) {
      totals.add(new Total("Discount", less(document.discountTotal())));
    }
    for (var tax : document.taxes()) {
      var label = tax.name().contains("%") ? tax.name() : rated(tax);
      totals.add(new Total(label, Words.figure(tax.tax())));
    }
    totals.add(new Total("Total", Words.figure(document.total())));
    for (var paid : view.standing().received()) {
      totals.add(
          new Total(
              "Paid " + Words.shortDate(paid.paidOn()) + ", " + paid.methodLabel(),
              less(paid.amount())));
    }
    return totals;
  }

  private static String rated(InvoiceDocument.Tax tax) {
    return tax.name() + " " + Words.percent(tax.percent());
  }

  private static String less(Money money) {
    return Words.figure(Money.zero(money.currency()).minus(money));
  }

  private static boolean isSet(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
