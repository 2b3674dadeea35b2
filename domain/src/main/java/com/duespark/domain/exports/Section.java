package com.duespark.domain.exports;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kind of thing in an archive, in the names of the database.
 *
 * @param name of the table, and of its files
 * @param rows the question that finds them, in order
 * @param without columns that stay behind: secrets, and what only the program has a use for
 */
public record Section(String name, String rows, Set<String> without) {

  /** All rows of a table that belong to the bound tenant, oldest first. */
  static Section of(String table, String... without) {
    return sorted(table, "id", without);
  }

  /**
   * The same of a table whose rows are told apart by another column. Whose they are is told once,
   * by the manifest.
   */
  static Section sorted(String table, String key, String... without) {
    return new Section(
        table,
        "select * from %s where tenant_id = current_tenant() order by created_at, %s"
            .formatted(table, key),
        Stream.concat(Stream.of("tenant_id"), Stream.of(without)).collect(Collectors.toSet()));
  }

  /** Rows that another question finds. */
  static Section asked(String name, String rows, String... without) {
    return new Section(name, rows, Set.of(without));
  }
}
