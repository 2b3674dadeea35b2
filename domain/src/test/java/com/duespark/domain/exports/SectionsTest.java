package com.duespark.domain.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.storage.TestDatabase;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/** What is in an archive, and what is not, over every table that a business has rows in. */
class SectionsTest {

  /** Tables of which nothing is exported, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "analytics_events", "how Duespark is used, for whoever runs it",
          "audit_blocks", "the seal of the audit log; its own export proves it",
          "audit_drops", "the seal of the audit log",
          "audit_places", "the seal of the audit log",
          "audit_unsealed", "the seal of the audit log",
          "commands", "what was asked of workflows; the audit log says what came of it",
          "data_keys", "secrets",
          "export_parts", "the archives themselves",
          "idempotency_keys", "answers kept for repeated requests",
          "send_buckets", "a counter");

  private final JdbcTemplate database = new JdbcTemplate(TestDatabase.app());

  private record Column(String name, int type) {}

  static Stream<Section> sections() {
    return Sections.ALL.stream();
  }

  @Test
  void everyTableOfABusinessIsExportedOrLeftOutForAReason() {
    var tables =
        database.queryForList(
            """
            select tablename from pg_policies
            where schemaname = 'public' and policyname = 'tenant' order by 1
            """,
            String.class);
    var exported = Sections.ALL.stream().map(Section::name).collect(Collectors.toSet());

    assertThat(exported).doesNotContainAnyElementsOf(LEFT_OUT.keySet());
    assertThat(Stream.concat(exported.stream(), LEFT_OUT.keySet().stream()))
        .containsExactlyInAnyOrderElementsOf(tables);
  }

  @ParameterizedTest
  @MethodSource("sections")
  void noColumnHoldsASecret(Section section) {
    var columns = columns(section);

    assertThat(columns).extracting(Column::name).containsAll(section.without());
    assertThat(columns)
        .filteredOn(column -> !section.without().contains(column.name()))
        .isNotEmpty()
        .noneMatch(column -> column.type() == Types.BINARY)
        .noneMatch(column -> column.name().matches(".*(hash|sealed|secret|password|salt).*"));
  }

  private List<Column> columns(Section section) {
    ResultSetExtractor<List<Column>> reading =
        found -> {
          var head = found.getMetaData();
          var columns = new ArrayList<Column>();
          for (int i = 1; i <= head.getColumnCount(); i++) {
            columns.add(new Column(head.getColumnName(i), head.getColumnType(i)));
          }
          return columns;
        };
    return database.query("select * from (%s) rows limit 0".formatted(section.rows()), reading);
  }
}
