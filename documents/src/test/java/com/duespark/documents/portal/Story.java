package com.duespark.documents.portal;

import com.duespark.documents.portal.PortalView.Answer;
import com.duespark.documents.portal.PortalView.State;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lantana Row Studio and its invoice INV-0131. */
public final class Story {

  public static final HowToPay EVERY_WAY =
      new HowToPay("400 222", "INV-0131", new Confidential("Rift Valley Mutual, 0142 778 031"));
  public static final HowToPay NO_WAY = new HowToPay(null, null, null);

  private static final LocalDate DUE = LocalDate.of(2026, 11, 7);

  private Story() {}

  public static InvoiceDocument invoice() {
    return invoice("Lantana Row Studio", "Achieng Otieno", EVERY_WAY);
  }

  public static InvoiceDocument invoice(String seller, String buyer, HowToPay howToPay) {
    return new InvoiceDocument(
        new Seller(
            seller,
            null,
            List.of("4 Gitanga Close, Lavington", "Nairobi, Kenya"),
            new Confidential("P051-000-142K"),
            "hello@lantanarow.example",
            null,
            "#B4472E",
            null,
            "njeri@lantanarow.example"),
        new Buyer(
            buyer,
            "Savanna Bloom Exports Ltd",
            List.of("Moi South Lake Road, Naivasha"),
            null,
            "achieng@savannabloom.example"),
        "INV-0131",
        "PO 7741",
        LocalDate.of(2026, 10, 24),
        DUE,
        List.of(
            line("Brand identity, phase two", "Wordmark, colour, guidelines", "1", 120_000),
            line("Packaging artwork", "Six sleeves, print ready", "6", 12_500),
            line("Photo direction", "Half days on the farm", "1.5", 13_000)),
        kes(214_500),
        kes(0),
        List.of(new Tax("VAT16", "VAT", new BigDecimal("16"), kes(214_500), kes(34_320))),
        kes(34_320),
        kes(248_820),
        "Payment within 14 days.",
        "It was a pleasure to see the sleeves come off the press.",
        howToPay,
        "en");
  }

  /** Nothing paid yet. */
  public static PaymentStanding unpaid() {
    return new PaymentStanding("SENT", false, 0, kes(0), kes(248_820), null, List.of());
  }

  /** A part paid, late. */
  public static PaymentStanding part() {
    return new PaymentStanding(
        "OVERDUE", true, 10, kes(100_000), kes(148_820), null, List.of(first()));
  }

  public static PaymentStanding paid() {
    return new PaymentStanding(
        "PAID",
        false,
        0,
        kes(248_820),
        kes(0),
        LocalDate.of(2026, 11, 20),
        List.of(first(), last()));
  }

  public static Received first() {
    return new Received(
        kes(100_000),
        Instant.parse("2026-11-12T08:00:00Z"),
        LocalDate.of(2026, 11, 12),
        "M-PESA",
        "SKC12P7Q1A");
  }

  public static Received last() {
    return new Received(
        kes(148_820),
        Instant.parse("2026-11-20T07:07:00Z"),
        LocalDate.of(2026, 11, 20),
        "Card",
        "pi_3Q20M4R8B");
  }

  public static PortalView view(State state, boolean cardOffered) {
    return view(invoice(), state, cardOffered);
  }

  public static PortalView view(InvoiceDocument document, State state, boolean cardOffered) {
    var standing = state == State.PAID ? paid() : state == State.VOID ? voided() : part();
    var receipt = standing.received().isEmpty() ? null : "/i/7Q4M/receipt.pdf";
    return view(
        document, state == State.NOTHING_DUE ? paid() : standing, state, cardOffered, receipt);
  }

  public static PortalView view(
      InvoiceDocument document,
      PaymentStanding standing,
      State state,
      boolean cardOffered,
      @Nullable String receiptUrl) {
    return view(document, standing, state, cardOffered, receiptUrl, Answer.NONE);
  }

  /** Late and partly paid, with what the payer said about it. */
  public static PortalView answered(Answer answer) {
    return view(invoice(), part(), State.PAYABLE, true, "/i/7Q4M/receipt.pdf", answer);
  }

  public static PortalQuestion question(@Nullable String problem) {
    return new PortalQuestion(invoice(), "/i/7Q4M/answer", "/i/7Q4M", problem, null);
  }

  private static PortalView view(
      InvoiceDocument document,
      PaymentStanding standing,
      State state,
      boolean cardOffered,
      @Nullable String receiptUrl,
      Answer answer) {
    return new PortalView(
        document,
        standing,
        LocalDate.of(2026, 11, 17),
        state,
        "/i/7Q4M/pay",
        "/i/7Q4M/invoice.pdf",
        receiptUrl,
        cardOffered,
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        answer);
  }

  private static PaymentStanding voided() {
    return new PaymentStanding("VOID", false, 0, kes(0), kes(0), null, List.of());
  }

  private static Line line(String name, String description, String qty, long rate) {
    var number = new BigDecimal(qty);
    var amount =
        Money.parse(number.multiply(BigDecimal.valueOf(rate)).setScale(2), kes(0).currency());
    return new Line(name, description, number, null, BigDecimal.valueOf(rate), kes(0), amount);
  }

  private static Money kes(long major) {
    return Money.of(major * 100, "KES");
  }
}
