package com.duespark.documents.mail;

import com.duespark.documents.mail.ReminderMail.Item;
import com.duespark.documents.mail.ReminderMail.Rest;
import com.duespark.documents.portal.Story;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.InvoiceDocument.HowToPay;
import com.duespark.domain.invoices.InvoiceDocument.Seller;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lantana Row Studio reminds Achieng Otieno. */
public final class Reminders {

  static final LocalDate DUE = LocalDate.of(2026, 11, 7);

  private Reminders() {}

  /** One invoice of KES 248,820.00, a few days late. */
  public static Mail friendly() {
    return one(Tone.FRIENDLY, 3);
  }

  /** Two invoices in shillings, one partly paid, and one in dollars. */
  public static Mail neutralList() {
    return ReminderMail.write(
        Tone.NEUTRAL,
        List.of(
            part(kes("INV-0131", 248_820, 10), 100_000),
            kes("INV-0133", 46_400, 6),
            item("INV-0136", DUE.plusDays(7), Money.of(120_000, "USD"), 3)),
        Rest.NONE);
  }

  /** Partly paid, two weeks late. */
  public static Mail firm() {
    return ReminderMail.write(Tone.FIRM, List.of(part(invoice(14), 100_000)), Rest.NONE);
  }

  /** As many as a mail lists, and four more. */
  public static Mail firmListWithRest() {
    return ReminderMail.write(
        Tone.FIRM,
        IntStream.range(0, ReminderMail.MOST)
            .mapToObj(i -> kes("INV-%04d".formatted(131 + i), 18_600 + 1_450L * i, 40 - i))
            .toList(),
        new Rest(4, List.of(Money.of(9_320_000, "KES"), Money.of(120_000, "USD"))));
  }

  static Mail one(Tone tone, int daysOverdue) {
    return ReminderMail.write(tone, List.of(invoice(daysOverdue)), Rest.NONE);
  }

  static Item invoice(int daysOverdue) {
    return item("INV-0131", DUE, Money.of(24_882_000, "KES"), daysOverdue);
  }

  /** As many invoices of KES 10,000.00 as there are days. */
  static List<Item> items(int... daysOverdue) {
    return IntStream.range(0, daysOverdue.length)
        .mapToObj(i -> kes("INV-%04d".formatted(131 + i), 10_000, daysOverdue[i]))
        .toList();
  }

  /** Late on Tuesday 17 November 2026. */
  static Item kes(String number, long major, int daysOverdue) {
    return item(number, DUE.plusDays(10L - daysOverdue), Money.of(major * 100, "KES"), daysOverdue);
  }

  static Item item(String number, LocalDate dueOn, Money total, int daysOverdue) {
    var story = Story.invoice();
    var ways = new HowToPay(story.howToPay().mpesaPaybill(), number, Story.EVERY_WAY.bankDetails());
    return new Item(
        document(story.seller(), story.buyer().name(), number, dueOn, total, ways),
        new PaymentStanding(
            daysOverdue > 0 ? "OVERDUE" : "SENT",
            daysOverdue > 0,
            Math.max(0, daysOverdue),
            Money.zero(total.currency()),
            total,
            null,
            List.of()),
        daysOverdue,
        "https://pay.example/i/" + number);
  }

  static Item part(Item item, long major) {
    var paid = Money.of(major * 100, item.open().currency().getCurrencyCode());
    var standing = item.standing();
    return new Item(
        item.document(),
        new PaymentStanding(
            standing.status(),
            standing.isOverdue(),
            standing.daysOverdue(),
            paid,
            item.open().minus(paid),
            null,
            List.of(Story.first())),
        item.daysOverdue(),
        item.link());
  }

  static InvoiceDocument draft() {
    var story = Story.invoice();
    return document(
        story.seller(), story.buyer().name(), null, story.dueOn(), story.total(), story.howToPay());
  }

  /** The same with other ways to pay. */
  static Item paidBy(Item item, HowToPay ways) {
    var document = item.document();
    return with(
        item,
        document(
            document.seller(),
            document.buyer().name(),
            item.number(),
            document.dueOn(),
            document.total(),
            ways));
  }

  /** The same between others, without an address for answers. */
  static Item between(Item item, String seller, String buyer) {
    var document = item.document();
    var old = document.seller();
    return with(
        item,
        document(
            new Seller(
                seller,
                old.legalName(),
                old.addressLines(),
                old.taxId(),
                old.email(),
                old.logo(),
                old.colour(),
                old.footer(),
                null),
            buyer,
            item.number(),
            document.dueOn(),
            document.total(),
            document.howToPay()));
  }

  private static Item with(Item item, InvoiceDocument document) {
    return new Item(document, item.standing(), item.daysOverdue(), item.link());
  }

  private static InvoiceDocument document(
      Seller seller,
      String buyer,
      @Nullable String number,
      LocalDate dueOn,
      Money total,
      HowToPay howToPay) {
    var story = Story.invoice(seller.name(), buyer, howToPay);
    return new InvoiceDocument(
        seller,
        story.buyer(),
        number,
        story.reference(),
        dueOn.minusDays(14),
        dueOn,
        story.lines(),
        total,
        Money.zero(total.currency()),
        List.of(),
        Money.zero(total.currency()),
        total,
        story.terms(),
        story.notes(),
        howToPay,
        "en");
  }
}
