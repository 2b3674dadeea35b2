package com.duespark.domain.contacts;

import com.duespark.domain.contacts.FinancialSummary.PaymentStatus;
import com.duespark.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages of the bound tenant's contacts with what they owe (EP-030). */
@Component
public class ContactPages {

  /** Over the counted invoices {@code i} of one contact and the day {@code :today} (CON-12). */
  static final String PAYMENT_STATUS =
      """
      case
        when bool_or(i.status in ('SENT', 'PARTIALLY_PAID') and i.due_date < :today
          and i.total_minor > i.amount_paid_minor) then 'OVERDUE'
        when avg(greatest(0, i.paid_at::date - i.due_date))
          filter (where i.paid_at > cast(:today as date) - interval '12 months') > 7 then 'WARNING'
        else 'GOOD'
      end""";

  /** What a list may be ordered by; the id breaks ties. */
  public enum Sort {
    NAME("c.display_name", "text"),
    OUTSTANDING_BALANCE("m.outstanding", "bigint"),
    LAST_INVOICE_DATE("m.last_invoice", "date");

    private final String column;
    private final String type;

    Sort(String column, String type) {
      this.column = column;
      this.type = type;
    }
  }

  /**
   * Which contacts.
   *
   * @param matches ids found by the search; null without one
   * @param createdBy only those this person created; null for all
   */
  public record Filter(
      @Nullable ContactType type,
      @Nullable ContactStatus status,
      @Nullable PaymentStatus paymentStatus,
      @Nullable String tag,
      @Nullable List<UUID> matches,
      @Nullable UUID createdBy) {}

  /** Where the previous page ended: the sort value as text, and the id. */
  public record After(String value, UUID id) {}

  /**
   * One line: the contact's id, its figures, and the value it is sorted by.
   *
   * @param otherBalances what is owed in other currencies, by their codes
   */
  public record Row(
      UUID id,
      Money outstandingBalance,
      List<Money> otherBalances,
      @Nullable LocalDate lastInvoiceDate,
      PaymentStatus paymentStatus,
      String sortValue) {}

  private static final String FROM =
      """
      from contacts c
      cross join lateral (
        select coalesce(sum(greatest(0, i.total_minor - i.amount_paid_minor))
            filter (where i.status in ('SENT', 'PARTIALLY_PAID') and i.currency = :currency), 0)::bigint
            as outstanding,
          coalesce(max(i.issue_date), date '0001-01-01') as last_invoice,
          %s as payment_status
        from invoices i
        where i.tenant_id = c.tenant_id and i.contact_id = c.id and i.deleted_at is null
          and i.status in ('SENT', 'PARTIALLY_PAID', 'PAID', 'WRITTEN_OFF')) m
      where c.tenant_id = current_tenant() and c.deleted_at is null
        and (:type::text is null or c.type = :type)
        and case when :status::text is null then c.status <> 'ARCHIVED' else c.status = :status end
        and (:paymentStatus::text is null or m.payment_status = :paymentStatus)
        and (:tag::text is null or :tag = any (c.tags))
        and (:matches::uuid[] is null or c.id = any (:matches::uuid[]))
        and (:createdBy::uuid is null or c.created_by = :createdBy)
      """
          .formatted(PAYMENT_STATUS);

  private final JdbcClient jdbc;

  ContactPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One page.
   *
   * @param currency balances are counted in it
   * @param limit at most 101 (a page and one more)
   */
  public List<Row> page(
      Filter filter,
      Sort sort,
      boolean descending,
      @Nullable After after,
      String currency,
      LocalDate today,
      int limit) {
    var sql =
        """
        select c.id, m.outstanding, m.last_invoice, m.payment_status, {sort}::text as sort_value,
          array(select i.currency || ' ' || sum(i.total_minor - i.amount_paid_minor)
            from invoices i
            where i.tenant_id = c.tenant_id and i.contact_id = c.id and i.deleted_at is null
              and i.status in ('SENT', 'PARTIALLY_PAID') and i.currency <> :currency
              and i.total_minor > i.amount_paid_minor
            group by i.currency order by i.currency) as others
        {from}
          and (:afterId::uuid is null or ({sort}, c.id) {past} (:afterValue::{type}, :afterId::uuid))
        order by {sort} {order}, c.id {order} limit :limit
        """
            .replace("{from}", FROM)
            .replace("{sort}", sort.column)
            .replace("{type}", sort.type)
            .replace("{past}", descending ? "<" : ">")
            .replace("{order}", descending ? "desc" : "asc");
    return bind(sql, filter, currency, today)
        .param("afterId", after == null ? null : after.id())
        .param("afterValue", after == null ? null : after.value())
        .param("limit", limit)
        .query((row, index) -> read(row, currency))
        .list();
  }

  public long count(Filter filter, String currency, LocalDate today) {
    return bind("select count(*) " + FROM, filter, currency, today).query(Long.class).single();
  }

  private JdbcClient.StatementSpec bind(
      String sql, Filter filter, String currency, LocalDate today) {
    var matches = filter.matches();
    return jdbc.sql(sql)
        .param("currency", currency)
        .param("today", today)
        .param("type", name(filter.type()))
        .param("status", name(filter.status()))
        .param("paymentStatus", name(filter.paymentStatus()))
        .param("tag", filter.tag())
        .param("matches", matches == null ? null : matches.toArray(UUID[]::new))
        .param("createdBy", filter.createdBy());
  }

  /** Each is a code and minor units. */
  private static List<Money> others(String[] sums) {
    return Stream.of(sums)
        .map(sum -> sum.split(" ", 2))
        .map(sum -> Money.of(Long.parseLong(sum[1]), sum[0]))
        .toList();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static Row read(ResultSet row, String currency) throws SQLException {
    var last = Objects.requireNonNull(row.getObject("last_invoice", LocalDate.class));
    return new Row(
        row.getObject("id", UUID.class),
        Money.of(row.getLong("outstanding"), currency),
        others((String[]) row.getArray("others").getArray()),
        last.getYear() == 1 ? null : last,
        PaymentStatus.valueOf(row.getString("payment_status")),
        row.getString("sort_value"));
  }
}
