package com.duespark.domain.reminders;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
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

  /** Whether something changed since the last plan. */
  public boolean isBehind(UUID contactId) {
    return jdbc.sql(
            """
            select exists (select from cadences
              where tenant_id = current_tenant() and contact_id = :contact
                and changes > planned_changes)
            """)
        .param("contact", contactId)
        .query(Boolean.class)
        .single();
  }

  /**
   * What the workflow knows from now on.
   *
   * @param watched whether it goes on
   * @param wakesAt when it looks by itself, in real time; null when only a change wakes it
   */
  public void told(UUID contactId, boolean watched, @Nullable Instant wakesAt) {
    jdbc.sql(
            """
            update cadences set watched = :watched, wakes_at = :wakes
            where tenant_id = current_tenant() and contact_id = :contact
            """)
        .param("watched", watched)
        .param("wakes", timestamp(wakesAt))
        .param("contact", contactId)
        .update();
  }

  /**
   * Whether the workflow does the right thing without being told.
   *
   * @param needed whether there is something for it to do, now or later
   * @param next when, in real time; null when only a change can bring it
   */
  public boolean isInTime(UUID contactId, boolean needed, @Nullable Instant next) {
    return jdbc.sql(
            """
            select case when coalesce(max(watched::int), 0) = 0 then not :needed
              else :needed and (:next::timestamptz is null
                or coalesce(max(wakes_at) < :next::timestamptz + interval '1 second', false)) end
            from cadences
            where tenant_id = current_tenant() and contact_id = :contact
            """)
        .param("needed", needed)
        .param("next", timestamp(next))
        .param("contact", contactId)
        .query(Boolean.class)
        .single();
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

  /** Whether the operator's switch is set: nothing leaves, of any business (BEY-09). */
  public boolean areStopped() {
    return jdbc.sql("select reminders_stopped()").query(Boolean.class).single();
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

  /**
   * A customer says until when they pay; a new word replaces the old, null takes it back.
   *
   * @param on the last day, in the customer's time
   * @param by actor, as in commands
   */
  public void promise(UUID invoiceId, @Nullable LocalDate on, Instant now, String by) {
    jdbc.sql(
            """
            insert into invoice_dunning
              (tenant_id, invoice_id, promise_to_pay_on, promised_at, promised_by)
            values (current_tenant(), :invoice, :on, :at, :by)
            on conflict (tenant_id, invoice_id) do update
              set promise_to_pay_on = excluded.promise_to_pay_on,
                promised_at = excluded.promised_at, promised_by = excluded.promised_by,
                version = invoice_dunning.version + 1
            """)
        .param("invoice", invoiceId)
        .param("on", on)
        .param("at", on == null ? null : Timestamp.from(now))
        .param("by", on == null ? null : by)
        .update();
  }

  /**
   * How one invoice is chased.
   *
   * @param policyId null = the customer's
   */
  public void use(UUID invoiceId, @Nullable UUID policyId, boolean enabled) {
    jdbc.sql(
            """
            insert into invoice_dunning
              (tenant_id, invoice_id, reminder_policy_id, reminders_enabled)
            values (current_tenant(), :invoice, :policy, :enabled)
            on conflict (tenant_id, invoice_id) do update
              set reminder_policy_id = excluded.reminder_policy_id,
                reminders_enabled = excluded.reminders_enabled,
                version = invoice_dunning.version + 1
            """)
        .param("invoice", invoiceId)
        .param("policy", policyId)
        .param("enabled", enabled)
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }
}
