package com.duespark.domain.insight;

import com.duespark.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what needs a person of the bound tenant; reads only. */
@Component
public class NextActions {

  /** One select for each {@link NextAction.Kind}, each in its own order. */
  private static final String FIND =
      """
      with clock as (select business_now() - now() as ahead),
      found as (
        (select 'DELIVERY_UNKNOWN' as kind, about.invoice_id, about.contact_id, d.id as delivery_id,
          null::uuid as work_item_id, null as words, about.minor, about.currency,
          null::date as due_date, d.created_at + ahead as since,
          row_number() over (order by d.id) as place
        from clock, deliveries d
        cross join lateral (
          select case when count(*) = 1 then min(i.id::text)::uuid end as invoice_id,
            min(i.contact_id::text)::uuid as contact_id,
            sum(greatest(0, i.total_minor - i.amount_paid_minor))::bigint as minor,
            case when count(distinct i.currency) = 1 then min(i.currency) end as currency
          from invoices i
          where i.tenant_id = d.tenant_id and %1$s
            and (i.id = d.invoice_id or i.id in (select r.invoice_id from reminders r
              where r.tenant_id = d.tenant_id and r.delivery_id = d.id))
          having count(*) > 0) about
        where d.tenant_id = current_tenant() and d.status = 'UNKNOWN' and d.audience = 'PAYER'
        order by place limit :limit)
        union all
        (select 'SEND_FAILED', i.id, i.contact_id, null, null, i.last_send_error,
          greatest(0, i.total_minor - i.amount_paid_minor), i.currency, i.due_date,
          coalesce(d.at, i.updated_at) + ahead, row_number() over (order by d.at desc, i.id)
        from clock, invoices i
        cross join lateral (
          select max(d.created_at) as at from deliveries d
          where d.tenant_id = i.tenant_id and d.invoice_id = i.id and d.type = 'INVOICE_SENT'
            and d.status in ('FAILED', 'SUPPRESSED')) d
        where i.tenant_id = current_tenant() and i.deleted_at is null and i.send_state = 'FAILED'
          and i.status in ('DRAFT', 'SCHEDULED', 'SENT', 'PARTIALLY_PAID') and %1$s
        order by 11 limit :limit)
        union all
        (select 'REMINDER_FAILED', case when count(*) = 1 then min(i.id::text)::uuid end,
          r.contact_id, null, null, null,
          sum(greatest(0, i.total_minor - i.amount_paid_minor))::bigint,
          case when count(distinct i.currency) = 1 then min(i.currency) end, null,
          r.claimed_at, row_number() over (order by r.claimed_at desc, r.contact_id)
        from reminders r
        join invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
        join invoice_dunning d on d.tenant_id = i.tenant_id and d.invoice_id = i.id
          and d.cycle = r.cycle
        where r.tenant_id = current_tenant() and r.status = 'FAILED' and i.deleted_at is null
          and i.status in ('SENT', 'PARTIALLY_PAID') and %1$s
          and not exists (select from reminders n
            where n.tenant_id = r.tenant_id and n.invoice_id = r.invoice_id and n.cycle = r.cycle
              and n.claimed_at > r.claimed_at)
        group by r.contact_id, r.claimed_at
        order by 11 limit :limit)
        union all
        (select 'REMINDER_MISSED', case when count(*) = 1 then min(m.id::text)::uuid end,
          m.contact_id, null, null, null, sum(m.minor)::bigint,
          case when count(distinct m.currency) = 1 then min(m.currency) end, null,
          min(m.asked_at), row_number() over (order by min(m.asked_at), m.contact_id)
        from (
          select i.id, i.contact_id, i.currency, min(r.asked_at) as asked_at,
            greatest(0, i.total_minor - i.amount_paid_minor) as minor
          from reminders r
          join invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
          where r.tenant_id = current_tenant() and r.status = 'HELD' and r.held_by = 'ASKED'
            and i.deleted_at is null and i.status in ('SENT', 'PARTIALLY_PAID') and %1$s
          group by i.id) m
        group by m.contact_id
        order by 11 limit :limit)
        union all
        (select 'WORK_ITEM', w.invoice_id, w.contact_id, null, w.id, w.title,
          greatest(0, i.total_minor - i.amount_paid_minor), i.currency, i.due_date,
          w.created_at + ahead,
          row_number() over (order by w.due_at,
            array_position(array['URGENT', 'HIGH', 'NORMAL', 'LOW'], w.priority), w.id)
        from clock, work_items w
        left join invoices i on i.tenant_id = w.tenant_id and i.id = w.invoice_id
        where w.tenant_id = current_tenant() and w.deleted_at is null
          and w.status not in ('DONE', 'CANCELED') and %2$s
        order by 11 limit :limit)
        union all
        (select 'OVERDUE', i.id, i.contact_id, null, null, null,
          i.total_minor - i.amount_paid_minor, i.currency, i.due_date,
          (i.due_date + 1)::timestamp at time zone :zone,
          row_number() over (order by i.due_date, i.id)
        from invoices i
        where i.tenant_id = current_tenant() and i.deleted_at is null
          and i.status in ('SENT', 'PARTIALLY_PAID') and i.total_minor > i.amount_paid_minor
          and i.due_date < :today and %1$s
          and not exists (select from work_items w
            where w.tenant_id = i.tenant_id and w.invoice_id = i.id and w.type = 'COLLECTION'
              and w.status not in ('DONE', 'CANCELED') and w.deleted_at is null)
        order by 11 limit :limit)
        union all
        (select 'DRAFT_READY', i.id, i.contact_id, null, null, null, i.total_minor, i.currency,
          i.due_date, i.created_at + ahead, row_number() over (order by i.id desc)
        from clock, invoices i
        join contacts c on c.tenant_id = i.tenant_id and c.id = i.contact_id
        where i.tenant_id = current_tenant() and i.deleted_at is null and i.status = 'DRAFT'
          and i.send_state = 'IDLE' and i.total_minor > 0
          and c.email is not null and c.status = 'ACTIVE' and c.deleted_at is null and %1$s
        order by 11 limit :limit))
      select f.*, i.invoice_number, c.display_name
      from found f
      left join invoices i on i.tenant_id = current_tenant() and i.id = f.invoice_id
      left join contacts c on c.tenant_id = current_tenant() and c.id = f.contact_id
      order by array_position(:kinds::text[], f.kind), f.place limit :limit
      """
          .formatted(Scope.INVOICE, Scope.WORK);

  private static final String[] KINDS =
      Stream.of(NextAction.Kind.values()).map(Enum::name).toArray(String[]::new);

  private final JdbcClient jdbc;

  NextActions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The most pressing ones.
   *
   * @param today the tenant's day
   * @param agent only what is in this person's scope; null for all
   */
  public List<NextAction> first(int limit, LocalDate today, ZoneId zone, @Nullable UUID agent) {
    return jdbc.sql(FIND)
        .param("limit", limit)
        .param("today", today)
        .param("zone", zone.getId())
        .param("agent", agent)
        .param("kinds", KINDS)
        .query(NextActions::read)
        .list();
  }

  /** Work that is NEW (HOM-02). */
  public long newWorkItems(@Nullable UUID agent) {
    return jdbc.sql(
            """
            select count(*) from work_items w
            where w.tenant_id = current_tenant() and w.deleted_at is null and w.status = 'NEW'
              and %s
            """
                .formatted(Scope.WORK))
        .param("agent", agent)
        .query(Long.class)
        .single();
  }

  private static NextAction read(ResultSet row, int index) throws SQLException {
    var currency = row.getString("currency");
    return new NextAction(
        NextAction.Kind.valueOf(row.getString("kind")),
        row.getObject("invoice_id", UUID.class),
        row.getString("invoice_number"),
        row.getObject("contact_id", UUID.class),
        row.getString("display_name"),
        row.getObject("delivery_id", UUID.class),
        row.getObject("work_item_id", UUID.class),
        row.getString("words"),
        currency == null ? null : Money.of(row.getLong("minor"), currency),
        currency,
        row.getObject("due_date", LocalDate.class),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
