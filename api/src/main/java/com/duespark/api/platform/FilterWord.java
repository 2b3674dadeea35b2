package com.duespark.api.platform;

import com.duespark.domain.shared.Refused;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words to filter by that are no closed list: kinds of work, names of providers. */
final class FilterWord {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  private FilterWord() {}

  static @Nullable String checked(String field, @Nullable String word) {
    if (word != null && !WORD.matcher(word).matches()) {
      throw Refused.invalid(field, "FORMAT", "Use a word as the list has it");
    }
    return word;
  }
}
