package com.duespark.documents.mail;

import com.duespark.documents.shared.Words;
import com.duespark.domain.shared.Money;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What stands on a mail from top to bottom; drawn by {@code mail/body.html}. */
record Sheet(
    String lang,
    String subject,
    String preheader,
    Brand brand,
    @Nullable String greeting,
    List<Paragraph> paragraphs,
    List<Amount> amounts,
    @Nullable Button button,
    List<Entry> entries,
    List<Row> rows,
    List<Paragraph> lastWords,
    List<String> closing,
    List<String> footer) {

  private static final Template TEMPLATE =
      Mustache.compiler()
          .nullValue("")
          .emptyStringIsFalse(true)
          .withLoader(Sheet::partial)
          .compile(partial("body"));

  /** A mail about one thing. */
  Sheet(
      String lang,
      String subject,
      String preheader,
      Brand brand,
      @Nullable String greeting,
      List<Paragraph> paragraphs,
      @Nullable Amount amount,
      Button button,
      List<Row> rows,
      List<String> closing,
      List<String> footer) {
    this(
        lang,
        subject,
        preheader,
        brand,
        greeting,
        paragraphs,
        amount == null ? List.of() : List.of(amount),
        button,
        List.of(),
        rows,
        List.of(),
        closing,
        footer);
  }

  record Paragraph(List<String> lines) {}

  record Amount(String label, String currency, String figure, @Nullable String note) {}

  /**
   * The one thing to do.
   *
   * @param spark whether it is what happens next, not only a way to look
   */
  record Button(String label, String link, boolean spark) {

    Button {
      link = link.replace("\"", "%22").replace("<", "%3C").replace(">", "%3E");
    }
  }

  /**
   * One of several things the mail is about, in two cells so that it fits a phone.
   *
   * @param button null when there is nothing to open
   */
  record Entry(String name, List<String> lines, List<Figure> figures, @Nullable Button button) {

    private String text() {
      var all = new ArrayList<String>();
      figures.forEach(figure -> all.add(figure.toString()));
      all.addAll(lines);
      if (button != null) {
        all.add(button.label() + ": " + button.link());
      }
      return String.join("\n", all);
    }
  }

  record Figure(String currency, String figure) {

    static Figure of(Money money) {
      return new Figure(money.currency().getCurrencyCode(), Words.figure(money));
    }

    @Override
    public String toString() {
      return currency + " " + figure;
    }
  }

  record Row(String label, List<Value> values) {

    static Row of(String label, String text) {
      return new Row(label, List.of(new Value(text, false, false)));
    }

    static Row lines(String label, List<String> lines) {
      return new Row(
          label,
          IntStream.range(0, lines.size())
              .mapToObj(i -> new Value(lines.get(i), false, i < lines.size() - 1))
              .toList());
    }

    private String text() {
      return values.stream()
          .map(value -> value.end() ? value.text() + "\n" : value.text())
          .collect(Collectors.joining());
    }
  }

  /**
   * A piece of a row.
   *
   * @param end whether the line ends after it
   */
  record Value(String text, boolean bold, boolean end) {

    static Value plain(String text) {
      return new Value(text, false, false);
    }

    static Value strong(String text) {
      return new Value(text, true, false);
    }
  }

  boolean hasEntries() {
    return !entries.isEmpty();
  }

  boolean hasRows() {
    return !rows.isEmpty();
  }

  boolean hasClosing() {
    return !closing.isEmpty();
  }

  String html() {
    return TEMPLATE.execute(this);
  }

  /** The same in plain text, but for the preheader and the brand's square. */
  String text() {
    var text = new PlainText();
    if (greeting != null) {
      text.paragraph(greeting);
    }
    paragraphs.forEach(each -> text.paragraph(String.join("\n", each.lines())));
    for (var amount : amounts) {
      text.line(amount.label() + ": " + amount.currency() + " " + amount.figure());
      if (amount.note() != null) {
        text.line(amount.note());
      }
    }
    text.gap();
    if (button != null) {
      text.paragraph(button.label() + ": " + button.link());
    }
    entries.forEach(entry -> text.item(entry.name(), entry.text()).gap());
    rows.forEach(row -> text.item(row.label(), row.text()));
    text.gap();
    lastWords.forEach(each -> text.paragraph(String.join("\n", each.lines())));
    closing.forEach(text::line);
    text.gap();
    footer.forEach(text::line);
    return text.toString();
  }

  /** Paragraphs end at empty lines. */
  static List<Paragraph> paragraphs(String text) {
    return List.of(text.strip().split("\\R\\s*\\R", -1)).stream()
        .map(part -> new Paragraph(part.strip().lines().toList()))
        .toList();
  }

  private static Reader partial(String name) {
    try (InputStream in = Sheet.class.getResourceAsStream("/mail/" + name + ".html")) {
      return new StringReader(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
