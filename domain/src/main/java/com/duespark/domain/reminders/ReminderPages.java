package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.members.AgentScope;
import com.duespark.domain.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pages of the bound tenant's reminders (EP-105); written by {@link Reminders} alone. */
@Component
@Transactional(readOnly = true)
public class ReminderPages {

  private static final String SELECT =
      """
      select r.id, r.invoice_id, i.invoice_number, r.contact_id, c.display_name,
        coalesce(c.timezone, t.timezone) as zone, r.step_key, r.cycle, r.stage, r.channel, r.tone,
        r.send_at, r.status, r.held_by, r.skip_reason, r.reasons::text as reasons, r.delivery_id,
        r.sent_at, r.origin, r.moved_to, r.chosen_tone, r.asked_at, r.decided_at,
        r.evidence::text as evidence, r.version
      from reminders r
      join invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
      join contacts c on c.tenant_id = r.tenant_id and c.id = r.contact_id
      join tenants t on t.id = r.tenant_id
      where r.tenant_id = current_tenant()
      """;

  private static final String FILTER =
      """
      and (:status::text is null or r.status = :status)
      and (:invoice::uuid is null or r.invoice_id = :invoice)
      and (:contact::uuid is null or r.contact_id = :contact)
      and (:from::timestamptz is null or r.send_at >= :from)
      and (:until::timestamptz is null or r.send_at < :until)
      and (:agent::uuid is null or exists (select from invoices i
        where i.tenant_id = r.tenant_id and i.id = r.invoice_id and
      """
          + AgentScope.INVOICE
          + "))\n";

  /**
   * Which reminders.
   *
   * @param from first moment of the slot, inclusive
   * @param until end of the slots, exclusive
   * @param agent only what this person finds ({@link AgentScope}); null for all
   */
  public record Filter(
      @Nullable ReminderStatus status,
      @Nullable UUID invoiceId,
      @Nullable UUID contactId,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable UUID agent) {

    /** Everything about one invoice, or of it only what stands in this status. */
    public static Filter of(UUID invoiceId, @Nullable ReminderStatus status) {
      return new Filter(status, invoiceId, null, null, null, null);
    }
  }

  /** Where the previous page ended. */
  public record After(Instant sendAt, UUID id) {}

  private final JdbcClient jdbc;

  ReminderPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One page in order of the slot; the id breaks ties.
   *
   * @param limit at most 101 (a page and one more)
   */
  public List<Reminder> page(Filter filter, boolean descending, @Nullable After after, int limit) {
    var sql =
        (SELECT
                + FILTER
                + """
                and (:afterId::uuid is null or (r.send_at, r.id) {past} (:afterAt::timestamptz, :afterId::uuid))
                order by r.send_at {order}, r.id {order} limit :limit
                """)
            .replace("{past}", descending ? "<" : ">")
            .replace("{order}", descending ? "desc" : "asc");
    return bind(sql, filter)
        .param("afterId", after == null ? null : after.id())
        .param("afterAt", after == null ? null : Timestamp.from(after.sendAt()))
        .param("limit", limit)
        .query(ReminderPages::read)
        .list();
  }

  public long count(Filter filter) {
    return bind(
            "select count(*) from reminders r where r.tenant_id = current_tenant() " + FILTER,
            filter)
        .query(Long.class)
        .single();
  }

  public Optional<Reminder> find(UUID id) {
    return jdbc.sql(SELECT + "and r.id = :id")
        .param("id", id)
        .query(ReminderPages::read)
        .optional();
  }

  /** The reminder that a command asked for at once. */
  public Optional<Reminder> byCommand(UUID commandId) {
    return jdbc.sql(SELECT + "and r.command_id = :command order by r.id limit 1")
        .param("command", commandId)
        .query(ReminderPages::read)
        .optional();
  }

  private JdbcClient.StatementSpec bind(String sql, Filter filter) {
    return jdbc.sql(sql)
        .param("status", filter.status() == null ? null : filter.status().name())
        .param("invoice", filter.invoiceId())
        .param("contact", filter.contactId())
        .param("agent", filter.agent())
        .param("from", timestamp(filter.from()))
        .param("until", timestamp(filter.until()));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }

  private static Reminder read(ResultSet row, int index) throws SQLException {
    return new Reminder(
        row.getObject("id", UUID.class),
        row.getObject("invoice_id", UUID.class),
        row.getString("invoice_number"),
        row.getObject("contact_id", UUID.class),
        row.getString("display_name"),
        ZoneId.of(row.getString("zone")),
        row.getString("step_key"),
        row.getInt("cycle"),
        Stage.valueOf(row.getString("stage")),
        Channel.valueOf(row.getString("channel")),
        Tone.valueOf(row.getString("tone")),
        Columns.instant(row, "send_at"),
        ReminderStatus.valueOf(row.getString("status")),
        StepRows.word(row, "held_by", Hold.Cause.class),
        StepRows.word(row, "skip_reason", SkipReason.class),
        Json.read(row.getString("reasons"), StepRows.REASONS),
        row.getObject("delivery_id", UUID.class),
        Columns.nullable(row, "sent_at"),
        Reminder.Origin.valueOf(row.getString("origin")),
        row.getObject("moved_to", LocalDate.class),
        StepRows.word(row, "chosen_tone", Tone.class),
        Columns.nullable(row, "asked_at"),
        Columns.nullable(row, "decided_at"),
        row.getString("evidence") == null
            ? null
            : Json.read(row.getString("evidence"), Evidence.class),
        row.getInt("version"));
  }
}
