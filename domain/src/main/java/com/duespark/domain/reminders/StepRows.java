package com.duespark.domain.reminders;

import static java.util.stream.Collectors.toMap;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Decided;
import com.duespark.domain.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads what a customer's reminders have come to, for the plan. */
@Component
class StepRows {

  static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  StepRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One row.
   *
   * @param manual sent by a person: it counts for caps and quiet days, and is no step of the policy
   * @param leftAt when it was sent, or claimed
   */
  record StepRow(
      UUID invoiceId,
      String key,
      int cycle,
      boolean manual,
      Stage stage,
      Decided decided,
      @Nullable UUID deliveryId,
      @Nullable Instant leftAt) {

    ReminderStatus status() {
      return decided.status();
    }

    /** About to leave, or taken by a provider: its invoice's days are quiet. */
    boolean makesQuiet() {
      return status() == ReminderStatus.SENT || status() == ReminderStatus.SENDING;
    }

    boolean isFinalSent() {
      return stage == Stage.FINAL && status() == ReminderStatus.SENT;
    }
  }

  /** Rows of open invoices, and of the last days also those of closed ones: they count for caps. */
  List<StepRow> of(UUID contactId) {
    return jdbc.sql(
            """
            select r.invoice_id, r.step_key, r.cycle, r.origin = 'MANUAL' as manual, r.stage,
              r.status, r.send_at, r.tone, r.channel, r.held_by, r.asked_at, r.skip_reason,
              r.reasons::text as reasons, r.moved_to, r.chosen_tone, r.answer, r.delivery_id,
              coalesce(r.sent_at, r.claimed_at) as left_at
            from reminders r
            join invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
            where r.tenant_id = current_tenant() and r.contact_id = :contact
              and (i.status in ('SENT', 'PARTIALLY_PAID')
                or r.claimed_at > business_now() - interval '9 days')
            order by r.id limit :limit
            """)
        .param("contact", contactId)
        .param("limit", Dunning.MAX_OPEN * 20)
        .query(
            (row, n) ->
                new StepRow(
                    row.getObject("invoice_id", UUID.class),
                    row.getString("step_key"),
                    row.getInt("cycle"),
                    row.getBoolean("manual"),
                    Stage.valueOf(row.getString("stage")),
                    decided(row),
                    row.getObject("delivery_id", UUID.class),
                    Columns.nullable(row, "left_at")))
        .list();
  }

  private static Decided decided(ResultSet row) throws SQLException {
    return new Decided(
        ReminderStatus.valueOf(row.getString("status")),
        Columns.instant(row, "send_at"),
        Tone.valueOf(row.getString("tone")),
        Channel.valueOf(row.getString("channel")),
        word(row, "held_by", Hold.Cause.class),
        Columns.nullable(row, "asked_at"),
        word(row, "skip_reason", SkipReason.class),
        Json.read(row.getString("reasons"), REASONS),
        new Choice(
            row.getObject("moved_to", LocalDate.class),
            word(row, "chosen_tone", Tone.class),
            word(row, "answer", Choice.Answer.class)));
  }

  static <E extends Enum<E>> @Nullable E word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    var name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** When messages left in the days that caps look at, each message once. */
  static List<Instant> messages(List<StepRow> rows, Instant now) {
    return rows.stream()
        .filter(row -> row.status().isOut())
        .collect(
            toMap(
                row -> Objects.requireNonNull(row.deliveryId()),
                row -> Objects.requireNonNull(row.leftAt()),
                (one, other) -> one))
        .values()
        .stream()
        .filter(left -> left.isAfter(now.minus(Dunning.CAP_MEMORY)))
        .toList();
  }
}
