package com.duespark.worker.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A page of the documentation in which the bench renews what stands between its own marks; the
 * words around them are people's.
 */
record Page(Path file) {

  /**
   * Replaces a section.
   *
   * @throws IllegalStateException if the page has no such marks
   */
  void renew(String name, String content) throws IOException {
    String text = Files.readString(file);
    String begin = "<!-- bench %s -->\n".formatted(name);
    String end = "<!-- end -->";
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end, from);
    if (from < begin.length() || to < 0) {
      throw new IllegalStateException("%s has no section %s".formatted(file, name));
    }
    Files.writeString(file, text.substring(0, from) + content + text.substring(to));
  }

  static String table(String name, Figures figures, String loadBefore, String loadAfter) {
    StringBuilder table = new StringBuilder();
    table.append(
        "`./duespark bench %s`, %s, %s, load average %s before and %s after.%n%n"
            .formatted(
                name, LocalDate.now(ZoneOffset.UTC), Machine.model(), loadBefore, loadAfter));
    table.append("| | measured | goal |\n|---|---|---|\n");
    figures
        .lines()
        .forEach(
            line ->
                table.append(
                    "| %s | %s | %s |%n".formatted(line.what(), line.measured(), line.goal())));
    return table.toString();
  }
}
