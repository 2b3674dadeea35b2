package com.duespark.domain.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an entry keeps of an object before and after its change: the fields that differ. A long text
 * is kept as its beginning, a confidential one as its end.
 */
record Difference(@Nullable JsonNode before, @Nullable JsonNode after) {

  /** Characters of one text, at most; a logo is much longer. */
  static final int LONGEST = 10_000;

  private static final int BEGINNING = 100;

  static Difference of(@Nullable JsonNode before, @Nullable JsonNode after) {
    if (before instanceof ObjectNode old && after instanceof ObjectNode fresh) {
      var both = objects(old, fresh);
      return new Difference(cut(both.before()), cut(both.after()));
    }
    return new Difference(cut(before), cut(after));
  }

  private record Objects(ObjectNode before, ObjectNode after) {}

  private static Objects objects(ObjectNode old, ObjectNode fresh) {
    var before = JsonNodeFactory.instance.objectNode();
    var after = JsonNodeFactory.instance.objectNode();
    for (var field : names(old, fresh)) {
      var was = old.get(field);
      var is = fresh.get(field);
      if (was instanceof ObjectNode inner && is instanceof ObjectNode innerFresh) {
        var both = objects(inner, innerFresh);
        if (!both.before().isEmpty() || !both.after().isEmpty()) {
          before.set(field, both.before());
          after.set(field, both.after());
        }
      } else if (was == null || !was.equals(is)) {
        if (was != null) {
          before.set(field, was);
        }
        if (is != null) {
          after.set(field, is);
        }
      }
    }
    return new Objects(before, after);
  }

  private static List<String> names(ObjectNode old, ObjectNode fresh) {
    Map<String, Boolean> names = new LinkedHashMap<>();
    old.propertyNames().forEach(name -> names.put(name, true));
    fresh.propertyNames().forEach(name -> names.put(name, true));
    return new ArrayList<>(names.keySet());
  }

  private static @Nullable JsonNode cut(@Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    var nodes = JsonNodeFactory.instance;
    if (value.isObject()) {
      var object = nodes.objectNode();
      value.properties().forEach(field -> object.set(field.getKey(), cut(field.getValue())));
      return object;
    }
    if (value.isArray()) {
      var array = nodes.arrayNode();
      value.forEach(item -> array.add(cut(item)));
      return array;
    }
    if (value.isString()) {
      var text = Masked.mask(value.asString());
      return nodes.stringNode(
          text.length() <= LONGEST
              ? text
              : "%s… (%,d characters)".formatted(text.substring(0, BEGINNING), text.length()));
    }
    return value;
  }
}
