package com.duespark.documents.mail;

import com.duespark.documents.mail.ReminderWords.Due;
import com.duespark.documents.mail.Sheet.Amount;
import com.duespark.documents.mail.Sheet.Button;
import com.duespark.documents.mail.Sheet.Entry;
import com.duespark.documents.mail.Sheet.Figure;
import com.duespark.documents.mail.Sheet.Row;
import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.InvoiceDocument.HowToPay;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.shared.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mail that asks a customer for what is still open: one invoice, or a list (REM-40). */
public final class ReminderMail {

  /** How many invoices a mail lists (REM-69). */
  public static final int MOST = 25;

  private ReminderMail() {}

  /**
   * One invoice of the mail: issued, with something to pay.
   *
   * @param daysOverdue by the customer's local day; zero or negative up to the due day (REM-72)
   * @param link the payer's page, or a placeholder that a later step fills; passed on as it is
   */
  public record Item(
      InvoiceDocument document, PaymentStanding standing, int daysOverdue, String link) {

    public Item {
      if (document.number() == null) {
        throw new IllegalArgumentException("A draft invoice is not chased");
      }
      if (!standing.amountDue().isPositive()) {
        throw new IllegalArgumentException(document.number() + " has nothing to pay");
      }
    }

    String number() {
      return Objects.requireNonNull(document.number());
    }

    Money open() {
      return standing.amountDue();
    }

    boolean isPart() {
      return standing.amountPaid().isPositive();
    }
  }

  /**
   * The invoices that are not listed.
   *
   * @param sums what they ask for, one amount for each currency
   */
  public record Rest(int count, List<Money> sums) {

    public static final Rest NONE = new Rest(0, List.of());

    public Rest {
      if (count < 0 || count == 0 != sums.isEmpty()) {
        throw new IllegalArgumentException(count + " invoices do not add up to " + sums);
      }
      sums = List.copyOf(sums);
    }
  }

  /**
   * Writes the mail.
   *
   * @param items 1 to {@value #MOST} invoices of one business and one customer, in the order to
   *     list them; the first gives the brand, the name and the currency that leads
   */
  public static Mail write(Tone tone, List<Item> items, Rest rest) {
    return write(tone, items, rest, null);
  }

  /**
   * Writes the mail of one invoice in the sender's own words; the amount, the day and the link
   * stand in it all the same.
   *
   * @param own null for the usual words
   */
  public static Mail write(Tone tone, List<Item> items, Rest rest, @Nullable String own) {
    if (items.isEmpty() || items.size() > MOST) {
      throw new IllegalArgumentException(items.size() + " invoices do not make a reminder");
    }
    var says =
        new ReminderWords(
            tone,
            Due.of(items.stream().mapToInt(Item::daysOverdue)),
            Wording.isSet(items.getFirst().document().seller().replyTo()));
    var sheet =
        items.size() + rest.count() == 1
            ? one(says, items.getFirst(), own)
            : several(says, items, rest);
    return new Mail(sheet.subject(), sheet.html(), sheet.text());
  }

  private static Sheet one(ReminderWords says, Item item, @Nullable String own) {
    var document = item.document();
    var dueOn = document.dueOn();
    var rows = new ArrayList<>(Wording.ways(document.howToPay()));
    rows.add(Row.of(ReminderWords.INVOICE, item.number()));
    rows.add(Row.of(ReminderWords.DUE, Words.date(dueOn)));
    if (item.daysOverdue() > 0) {
      rows.add(Row.of(ReminderWords.OVERDUE, Wording.count(item.daysOverdue(), "day")));
    }
    var figure = Figure.of(item.open());
    return sheet(
        says,
        document,
        says.subject(item.number(), dueOn, item.daysOverdue()),
        says.preheader(item.open(), dueOn),
        own == null || own.isBlank()
            ? says.words(item.number(), item.open(), dueOn, item.daysOverdue())
            : own,
        List.of(
            new Amount(
                says.figure(dueOn),
                figure.currency(),
                figure.figure(),
                item.isPart() ? Wording.partPaid(document, item.standing()) : null)),
        new Button(ReminderWords.PAY, item.link(), true),
        List.of(),
        rows,
        says.help());
  }

  private static Sheet several(ReminderWords says, List<Item> items, Rest rest) {
    var document = items.getFirst().document();
    var count = items.size() + rest.count();
    var totals = totals(items, rest);
    var entries = new ArrayList<>(items.stream().map(ReminderMail::entry).toList());
    if (rest.count() > 0) {
      entries.add(
          new Entry(
              ReminderWords.more(rest.count()),
              List.of(),
              rest.sums().stream().map(Figure::of).toList(),
              null));
    }
    return sheet(
        says,
        document,
        says.subject(count, totals),
        says.preheader(items.stream().map(Item::number).toList(), count),
        says.words(count, document.seller().name(), totals),
        totals.stream().map(total -> amount(says, count, totals.size() == 1, total)).toList(),
        null,
        entries,
        ways(items),
        (says.ask() + " " + says.help()).strip());
  }

  private static Sheet sheet(
      ReminderWords says,
      InvoiceDocument document,
      String subject,
      String preheader,
      String words,
      List<Amount> amounts,
      @Nullable Button button,
      List<Entry> entries,
      List<Row> rows,
      String lastWords) {
    var seller = document.seller();
    return new Sheet(
        "en",
        subject,
        preheader,
        Brand.of(seller),
        says.greeting(document.buyer().name()),
        Sheet.paragraphs(words),
        amounts,
        button,
        entries,
        rows,
        lastWords.isEmpty() ? List.of() : Sheet.paragraphs(lastWords),
        List.of(ReminderWords.REGARDS, seller.name()),
        Wording.footer(seller));
  }

  private static Amount amount(ReminderWords says, int count, boolean only, Money total) {
    var figure = Figure.of(total);
    return new Amount(
        only ? says.figure(count) : says.figure(total), figure.currency(), figure.figure(), null);
  }

  private static Entry entry(Item item) {
    var lines = new ArrayList<>(ReminderWords.due(item.document().dueOn(), item.daysOverdue()));
    if (item.isPart()) {
      lines.add(ReminderWords.paid(item.standing().amountPaid()));
    }
    return new Entry(
        item.number(),
        lines,
        List.of(Figure.of(item.open())),
        new Button(ReminderWords.PAY, item.link(), false));
  }

  /** Per currency, in the order of the list: amounts of two currencies are never added (MON-11). */
  private static List<Money> totals(List<Item> items, Rest rest) {
    return List.copyOf(
        Stream.concat(items.stream().map(Item::open), rest.sums().stream())
            .collect(
                Collectors.toMap(
                    Money::currency, Function.identity(), Money::plus, LinkedHashMap::new))
            .values());
  }

  /** Only what holds for every listed invoice; each one's own page has the rest. */
  private static List<Row> ways(List<Item> items) {
    var accountsAreNumbers =
        items.stream().allMatch(item -> item.number().equals(item.document().howToPay().payRef()));
    return Wording.ways(
        new HowToPay(
            accountsAreNumbers ? common(items, HowToPay::mpesaPaybill) : null,
            ReminderWords.ACCOUNT,
            common(items, HowToPay::bankDetails)));
  }

  private static <T> @Nullable T common(List<Item> items, Function<HowToPay, @Nullable T> way) {
    var first = way.apply(items.getFirst().document().howToPay());
    return items.stream()
            .allMatch(item -> Objects.equals(first, way.apply(item.document().howToPay())))
        ? first
        : null;
  }
}
