package com.duespark.documents.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
    @Nullable Amount amount,
    Button button,
    List<Row> rows,
    List<String> closing,
    List<String> footer) {

  private static final Template TEMPLATE =
      Mustache.compiler()
          .nullValue("")
          .emptyStringIsFalse(true)
          .withLoader(Sheet::partial)
          .compile(partial("body"));

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

  boolean hasRows() {
    return !rows.isEmpty();
  }

  boolean hasClosing() {
    return !closing.isEmpty();
  }

  String html() {
    return TEMPLATE.execute(this);
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
