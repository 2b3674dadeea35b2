package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** An export of a business, fetched by its link and unpacked: file by name. */
record Archive(Map<String, String> files) {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** Asks for one and waits for it. */
  static Archive of(Business business) {
    return fetch(awaited(business, ask(business), SOON));
  }

  static String ask(Business business) {
    return ask(business, true);
  }

  static String ask(Business business, boolean documents) {
    return business
        .post("/v1/export", Map.of("documents", documents))
        .require(202)
        .data()
        .path("job_id")
        .asString();
  }

  /** The export when it is ready. */
  static JsonNode awaited(Business business, String id, Duration atMost) {
    return await()
        .atMost(atMost)
        .until(() -> read(business, id), found -> found.path("status").asString().equals("READY"));
  }

  static JsonNode read(Business business, String id) {
    return business.get("/v1/export/" + id).require(200).data();
  }

  static Archive fetch(JsonNode export) {
    try (var file = URI.create(export.path("download_url").asString()).toURL().openStream()) {
      return unpacked(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Archive unpacked(InputStream file) throws IOException {
    var files = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(file)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // a PDF as it is, byte for letter
        var alphabet =
            entry.getName().endsWith(".pdf") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        files.put(entry.getName(), new String(zip.readAllBytes(), alphabet));
      }
    }
    return new Archive(files);
  }

  String file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  List<JsonNode> rows(String section) {
    return file(section + ".jsonl").lines().map(Http.JSON::readTree).toList();
  }

  /** How many rows of each kind the manifest tells. */
  Map<String, Integer> counts() {
    return Http.JSON
        .readTree(file("manifest.json"))
        .path("sections")
        .valueStream()
        .collect(
            Collectors.toMap(
                section -> section.path("name").asString(),
                section -> section.path("rows").asInt()));
  }

  int count(String section) {
    return Objects.requireNonNull(counts().get(section), section);
  }

  String everything() {
    return String.join("\n", files.values());
  }
}
