package com.duespark.domain.reminders;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When each customer's cadence acts next, and what is paused (REM-33). */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Cadences {

  private final JdbcClient jdbc;

  Cadences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many changes there were so far; read before the facts that a plan is made from. */
  public long changes(UUID contactId) {
    return jdbc.sql(
            """
            select coalesce(max(changes), 0) from cadences
            where tenant_id = current_tenant() and contact_id = :contact
            """)
        .param("contact", contactId)
        .query(Long.class)
        .single();
  }

  /**
   * The plan was made.
   *
   * @param nextAt null when nothing is to come
   * @param changes what it had seen
   */
  public void planned(UUID contactId, @Nullable Instant nextAt, Instant now, long changes) {
    jdbc.sql(
            """
            insert into cadences (tenant_id, contact_id, next_at, planned_at, planned_changes)
            values (current_tenant(), :contact, :next, :now, :changes)
            on conflict (tenant_id, contact_id) do update
              set next_at = excluded.next_at, planned_at = excluded.planned_at,
                planned_changes = excluded.planned_changes
            """)
        .param("changes", changes)
        .param("contact", contactId)
        .param("next", timestamp(nextAt))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Whether the customer has an invoice that could be chased, or a message on its way. */
  public boolean isNeeded(UUID contactId) {
    return jdbc.sql(
            """
            select exists (select from invoices
                where tenant_id = current_tenant() and contact_id = :contact
                  and status in ('SENT', 'PARTIALLY_PAID') and deleted_at is null)
              or exists (select from reminders
                where tenant_id = current_tenant() and contact_id = :contact
                  and status = 'SENDING')
            """)
        .param("contact", contactId)
        .query(Boolean.class)
        .single();
  }

  /** Pauses a whole customer, or lets it go on. */
  public void pause(UUID contactId, boolean paused, @Nullable Instant until) {
    jdbc.sql(
            """
            insert into cadences (tenant_id, contact_id, paused, paused_until)
            values (current_tenant(), :contact, :paused, :until)
            on conflict (tenant_id, contact_id) do update
              set paused = excluded.paused, paused_until = excluded.paused_until
            """)
        .param("contact", contactId)
        .param("paused", paused)
        .param("until", timestamp(until))
        .update();
  }

  /** Pauses one invoice, or lets it go on. */
  public void pauseInvoice(UUID invoiceId, boolean paused, @Nullable Instant until) {
    jdbc.sql(
            """
            insert into invoice_dunning (tenant_id, invoice_id, reminders_paused, reminders_paused_until)
            values (current_tenant(), :invoice, :paused, :until)
            on conflict (tenant_id, invoice_id) do update
              set reminders_paused = excluded.reminders_paused,
                reminders_paused_until = excluded.reminders_paused_until,
                version = invoice_dunning.version + 1
            """)
        .param("invoice", invoiceId)
        .param("paused", paused)
        .param("until", timestamp(until))
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }
}
