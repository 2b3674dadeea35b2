package com.duespark.sandbox.stripe;

import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Form parameters with brackets, as a tree: {@code a[b][0]=c} is a, b, 0 with the text c. */
record Params(JsonObject tree) {

  static Params of(List<Request.Pair> pairs) {
    JsonObject tree = new JsonObject();
    for (Request.Pair pair : pairs) {
      JsonObject at = tree;
      List<String> names = names(pair.name());
      for (String name : names.subList(0, names.size() - 1)) {
        JsonObject next = Json.child(at, name.isEmpty() ? String.valueOf(at.size()) : name);
        at.add(name, next);
        at = next;
      }
      String last = names.getLast();
      at.addProperty(last.isEmpty() ? String.valueOf(at.size()) : last, pair.value());
    }
    return new Params(tree);
  }

  @Nullable String text(String name) {
    String value =
        tree.has(name) && tree.get(name).isJsonPrimitive() ? Json.text(tree, name) : null;
    return value == null || value.isEmpty() ? null : value;
  }

  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw StripeError.missing(name);
    }
    return value;
  }

  @Nullable Long number(String name) {
    String value = text(name);
    try {
      return value == null ? null : Long.valueOf(value);
    } catch (NumberFormatException e) {
      throw StripeError.invalid("parameter_invalid_integer", name, "Invalid integer: " + value);
    }
  }

  Params child(String name) {
    return new Params(Json.child(tree, name));
  }

  /** The values of an array parameter, whether indexed or empty-bracketed. */
  List<String> list(String name) {
    JsonObject array = Json.child(tree, name);
    return array.keySet().stream().map(key -> Json.text(array, key, "")).toList();
  }

  List<Params> children(String name) {
    JsonObject array = Json.child(tree, name);
    return array.keySet().stream().map(key -> new Params(Json.child(array, key))).toList();
  }

  boolean has(String name) {
    return tree.has(name);
  }

  /** A text that is the same for the same parameters in any order. */
  String fingerprint() {
    return fingerprint(tree);
  }

  private static String fingerprint(JsonObject object) {
    StringBuilder text = new StringBuilder("{");
    for (String name : new TreeSet<>(object.keySet())) {
      text.append(name).append('=');
      text.append(
          object.get(name).isJsonObject()
              ? fingerprint(object.getAsJsonObject(name))
              : Json.write(object.get(name)));
      text.append(';');
    }
    return text.append('}').toString();
  }

  private static List<String> names(String bracketed) {
    List<String> names = new ArrayList<>();
    int open = bracketed.indexOf('[');
    names.add(open < 0 ? bracketed : bracketed.substring(0, open));
    while (open >= 0) {
      int close = bracketed.indexOf(']', open);
      if (close < 0) {
        throw StripeError.invalid(bracketed, "Invalid parameter name: " + bracketed);
      }
      names.add(bracketed.substring(open + 1, close));
      open = bracketed.indexOf('[', close);
    }
    return names;
  }
}
