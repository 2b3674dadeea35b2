package com.duespark.domain.insight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.duespark.domain.insight.CashPosition.CashWeek;
import com.duespark.domain.insight.CashPosition.LastPayment;
import com.duespark.domain.insight.CashPosition.Late;
import com.duespark.domain.insight.CashPosition.Owed;
import com.duespark.domain.insight.CashPosition.Paid;
import com.duespark.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums the bound tenant's open invoices and payments per currency; reads only. */
@Component
public class CashPositions {

  private static final int WEEKS_BACK = 11;
  private static final int WEEKS_AHEAD = 4;

  private static final String DEBTS =
      """
      debts as (
        select i.currency, i.contact_id, i.due_date, i.total_minor - i.amount_paid_minor as due,
          coalesce(d.dispute_state = 'OPEN', false) as disputed
        from invoices i
        left join invoice_dunning d on d.tenant_id = i.tenant_id and d.invoice_id = i.id
        where i.tenant_id = current_tenant() and i.deleted_at is null
          and i.status in ('SENT', 'PARTIALLY_PAID') and i.total_minor > i.amount_paid_minor
          and %s)
      """
          .formatted(Scope.INVOICE);

  /** As {@code Payment.counted()}. */
  private static final String COUNTED =
      """
      p.tenant_id = current_tenant() and p.deleted_at is null and not p.unapplied
        and p.status in ('SUCCEEDED', 'PARTIALLY_REFUNDED') and p.reconciliation_state <> 'EXCEPTION'
      """;

  private static final String RECEIVED =
      """
      received as (
        select p.currency, (p.paid_at at time zone :zone)::date as day,
          p.amount_minor - p.refunded_minor as amount
        from payments p
        where %s and p.paid_at >= :since::timestamp at time zone :zone)
      """
          .formatted(COUNTED);

  private static final String FIGURES =
      """
      with %s, %s,
      owed as (
        select currency, sum(due)::bigint as owed, count(*) as invoices,
          count(distinct contact_id) as customers,
          sum(due) filter (where not disputed and due_date >= :today)::bigint as not_due,
          sum(due) filter (where not disputed and due_date < :today)::bigint as late,
          sum(due) filter (where disputed)::bigint as disputed,
          sum(due) filter (where due_date < :today)::bigint as overdue,
          count(*) filter (where due_date < :today) as overdue_invoices,
          :today - min(due_date) as oldest_days
        from debts group by currency),
      paid as (
        select currency, sum(amount) filter (where day = :today)::bigint as today,
          count(*) filter (where day = :today) as payments_today,
          sum(amount) filter (where day between :month and :today)::bigint as this_month,
          sum(amount) filter (where day between :lastMonth and :sameDay)::bigint as last_month
        from received group by currency)
      select *
      from (select currency from owed union select currency from paid union select :home) c
      left join owed using (currency)
      left join paid using (currency)
      order by currency <> :home, currency
      """
          .formatted(DEBTS, RECEIVED);

  private static final String WEEKS =
      """
      with %s, %s
      select currency, date_trunc('week', day::timestamp)::date as monday,
        sum(received)::bigint as received, sum(expected)::bigint as expected
      from (select currency, day, amount as received, 0 as expected from received
        union all
        select currency, due_date, 0, due from debts
        where due_date >= :today and due_date < :until::date) moved
      group by 1, 2
      """
          .formatted(DEBTS, RECEIVED);

  private static final String LAST =
      """
      select p.currency, p.amount_minor - p.refunded_minor as minor, p.paid_at, c.id, c.display_name
      from unnest(:currencies::text[]) as asked (currency)
      cross join lateral (
        select p.* from payments p
        where %s and p.currency = asked.currency
          and p.paid_at >= (:today::date - 365)::timestamp at time zone :zone
        order by p.paid_at desc, p.id desc limit 1) p
      join invoices i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
      join contacts c on c.tenant_id = i.tenant_id and c.id = i.contact_id
      """
          .formatted(COUNTED);

  private final JdbcClient jdbc;

  CashPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One for each currency that something is owed or came in lately, and for the home currency,
   * which stands first.
   *
   * @param today the tenant's day
   * @param agent counts only invoices in this person's scope; null for all
   */
  public List<CashPosition> of(String home, LocalDate today, ZoneId zone, @Nullable UUID agent) {
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var month = today.withDayOfMonth(1);
    var figures =
        bind(FIGURES, today, zone, agent)
            .param("home", home)
            .param("month", month)
            .param("lastMonth", month.minusMonths(1))
            .param("sameDay", today.minusMonths(1))
            .query(CashPositions::figures)
            .list();
    var weeks =
        bind(WEEKS, today, zone, agent)
            .param("until", monday.plusWeeks(WEEKS_AHEAD + 1L))
            .query(CashPositions::week)
            .list()
            .stream()
            .collect(groupingBy(week -> week.received().currency().getCurrencyCode()));
    var last =
        jdbc
            .sql(LAST)
            .param("currencies", figures.stream().map(Figures::currency).toArray(String[]::new))
            .param("today", today)
            .param("zone", zone.getId())
            .query((row, n) -> Map.entry(row.getString("currency"), lastPayment(row)))
            .list()
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    return figures.stream()
        .map(
            found ->
                new CashPosition(
                    found.currency(),
                    found.owed(),
                    found.overdue(),
                    found.paid(),
                    last.get(found.currency()),
                    everyWeek(
                        monday, found.currency(), weeks.getOrDefault(found.currency(), List.of()))))
        .toList();
  }

  private JdbcClient.StatementSpec bind(
      String sql, LocalDate today, ZoneId zone, @Nullable UUID agent) {
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return jdbc.sql(sql)
        .param("today", today)
        .param("zone", zone.getId())
        .param("since", monday.minusWeeks(WEEKS_BACK))
        .param("agent", agent);
  }

  private record Figures(String currency, Owed owed, Late overdue, Paid paid) {}

  private static Figures figures(ResultSet row, int index) throws SQLException {
    var currency = row.getString("currency");
    return new Figures(
        currency,
        new Owed(
            money(row, "owed", currency),
            row.getLong("invoices"),
            row.getLong("customers"),
            money(row, "not_due", currency),
            money(row, "late", currency),
            money(row, "disputed", currency)),
        new Late(
            money(row, "overdue", currency),
            row.getLong("overdue_invoices"),
            Math.max(0, row.getInt("oldest_days"))),
        new Paid(
            money(row, "today", currency),
            row.getLong("payments_today"),
            money(row, "this_month", currency),
            money(row, "last_month", currency)));
  }

  private static CashWeek week(ResultSet row, int index) throws SQLException {
    var currency = row.getString("currency");
    return new CashWeek(
        row.getObject("monday", LocalDate.class),
        money(row, "received", currency),
        money(row, "expected", currency));
  }

  private static List<CashWeek> everyWeek(LocalDate current, String currency, List<CashWeek> some) {
    var byMonday = some.stream().collect(toMap(CashWeek::monday, week -> week));
    var none = Money.of(0, currency);
    return IntStream.rangeClosed(-WEEKS_BACK, WEEKS_AHEAD)
        .mapToObj(current::plusWeeks)
        .map(
            monday ->
                Objects.requireNonNullElseGet(
                    byMonday.get(monday), () -> new CashWeek(monday, none, none)))
        .toList();
  }

  private static LastPayment lastPayment(ResultSet row) throws SQLException {
    return new LastPayment(
        money(row, "minor", row.getString("currency")),
        row.getObject("id", UUID.class),
        row.getString("display_name"),
        row.getObject("paid_at", OffsetDateTime.class).toInstant());
  }

  /** A sum over no rows is null, which reads as zero. */
  private static Money money(ResultSet row, String column, String currency) throws SQLException {
    return Money.of(row.getLong(column), currency);
  }
}
