package com.duespark.documents.mail;

import org.jspecify.annotations.Nullable;

/** Builds the plain text part: 72 columns, long words such as links left whole. */
final class PlainText {

  private static final int COLUMNS = 72;

  private final StringBuilder text = new StringBuilder();

  /** A paragraph, its own line breaks kept, with an empty line after it. */
  PlainText paragraph(String paragraph) {
    return line(paragraph).gap();
  }

  PlainText line(String line) {
    line.strip().lines().forEach(each -> wrap(each, ""));
    return this;
  }

  /** {@code - Label: value}; nothing when the value is missing. */
  PlainText item(String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      var first = true;
      for (var each : value.strip().lines().toList()) {
        wrap(first ? "- " + label + ": " + each : "  " + each.strip(), "  ");
        first = false;
      }
    }
    return this;
  }

  PlainText gap() {
    if (!text.isEmpty() && !text.toString().endsWith("\n\n")) {
      text.append('\n');
    }
    return this;
  }

  private void wrap(String line, String indent) {
    var row = new StringBuilder(line.startsWith("  ") ? "  " : "");
    var blank = true;
    for (var word : clean(line).strip().split(" +", -1)) {
      if (!blank && row.length() + 1 + word.length() > COLUMNS) {
        text.append(row).append('\n');
        row = new StringBuilder(indent);
        blank = true;
      }
      row.append(blank ? "" : " ").append(word);
      blank = false;
    }
    text.append(row.toString().stripTrailing()).append('\n');
  }

  private static String clean(String line) {
    return line.replaceAll("\\p{Cntrl}+", " ");
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }
}
