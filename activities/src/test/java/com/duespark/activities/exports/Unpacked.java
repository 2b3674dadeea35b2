package com.duespark.activities.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.shared.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** An archive, opened. */
final class Unpacked {

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  Unpacked(byte[] zip) {
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(files.put(entry.getName(), in.readAllBytes())).as(entry.getName()).isNull();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> names() {
    return List.copyOf(files.keySet());
  }

  byte[] file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  String text(String name) {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  JsonNode manifest() {
    return Json.tree(text("manifest.json"));
  }

  /** The rows of a section. */
  List<JsonNode> rows(String section) {
    return text(section + ".jsonl").lines().map(Json::exactTree).toList();
  }

  /** Everything in it, as it can be searched. */
  String everything() {
    var all = new StringBuilder();
    files.forEach((name, bytes) -> all.append(new String(bytes, StandardCharsets.ISO_8859_1)));
    return all.toString();
  }
}
