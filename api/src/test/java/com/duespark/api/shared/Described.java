package com.duespark.api.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operations of {@code docs/openapi.json}. */
public final class Described {

  /** One of them. */
  public record Operation(String method, String path, JsonNode tree) {

    public String id() {
      return tree.path("operationId").asString();
    }

    boolean isAt(String wantedMethod, String wantedPath) {
      return method.equals(wantedMethod)
          && wantedPath.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
    }

    boolean answers(int status) {
      return tree.path("responses").has(Integer.toString(status));
    }
  }

  private static final List<Operation> ALL = read();

  private Described() {}

  public static List<Operation> operations() {
    return ALL;
  }

  /** Empty for what is not described. A path without variables is preferred. */
  static Optional<Operation> at(String method, String path) {
    return ALL.stream()
        .filter(operation -> operation.isAt(method, path))
        .min((a, b) -> Boolean.compare(a.path().contains("{"), b.path().contains("{")));
  }

  private static List<Operation> read() {
    try {
      var tree =
          JsonMapper.shared().readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
      return tree.path("paths").properties().stream()
          .flatMap(path -> operations(path.getKey(), path.getValue()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Operation> operations(String path, JsonNode methods) {
    return methods.properties().stream()
        .map(
            entry ->
                new Operation(entry.getKey().toUpperCase(Locale.ROOT), path, entry.getValue()));
  }
}
