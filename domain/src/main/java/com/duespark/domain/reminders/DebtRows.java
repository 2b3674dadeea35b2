package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Columns.instant;
import static com.duespark.domain.reminders.Columns.nullable;
import static com.duespark.domain.reminders.Columns.pause;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open: the invoices that a customer owes. */
@Component
class DebtRows {

  private final JdbcClient jdbc;

  DebtRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One open invoice, with what is known of chasing it. */
  record Debt(
      UUID id,
      String number,
      LocalDate dueOn,
      Instant sentAt,
      @Nullable Instant lastSentAt,
      boolean imported,
      int cycle,
      Stage stage,
      boolean enabled,
      boolean disputed,
      @Nullable Promise promise,
      @Nullable Instant payingSince,
      @Nullable UUID policyId,
      List<Hold> pauses) {}

  /** Those of a customer, at most {@value Dunning#MAX_OPEN}. */
  List<Debt> of(UUID contactId) {
    return jdbc.sql(
            """
            select i.id, i.invoice_number, i.due_date, i.sent_at, i.last_sent_at,
              i.external_source is not null as imported, d.cycle, d.ar_stage, d.reminders_enabled,
              d.dispute_state, d.reminder_policy_id, d.reminders_paused, d.reminders_paused_until,
              d.promise_to_pay_on, d.promised_at,
              coalesce(d.dispute_resolved_at >= d.promised_at, false) as promise_disputed,
              (select max(coalesce(p.begun_at, p.created_at)) from payments p
                where p.tenant_id = i.tenant_id and p.invoice_id = i.id
                  and p.status = 'PENDING') as paying_since
            from invoices i
            join invoice_dunning d on d.tenant_id = i.tenant_id and d.invoice_id = i.id
            where i.tenant_id = current_tenant() and i.contact_id = :contact
              and i.status in ('SENT', 'PARTIALLY_PAID') and i.sent_at is not null
              and i.deleted_at is null
            order by i.id limit :limit
            """)
        .param("contact", contactId)
        .param("limit", Dunning.MAX_OPEN)
        .query(
            (row, n) ->
                new Debt(
                    row.getObject("id", UUID.class),
                    row.getString("invoice_number"),
                    row.getObject("due_date", LocalDate.class),
                    instant(row, "sent_at"),
                    nullable(row, "last_sent_at"),
                    row.getBoolean("imported"),
                    row.getInt("cycle"),
                    Stage.valueOf(row.getString("ar_stage")),
                    row.getBoolean("reminders_enabled"),
                    row.getString("dispute_state").equals("OPEN"),
                    promise(row),
                    nullable(row, "paying_since"),
                    row.getObject("reminder_policy_id", UUID.class),
                    pause(row, "reminders_paused", "reminders_paused_until").toList()))
        .list();
  }

  private static @Nullable Promise promise(ResultSet row) throws SQLException {
    var on = row.getObject("promise_to_pay_on", LocalDate.class);
    return on == null
        ? null
        : new Promise(on, instant(row, "promised_at"), row.getBoolean("promise_disputed"));
  }
}
