package com.duespark.documents.portal;

import com.duespark.documents.mail.Brand;
import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument.Seller;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code portal/page.html} reads, in words and figures. */
record Page(
    String lang,
    String title,
    String css,
    boolean refresh,
    String business,
    @Nullable String logo,
    String initials,
    String brandFill,
    String brandInk,
    String called,
    String buyer,
    String currency,
    String amount,
    String standingWords,
    String standingDate,
    @Nullable Progress progress,
    List<Payment> payments,
    @Nullable Promise promise,
    boolean disputed,
    @Nullable String promiseUrl,
    @Nullable String disputeUrl,
    @Nullable String notice,
    Panel.@Nullable Said said,
    Panel.@Nullable Receipt paid,
    @Nullable String paidFile,
    @Nullable Form form,
    @Nullable Ways ways,
    boolean ask,
    String pdfUrl,
    @Nullable String receiptUrl,
    Paper doc,
    String address,
    @Nullable Contact contact) {

  private static final Pattern LOGO =
      Pattern.compile("data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@?&%]+@[^\\s@?&%]+");

  record Progress(String label, String width) {}

  record Payment(String amount, String date, String method) {}

  record Promise(String words, @Nullable String changeUrl) {}

  record Form(String label, String payUrl, String idempotencyKey) {}

  record Contact(String href) {}

  boolean showPayments() {
    return !payments.isEmpty();
  }

  static Page of(PortalView view) {
    var document = view.document();
    var standing = view.standing();
    var seller = document.seller();
    var brand = Brand.of(seller);
    var called = document.number() == null ? "Invoice" : "Invoice " + document.number();
    var form =
        view.asksForMoney() && view.cardOffered()
            ? new Form(
                "Pay " + Words.money(standing.amountDue()), view.payUrl(), view.idempotencyKey())
            : null;
    var ways = view.asksForMoney() ? Ways.of(document.howToPay(), form != null) : null;
    var paid = view.state() == PortalView.State.PAID;
    var lead = Lead.of(view);
    var address = new ArrayList<String>();
    address.add(seller.name());
    address.addAll(seller.addressLines());
    return new Page(
        document.language(),
        (view.asksForMoney() ? "Pay " + uncapital(called) : called) + ", " + seller.name(),
        PortalAssets.href("portal.css"),
        view.state() == PortalView.State.CONFIRMING,
        seller.name(),
        logo(seller),
        brand.initials(),
        brand.fill(),
        brand.ink(),
        called,
        buyer(view),
        lead.amount().currency().getCurrencyCode(),
        Words.figure(lead.amount()),
        lead.words(),
        Words.shortDate(lead.date()),
        progress(standing, document.total()),
        payments(standing),
        promise(view),
        view.answer().disputed() && standing.amountDue().isPositive(),
        view.answer().promisedOn() == null ? view.answer().promiseUrl() : null,
        view.answer().disputeUrl(),
        view.state() == PortalView.State.CANCELLED
            ? "The payment was not completed. Nothing was taken."
            : null,
        Panel.said(view),
        Panel.receipt(view),
        paid ? view.receiptUrl() : null,
        form,
        ways,
        view.asksForMoney() && form == null && ways == null,
        view.pdfUrl(),
        paid ? null : view.receiptUrl(),
        Paper.of(view),
        String.join(", ", address),
        contact(seller));
  }

  /** Waits until it is settled what is wrong; before that no day is asked for. */
  private static @Nullable Promise promise(PortalView view) {
    var answer = view.answer();
    var owed = view.standing().amountDue();
    return answer.promisedOn() == null || answer.disputed() || !owed.isPositive()
        ? null
        : new Promise(
            "You promised %s for %s."
                .formatted(
                    view.standing().amountPaid().isPositive() ? "the rest" : Words.money(owed),
                    Words.weekday(answer.promisedOn())),
            answer.promiseUrl());
  }

  static String buyer(PortalView view) {
    var buyer = view.document().buyer();
    return buyer.companyName() == null || buyer.companyName().isBlank()
        ? buyer.name()
        : buyer.companyName();
  }

  private static String uncapital(String called) {
    return called.startsWith("Invoice ") ? called.substring("Invoice ".length()) : "invoice";
  }

  static @Nullable String logo(Seller seller) {
    return seller.logo() != null && LOGO.matcher(seller.logo()).matches() ? seller.logo() : null;
  }

  private static @Nullable Contact contact(Seller seller) {
    for (var address : new @Nullable String[] {seller.replyTo(), seller.email()}) {
      if (address != null && ADDRESS.matcher(address).matches()) {
        return new Contact(address);
      }
    }
    return null;
  }

  private static @Nullable Progress progress(PaymentStanding standing, Money total) {
    if (!standing.amountPaid().isPositive()
        || !standing.amountDue().isPositive()
        || !total.isPositive()) {
      return null;
    }
    var width =
        BigDecimal.valueOf(standing.amountPaid().minor())
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(total.minor()), 1, RoundingMode.HALF_UP)
            .min(BigDecimal.valueOf(100));
    return new Progress(
        Words.money(standing.amountPaid()) + " of " + Words.figure(total) + " paid",
        width.toPlainString());
  }

  private static List<Payment> payments(PaymentStanding standing) {
    return standing.received().stream()
        .map(
            each ->
                new Payment(
                    Words.figure(each.amount()),
                    Words.shortDate(each.paidOn()),
                    each.methodLabel()))
        .toList();
  }
}
