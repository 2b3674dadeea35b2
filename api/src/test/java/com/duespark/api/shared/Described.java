package com.duespark.api.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /** An id that nobody has, and a body that says nothing: whoever is let in gets no further. */
    public Door.Answer callAs(Door.Person person) {
      return callAs(person, UUID.randomUUID().toString());
    }

    /** The same about something that is there. */
    Door.Answer callAs(Door.Person person, String id) {
      var somewhere = path.replace("{channel}", "EMAIL").replaceAll("\\{\\w+}", id);
      var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
      return switch (method) {
        case "GET" -> person.get(somewhere);
        case "DELETE" -> person.delete(somewhere);
        case "PATCH" -> person.patch(somewhere, "{}", key);
        case "PUT" -> person.put(somewhere, "{}");
        default -> person.post(somewhere, "{}", key);
      };
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
