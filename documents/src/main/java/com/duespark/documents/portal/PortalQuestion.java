package com.duespark.documents.portal;

import com.duespark.documents.mail.Brand;
import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of its own that asks the payer one thing. A plain form: it works without script.
 *
 * @param document whose business asks
 * @param postUrl where the form goes
 * @param backUrl the page of the invoice
 * @param problem why the last answer was not taken; null on the first visit
 * @param word what they had written
 */
public record PortalQuestion(
    InvoiceDocument document,
    String postUrl,
    String backUrl,
    @Nullable String problem,
    @Nullable String word) {

  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

  /** A day to choose. */
  record Day(String value, String weekday, int number, String month) {

    static Day of(LocalDate day) {
      return new Day(day.toString(), WEEKDAY.format(day), day.getDayOfMonth(), MONTH.format(day));
    }
  }

  /** A reason to choose. */
  public record Choice(String value, String words) {}

  /** What {@code portal/ask.html} reads. */
  record Ask(
      String lang,
      String css,
      String title,
      String business,
      @Nullable String logo,
      String initials,
      String brandFill,
      String brandInk,
      String backUrl,
      String postUrl,
      String name,
      String heading,
      String words,
      @Nullable String problem,
      List<Day> days,
      @Nullable Range range,
      List<Choice> choices,
      String wordLabel,
      String wordName,
      @Nullable String word,
      int wordLimit,
      String after,
      String button) {}

  record Range(String first, String last, String words) {}

  Ask promise(List<LocalDate> days, LocalDate first, LocalDate last, int wordLimit) {
    return ask(
        "Pay on another day",
        "When will you pay?",
        "Reminders wait until the day after.",
        days.stream().map(Day::of).toList(),
        new Range(
            first.toString(),
            last.toString(),
            "From %s to %s".formatted(Words.shortDate(first), Words.shortDate(last))),
        List.of(),
        "A word to %s (optional)".formatted(document.seller().name()),
        "note",
        wordLimit,
        "If the day passes unpaid, reminders go on with the next business day.",
        "Promise this day");
  }

  Ask dispute(List<Choice> choices, int wordLimit) {
    return ask(
        "Something is not right",
        "What is wrong?",
        "Reminders stop until it is settled.",
        List.of(),
        null,
        choices,
        "What happened?",
        "details",
        wordLimit,
        "",
        "Send to " + document.seller().name());
  }

  private Ask ask(
      String name,
      String heading,
      String words,
      List<Day> days,
      @Nullable Range range,
      List<Choice> choices,
      String wordLabel,
      String wordName,
      int wordLimit,
      String after,
      String button) {
    var seller = document.seller();
    var brand = Brand.of(seller);
    return new Ask(
        document.language(),
        PortalAssets.href("portal.css"),
        name + ", " + seller.name(),
        seller.name(),
        Page.logo(seller),
        brand.initials(),
        brand.fill(),
        brand.ink(),
        backUrl,
        postUrl,
        name,
        heading,
        words,
        problem,
        days,
        range,
        choices,
        wordLabel,
        wordName,
        word,
        wordLimit,
        after,
        button);
  }
}
