package com.duespark.domain.reminders;

import static java.util.stream.Collectors.toMap;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.DunningState.Next;
import com.duespark.domain.tenants.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the dunning side of invoices; written by {@link Dunning} and {@link Cadences} alone. */
@Component
@Transactional(readOnly = true)
public class DunningStates {

  private final JdbcClient jdbc;
  private final Tenants tenants;

  DunningStates(JdbcClient jdbc, Tenants tenants) {
    this.jdbc = jdbc;
    this.tenants = tenants;
  }

  public DunningState of(UUID invoiceId) {
    return of(List.of(invoiceId)).getOrDefault(invoiceId, DunningState.UNTOUCHED);
  }

  /** Those of a page of invoices, in one query; absent for an invoice that nobody chased yet. */
  public Map<UUID, DunningState> of(Collection<UUID> invoiceIds) {
    var now = tenants.businessNow();
    return jdbc
        .sql(
            """
            select d.invoice_id, d.ar_stage, d.cycle, d.reminders_enabled, d.reminders_paused,
              d.reminders_paused_until, d.dispute_state, d.dispute_reason, d.disputed_at,
              d.promise_to_pay_on,
              case when d.promise_to_pay_on is not null then d.promise_note end as promise_note,
              d.reminder_policy_id, n.id, n.step_key, n.send_at, n.channel,
              n.tone
            from invoice_dunning d
            left join lateral (
              select id, step_key, send_at, channel, tone from reminders r
              where r.tenant_id = d.tenant_id and r.invoice_id = d.invoice_id
                and r.status = 'SCHEDULED'
              order by send_at, id limit 1) n on true
            where d.tenant_id = current_tenant() and d.invoice_id = any (:ids::uuid[])
            """)
        .param("ids", invoiceIds.toArray(UUID[]::new))
        .query((row, n) -> Map.entry(row.getObject("invoice_id", UUID.class), read(row, now)))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static DunningState read(ResultSet row, Instant now) throws SQLException {
    return new DunningState(
        Stage.valueOf(row.getString("ar_stage")),
        row.getInt("cycle"),
        row.getBoolean("reminders_enabled"),
        Pause.of(
            row.getBoolean("reminders_paused"),
            Columns.nullable(row, "reminders_paused_until"),
            now),
        DisputeState.valueOf(row.getString("dispute_state")),
        row.getString("dispute_reason"),
        Columns.nullable(row, "disputed_at"),
        row.getObject("promise_to_pay_on", LocalDate.class),
        row.getString("promise_note"),
        row.getObject("reminder_policy_id", UUID.class),
        next(row));
  }

  private static @Nullable Next next(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return id == null
        ? null
        : new Next(
            id,
            row.getString("step_key"),
            Columns.instant(row, "send_at"),
            Channel.valueOf(row.getString("channel")),
            Tone.valueOf(row.getString("tone")));
  }
}
