package com.duespark.worker.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a PromQL expression asks for by name.
 *
 * @param metric the name as Prometheus stores it
 * @param labels the labels it is filtered by; the value only where it is asked for exactly
 */
record Selector(String metric, Map<String, String> labels) {
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
  private static final Pattern SELECTOR =
      Pattern.compile("(?<![\\w:.$])([a-zA-Z_:][\\w:]*)(?!\\s*\\(|[\\w:])\\s*(\\{[^}]*})?");
  private static final Pattern MATCHER =
      Pattern.compile("([a-zA-Z_]\\w*)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  /** Every selector of an expression. */
  static List<Selector> in(String expression) {
    String bare = GROUPING.matcher(expression).replaceAll(" ").replaceAll("\\[[^\\]]*]", " ");
    List<Selector> found = new ArrayList<>();
    Matcher selector = SELECTOR.matcher(bare);
    while (selector.find()) {
      if (!WORDS.contains(selector.group(1))) {
        found.add(new Selector(selector.group(1), labels(selector.group(2))));
      }
    }
    return found;
  }

  /** The labels that its results are grouped by. */
  static Set<String> grouping(String expression) {
    Set<String> names = new HashSet<>();
    Matcher grouping = GROUPING.matcher(expression);
    while (grouping.find()) {
      names.addAll(List.of(grouping.group(1).trim().split("\\s*,\\s*")));
    }
    return names;
  }

  private static Map<String, String> labels(@Nullable String braces) {
    Map<String, String> labels = new HashMap<>();
    if (braces != null) {
      Matcher matcher = MATCHER.matcher(braces);
      while (matcher.find()) {
        labels.put(matcher.group(1), matcher.group(2).equals("=") ? matcher.group(3) : "");
      }
    }
    return labels;
  }
}
