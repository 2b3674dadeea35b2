package com.duespark.sandbox.http;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, fully read.
 *
 * @param query decoded, in order of appearance
 * @param headers names in lower case, first value
 */
public record Request(
    String method, String path, List<Pair> query, Map<String, String> headers, String body) {

  /** A decoded name and value of a query or a form. */
  public record Pair(String name, String value) {}

  public @Nullable String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  /** First query value with the name. */
  public @Nullable String query(String name) {
    return query.stream()
        .filter(p -> p.name().equals(name))
        .map(Pair::value)
        .findFirst()
        .orElse(null);
  }

  public String query(String name, String otherwise) {
    String value = query(name);
    return value == null ? otherwise : value;
  }

  public List<Pair> form() {
    return pairs(body);
  }

  public JsonObject json() {
    return Json.parseObject(body);
  }

  /** Path parts after the leading slash; a trailing slash adds none. */
  public List<String> parts() {
    return List.of(path.replaceFirst("^/+", "").split("/+"));
  }

  public static List<Pair> pairs(@Nullable String encoded) {
    if (encoded == null || encoded.isBlank()) {
      return List.of();
    }
    return List.of(encoded.split("&", -1)).stream()
        .filter(p -> !p.isEmpty())
        .map(Request::pair)
        .toList();
  }

  private static Pair pair(String encoded) {
    int equals = encoded.indexOf('=');
    String name = equals < 0 ? encoded : encoded.substring(0, equals);
    return new Pair(decode(name), equals < 0 ? "" : decode(encoded.substring(equals + 1)));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
