package com.duespark.sandbox.log;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short words for reading and building JSON trees. */
public final class Json {
  private static final Gson COMPACT =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  /** Builds an object from alternating names and values; null becomes JSON null. */
  public static JsonObject object(@Nullable Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add(String.valueOf(namesAndValues[i]), COMPACT.toJsonTree(namesAndValues[i + 1]));
    }
    return object;
  }

  public static JsonArray array(Iterable<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }

  public static String write(JsonElement element) {
    return COMPACT.toJson(element);
  }

  /** Parses an object; an empty text or the text {@code null} is an empty object. */
  public static JsonObject parseObject(String text) {
    if (text.isBlank() || text.strip().equals("null")) {
      return new JsonObject();
    }
    return JsonParser.parseString(text).getAsJsonObject();
  }

  public static @Nullable String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull()
        ? null
        : value.isJsonPrimitive() ? value.getAsString() : write(value);
  }

  public static String text(JsonObject object, String name, String otherwise) {
    String value = text(object, name);
    return value == null ? otherwise : value;
  }

  public static long number(JsonObject object, String name, long otherwise) {
    String value = text(object, name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  /** The object under the name, or an empty one. */
  public static JsonObject child(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
  }

  /** The objects in the array under the name; empty when absent. */
  public static List<JsonObject> children(JsonObject object, String name) {
    List<JsonObject> found = new ArrayList<>();
    JsonElement value = object.get(name);
    if (value != null && value.isJsonArray()) {
      value.getAsJsonArray().forEach(e -> found.add(e.getAsJsonObject()));
    }
    return found;
  }

  /** The texts in the array under the name; empty when absent. */
  public static List<String> texts(JsonObject object, String name) {
    List<String> found = new ArrayList<>();
    JsonElement value = object.get(name);
    if (value != null && value.isJsonArray()) {
      value.getAsJsonArray().forEach(e -> found.add(e.getAsString()));
    }
    return found;
  }
}
