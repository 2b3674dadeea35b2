package com.duespark.activities.exports;

import com.duespark.domain.shared.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value in a table. */
final class Cell {

  /** What makes a spreadsheet take a text for a formula, wherever the text came from. */
  private static final String FORMULA = "=+-@\t\r";

  private Cell() {}

  /** Nothing for null; documents stay JSON. */
  static @Nullable String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> null;
      case STRING -> harmless(value.asString());
      case NUMBER -> value.decimalValue().toPlainString();
      case BOOLEAN -> value.asString();
      case ARRAY, OBJECT, BINARY, POJO -> Json.write(value);
    };
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
