package com.duespark.domain.exports;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the bound tenant has, as it was at one moment, however long the reading takes
 * (XPT-03): one transaction that repeats what it reads.
 */
@Component
public class Snapshot {

  /** Rows that are in memory at once. */
  private static final int FETCH = 1_000;

  private final TransactionTemplate transaction;
  private final JdbcTemplate jdbc;
  private final Sealed box;

  Snapshot(DataSource dataSource, PlatformTransactionManager transactions, Sealed box) {
    this.box = box;
    jdbc = new JdbcTemplate(dataSource);
    jdbc.setFetchSize(FETCH);
    transaction = new TransactionTemplate(transactions);
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.setReadOnly(true);
  }

  /** Reads; repositories that are asked meanwhile on the same thread see the same moment. */
  public void read(Consumer<View> reading) {
    transaction.executeWithoutResult(
        running -> {
          jdbc.execute("set local time zone 'UTC'");
          reading.accept(new View());
        });
  }

  /** The moment that is read. */
  public final class View {

    private View() {}

    public Instant moment() {
      return Objects.requireNonNull(
              jdbc.queryForObject("select transaction_timestamp()", OffsetDateTime.class))
          .toInstant();
    }

    public long count(Section section) {
      return Objects.requireNonNull(
          jdbc.queryForObject(
              "select count(*) from (%s) rows".formatted(section.rows()), Long.class));
    }

    /** The columns of a section's rows that are not left behind, in the order of the table. */
    public List<String> columns(Section section) {
      ResultSetExtractor<List<String>> names =
          found -> {
            var head = found.getMetaData();
            var columns = new ArrayList<String>();
            for (int i = 1; i <= head.getColumnCount(); i++) {
              columns.add(head.getColumnName(i));
            }
            return columns;
          };
      var columns =
          Objects.requireNonNull(
              jdbc.query("select * from (%s) rows limit 0".formatted(section.rows()), names));
      return columns.stream().filter(column -> !section.without().contains(column)).toList();
    }

    /** Each row as an object of its columns in their order; what was sealed is in clear. */
    public void rows(Section section, Consumer<ObjectNode> reader) {
      RowCallbackHandler each =
          row -> {
            var object = (ObjectNode) Json.exactTree(row.getString(1));
            object.remove(section.without());
            box.openAll(object);
            reader.accept(object);
          };
      jdbc.query("select row_to_json(rows)::text from (%s) rows".formatted(section.rows()), each);
    }

    /** The issued invoices, by their ids. */
    public List<UUID> issuedInvoices() {
      return jdbc.queryForList(
          """
          select id from invoices
          where tenant_id = current_tenant() and deleted_at is null and document is not null
            and invoice_number is not null
          order by created_at, id
          """,
          UUID.class);
    }
  }
}
