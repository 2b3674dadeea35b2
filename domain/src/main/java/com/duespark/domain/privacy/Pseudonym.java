package com.duespark.domain.privacy;

import com.duespark.domain.shared.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What stands for a person in what is kept, and what of them must not stand there. Pure. */
public final class Pseudonym {

  /** Stands for an address, a number, a whole text. */
  public static final String ERASED = "erased";

  /** Shorter ones are found in other words. */
  private static final int SHORTEST = 4;

  private final String name;
  private final List<String> words;
  private final Pattern anyWord;

  /**
   * A pseudonym.
   *
   * @param name stands for the person's names
   * @param known names, addresses, numbers of the person; nulls and short ones are left out
   */
  public Pseudonym(String name, Collection<? extends @Nullable String> known) {
    this.name = name;
    words =
        known.stream()
            .filter(Objects::nonNull)
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .filter(word -> word.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    anyWord =
        Pattern.compile(
            words.isEmpty()
                ? "(?!)"
                : words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  public String name() {
    return name;
  }

  /** What must not be found any more, in lower case. */
  public List<String> words() {
    return words;
  }

  /** Whether the person is named in a text. */
  public boolean isIn(String text) {
    return anyWord.matcher(text).find();
  }

  /** The text with the pseudonym where the person was. */
  public String text(String text) {
    return anyWord.matcher(text).replaceAll(Matcher.quoteReplacement(name));
  }

  /** A document with the pseudonym in each of its texts; keys and numbers stay. */
  public String json(String json) {
    return Json.write(json(Json.tree(json)));
  }

  private JsonNode json(JsonNode node) {
    if (node.isString()) {
      return JsonNodeFactory.instance.stringNode(text(node.asString()));
    }
    if (node.isObject()) {
      var copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(field -> copy.set(field.getKey(), json(field.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(json(item)));
      return copy;
    }
    return node;
  }
}
