package com.duespark.api.shared;

import com.duespark.domain.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a page ended: the sort it was made with, the last row's sort value and id. Opaque to
 * callers.
 */
public record Cursor(String sort, String value, UUID id) {

  String encode() {
    var text = id + "|" + sort + "|" + value;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Cursor decode(String text, String sort) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 3);
      if (parts.length == 3 && parts[1].equals(sort)) {
        return new Cursor(sort, parts[2], UUID.fromString(parts[0]));
      }
    } catch (IllegalArgumentException unreadable) {
      // answered below
    }
    throw foreign();
  }

  /** The sort value of a list in order of time. */
  public Instant moment() {
    return read(Instant::parse);
  }

  /** The sort value of a list in order of days. */
  public LocalDate day() {
    return read(LocalDate::parse);
  }

  /** The sort value of a list in order of amounts, in minor units. */
  public long minor() {
    return read(
        text -> {
          try {
            return Long.parseLong(text);
          } catch (NumberFormatException unreadable) {
            throw foreign();
          }
        });
  }

  private <T> T read(Function<String, T> parse) {
    try {
      return parse.apply(value);
    } catch (DateTimeParseException unreadable) {
      throw foreign();
    }
  }

  private static Refused foreign() {
    return Refused.invalid("cursor", "FORMAT", "The cursor is not one of this list and sort");
  }
}
