package com.duespark.domain.secrets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A text that is sealed wherever it is stored (PRV-02), such as a tax number. Prints as {@code
 * ***}; whoever may read the object it belongs to reads it too.
 */
public record Confidential(@JsonValue String text) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Confidential {}

  /** Null for null. */
  public static @Nullable Confidential of(@Nullable String text) {
    return text == null ? null : new Confidential(text);
  }

  /** Null for null. */
  public static @Nullable String textOf(@Nullable Confidential confidential) {
    return confidential == null ? null : confidential.text;
  }

  @Override
  public String toString() {
    return "***";
  }
}
