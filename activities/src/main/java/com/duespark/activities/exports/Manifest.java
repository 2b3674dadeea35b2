package com.duespark.activities.exports;

import com.duespark.activities.exports.Zip.FileInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What is in an archive, {@code manifest.json} (XPT-02).
 *
 * @param schemaVersion of the form of the archive
 * @param madeAt the moment of which everything is
 * @param documents the PDFs; none when they were left out
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Manifest(
    int schemaVersion,
    Instant madeAt,
    Business business,
    List<Content> sections,
    List<FileInfo> documents) {

  static final int SCHEMA_VERSION = 1;

  /** Whose archive it is. */
  record Business(UUID id, String name) {}

  /**
   * The files of one kind of thing.
   *
   * @param rows in each of the files
   */
  record Content(String name, long rows, List<FileInfo> files) {}

  /** Rows of all sections. */
  long rows() {
    return sections.stream().mapToLong(Content::rows).sum();
  }
}
