package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reminders that a person wants at once: new ones, and planned ones before their slot. They are
 * rows like all others, claimed before anything that is due by plan. Written by the cadence alone.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class RemindersByHand {

  /** No step of a policy has such a key. */
  private static final String KEY = "MANUAL-";

  /** A reminder that a person wants at once. */
  public record Wanted(UUID id, UUID commandId, boolean manual, Planned planned) {}

  private final JdbcClient jdbc;

  RemindersByHand(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A new one.
   *
   * @param stage where the invoice stands once it was sent; NONE moves nothing
   */
  public void add(
      Customer customer, Open invoice, Stage stage, Tone tone, Instant now, UUID commandId) {
    jdbc.sql(
            """
            insert into reminders (id, tenant_id, contact_id, invoice_id, policy_id, step_key, cycle,
              origin, stage, offset_days, tone, channel, send_at, status, reasons, evidence,
              decided_at, send_now_at, command_id)
            select :id, current_tenant(), :contact, :invoice, :policy, :key || (count(*) + 1), :cycle,
              'MANUAL', :stage, :offset, :tone, :channel, :now, 'SCHEDULED', :reasons::jsonb,
              :evidence::jsonb, :now, :now, :command
            from reminders
            where tenant_id = current_tenant() and invoice_id = :invoice and cycle = :cycle
              and origin = 'MANUAL'
            """)
        .param("id", Ids.next())
        .param("contact", customer.contactId())
        .param("invoice", invoice.id())
        .param("policy", invoice.policy().id())
        .param("key", KEY)
        .param("cycle", invoice.cycle())
        .param("stage", stage.name())
        .param("offset", ByHand.daysOverdue(customer, invoice, now))
        .param("tone", tone.name())
        .param("channel", customer.routes().getFirst().name())
        .param("now", Timestamp.from(now))
        .param("reasons", Json.write(ByHand.because("A person asked for it")))
        .param("evidence", Json.write(Evidence.of(customer, invoice, now, now, List.of())))
        .param("command", commandId)
        .update();
  }

  /**
   * A planned one goes at once.
   *
   * @return false when it is not planned any more
   */
  public boolean hurry(UUID reminderId, Instant now, UUID commandId) {
    return jdbc.sql(
                """
                update reminders set send_now_at = :now, command_id = :command, version = version + 1
                where tenant_id = current_tenant() and id = :id and status = 'SCHEDULED'
                """)
            .param("id", reminderId)
            .param("now", Timestamp.from(now))
            .param("command", commandId)
            .update()
        == 1;
  }

  /** What of a customer goes next, before everything that is due by plan. */
  public Optional<Wanted> next(UUID contactId) {
    return jdbc.sql(
            """
            select id, invoice_id, cycle, step_key, stage, offset_days, tone, channel, send_at,
              command_id, origin
            from reminders
            where tenant_id = current_tenant() and contact_id = :contact
              and send_now_at is not null and status = 'SCHEDULED'
            order by send_now_at, id limit 1
            """)
        .param("contact", contactId)
        .query(RemindersByHand::read)
        .optional();
  }

  private static Wanted read(ResultSet row, int index) throws SQLException {
    var channel = Channel.valueOf(row.getString("channel"));
    var tone = Tone.valueOf(row.getString("tone"));
    var step =
        new Step(
            row.getString("step_key"),
            row.getInt("offset_days"),
            Stage.valueOf(row.getString("stage")),
            channel,
            tone,
            null);
    return new Wanted(
        row.getObject("id", UUID.class),
        row.getObject("command_id", UUID.class),
        row.getString("origin").equals("MANUAL"),
        new Planned(
            row.getObject("invoice_id", UUID.class),
            row.getInt("cycle"),
            step,
            ReminderStatus.SCHEDULED,
            Columns.instant(row, "send_at"),
            1,
            channel,
            tone,
            null,
            null,
            null,
            List.of()));
  }

  /**
   * How far something about an invoice is under way.
   *
   * @return SCHEDULED for one that is wanted at once, SENDING, UNKNOWN, or null
   */
  public @Nullable ReminderStatus underWay(UUID invoiceId) {
    return jdbc.sql(
            """
            select status from reminders
            where tenant_id = current_tenant() and invoice_id = :invoice
              and (status in ('SENDING', 'UNKNOWN')
                or (status = 'SCHEDULED' and send_now_at is not null))
            order by status = 'UNKNOWN' desc, id limit 1
            """)
        .param("invoice", invoiceId)
        .query((row, n) -> ReminderStatus.valueOf(row.getString(1)))
        .optional()
        .orElse(null);
  }

  /** It may not go after all: a new one ends, a planned one waits for its slot again. */
  public void callOff(Wanted wanted, String why) {
    jdbc.sql(
            """
            update reminders
            set send_now_at = null, decided_at = business_now(), version = version + 1,
              status = case when origin = 'MANUAL' then 'CANCELED' else status end,
              reasons = case when origin = 'MANUAL' then reasons || :reason::jsonb else reasons end
            where tenant_id = current_tenant() and id = :id and status = 'SCHEDULED'
            """)
        .param("id", wanted.id())
        .param("reason", Json.write(List.of(new Reason(Reason.Code.CANCELED, why))))
        .update();
  }

  /**
   * Automatic steps whose stage a message by hand has reached: they are not sent again (REM-51).
   */
  public List<UUID> reachedBy(UUID deliveryId) {
    return jdbc.sql(
            """
            select s.id from reminders m
            join reminders s on s.tenant_id = m.tenant_id and s.invoice_id = m.invoice_id
              and s.cycle = m.cycle and s.stage = m.stage and s.origin = 'POLICY'
              and s.status in ('SCHEDULED', 'HELD')
            where m.tenant_id = current_tenant() and m.delivery_id = :delivery
              and m.origin = 'MANUAL' and m.stage <> 'NONE'
            order by s.id limit 100
            """)
        .param("delivery", deliveryId)
        .query(UUID.class)
        .list();
  }
}
