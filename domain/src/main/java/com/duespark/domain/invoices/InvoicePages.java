package com.duespark.domain.invoices;

import com.duespark.domain.members.AgentScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages of the bound tenant's invoices (EP-080). Only what is asked stands in the statement, so
 * that each question finds the index made for it.
 */
@Component
@Transactional(readOnly = true)
public class InvoicePages {

  /**
   * What a list may be ordered by; the id breaks ties. Amounts are compared in minor units, no
   * currency is converted; drafts without a number come before INV-0001.
   */
  public enum Sort {
    CREATED_AT("i.id", "uuid"), // ids are time-ordered
    NUMBER("number_order(i.invoice_number)", "text"),
    CONTACT_NAME("c.display_name", "text"),
    DUE_DATE("i.due_date", "date"),
    AMOUNT_DUE("greatest(i.total_minor - i.amount_paid_minor, 0)", "bigint"),
    TOTAL("i.total_minor", "bigint");

    private final String column;
    private final String type;

    Sort(String column, String type) {
      this.column = column;
      this.type = type;
    }
  }

  /**
   * Which invoices.
   *
   * @param status null for all
   * @param overdue null for both
   * @param today the tenant's calendar day
   * @param from first issue date, inclusive
   * @param matches ids found by the search; null without one
   * @param archived null for both
   * @param agent only what this person finds ({@link AgentScope}); null for all
   */
  public record Filter(
      @Nullable ReportedStatus status,
      @Nullable Boolean overdue,
      LocalDate today,
      @Nullable UUID contactId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable List<UUID> matches,
      @Nullable Boolean archived,
      @Nullable UUID agent) {}

  /** Where the previous page ended: the sort value as text, and the id. */
  public record After(String value, UUID id) {}

  /** One line: the invoice's id and the value it is sorted by. */
  public record Row(UUID id, String sortValue) {}

  private static final String IS_LATE =
      "i.due_date < :today and i.total_minor > i.amount_paid_minor";

  private final JdbcClient jdbc;

  InvoicePages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One page.
   *
   * @param limit at most 101 (a page and one more)
   */
  public List<Row> page(
      Filter filter, Sort sort, boolean descending, @Nullable After after, int limit) {
    var where = new Where(filter);
    if (after != null) {
      // said twice, because only a comparison of one table's columns can begin a scan of its index
      where.and("{sort} {past}= :afterValue::{type}", "afterValue", after.value());
      where.and(
          "({sort}, i.id) {past} (:afterValue::{type}, :afterId::uuid)", "afterId", after.id());
    }
    var sql =
        """
        select i.id, {sort}::text as sort_value
        from invoices i {contacts}
        where {where}
        order by {sort} {order}, i.id {order} limit :limit
        """
            .replace("{where}", where.sql())
            .replace("{contacts}", sort == Sort.CONTACT_NAME ? JOIN_CONTACTS : "")
            .replace("{sort}", sort.column)
            .replace("{type}", sort.type)
            .replace("{past}", descending ? "<" : ">")
            .replace("{order}", descending ? "desc" : "asc");
    return jdbc.sql(sql)
        .params(where.params)
        .param("limit", limit)
        .query(
            (row, index) -> new Row(row.getObject("id", UUID.class), row.getString("sort_value")))
        .list();
  }

  private static final String JOIN_CONTACTS =
      "join contacts c on c.tenant_id = i.tenant_id and c.id = i.contact_id";

  /** How many rows the list has in all. */
  public long count(Filter filter) {
    var where = new Where(filter);
    return jdbc.sql("select count(*) from invoices i where " + where.sql())
        .params(where.params)
        .query(Long.class)
        .single();
  }

  private static final class Where {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    Where(Filter filter) {
      all.add("i.tenant_id = current_tenant() and i.deleted_at is null");
      status(filter);
      and("i.contact_id = :contact", "contact", filter.contactId());
      and("i.issue_date >= :from", "from", filter.from());
      and("i.issue_date <= :to", "to", filter.to());
      var matches = filter.matches();
      and(
          "i.id = any (:matches::uuid[])",
          "matches",
          matches == null ? null : matches.toArray(UUID[]::new));
      and("(i.archived_at is not null) = :archived", "archived", filter.archived());
      and(AgentScope.INVOICE, "agent", filter.agent());
    }

    private void status(Filter filter) {
      var status = filter.status();
      if (status == ReportedStatus.OVERDUE) {
        and("i.status = 'SENT' and " + IS_LATE, "today", filter.today());
      } else if (status == ReportedStatus.SENT) {
        and("i.status = 'SENT' and not (" + IS_LATE + ")", "today", filter.today());
      } else {
        and("i.status = :status", "status", status == null ? null : status.name());
      }
      var overdue = filter.overdue();
      if (overdue != null) {
        var late = "(i.status in ('SENT', 'PARTIALLY_PAID') and " + IS_LATE + ")";
        and(overdue ? late : "not " + late, "today", filter.today());
      }
    }

    void and(String condition, String name, @Nullable Object value) {
      if (value != null) {
        all.add(condition);
        params.put(name, value);
      }
    }

    String sql() {
      return String.join("\n  and ", all);
    }
  }
}
