package com.duespark.domain.audit;

import com.duespark.domain.shared.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field before and after, as a reader sees it.
 *
 * @param field snake case, with dots where things are in things: {@code settings.company.phone}
 * @param before null when there was nothing
 * @param after null when there is nothing
 * @param erased its value was personal and was erased; then both are null
 */
public record Change(
    String field, @Nullable String before, @Nullable String after, boolean erased) {

  /** Says nothing to a reader: it changes with everything, or is shown elsewhere. */
  private static final Set<String> NOISE =
      Set.of("id", "tenant_id", "version", "updated_at", "created_at", "created_by");

  private static final String ERASED = "\u0000erased";

  /** What differs between the two, by field. */
  public static List<Change> of(@Nullable String before, @Nullable String after) {
    var old = leaves(before);
    var fresh = leaves(after);
    var fields = new TreeSet<>(old.keySet());
    fields.addAll(fresh.keySet());
    return fields.stream()
        .filter(field -> !NOISE.contains(field))
        .map(field -> change(field, old.get(field), fresh.get(field)))
        .filter(change -> change.erased() || !same(change))
        .toList();
  }

  private static boolean same(Change change) {
    var before = change.before();
    return Objects.equals(before, change.after()) && (before == null || !Masked.isMasked(before));
  }

  private static Change change(String field, @Nullable String before, @Nullable String after) {
    boolean erased = ERASED.equals(before) || ERASED.equals(after);
    return erased ? new Change(field, null, null, true) : new Change(field, before, after, false);
  }

  private static Map<String, @Nullable String> leaves(@Nullable String json) {
    Map<String, @Nullable String> leaves = new LinkedHashMap<>();
    if (json != null) {
      collect("", Json.tree(json), leaves);
    }
    return leaves;
  }

  private static void collect(String field, JsonNode value, Map<String, @Nullable String> leaves) {
    if (Personal.erased(value) != null) {
      leaves.put(field, ERASED);
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(
              entry -> {
                var name = snake(entry.getKey());
                collect(field.isEmpty() ? name : field + "." + name, entry.getValue(), leaves);
              });
    } else if (value.isArray() && value.valueStream().noneMatch(JsonNode::isContainer)) {
      leaves.put(
          field,
          value.isEmpty()
              ? null
              : String.join(", ", value.valueStream().map(JsonNode::asString).toList()));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        collect("%s.%d".formatted(field, i + 1), value.get(i), leaves);
      }
    } else {
      leaves.put(field, value.isNull() ? null : value.asString());
    }
  }

  /** Stored keys are of both kinds: a record's own names, and names written for the log. */
  private static String snake(String key) {
    return key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
