package com.duespark.domain.insight;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.insight.PlannedMessage.Kind;
import com.duespark.domain.insight.PlannedMessage.PlannedInvoice;
import com.duespark.domain.reminders.Hold;
import com.duespark.domain.reminders.Reason;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Finds what leaves next by itself for the bound tenant; reads only. */
@Component
public class PlannedMessages {

  private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

  private static final int MOST_LISTED = 25;

  private static final String ABOUT =
      """
      r.contact_id, c.display_name, coalesce(c.timezone, t.timezone) as zone, i.id as invoice_id,
      i.invoice_number, greatest(0, i.total_minor - i.amount_paid_minor) as minor, i.currency,
      i.due_date
      """;

  /** Of reminders {@code r} of invoices {@code i}. */
  private static final String OPEN =
      """
      r.tenant_id = current_tenant() and i.status in ('SENT', 'PARTIALLY_PAID')
        and i.deleted_at is null and %s
      """
          .formatted(Scope.INVOICE);

  /**
   * The first slots with all that stands in them, and of each held invoice its first held step.
   * What the plan joined is one message; so is what one cause holds of a customer. A slot older
   * than a week is no plan any more.
   */
  private static final String REMINDERS =
      """
      with slots as (
        select r.contact_id, r.send_at
        from reminders r
        join invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
        where {open} and r.status = 'SCHEDULED' and r.send_at > business_now() - interval '7 days'
        group by r.send_at, r.contact_id
        order by r.send_at, r.contact_id limit :limit),
      steps as (
        select r.*,
          case when r.reasons @> '[{"code": "MERGED"}]' then concat(r.contact_id, r.send_at, r.channel)
            else r.id::text end as message
        from slots s
        join reminders r on r.contact_id = s.contact_id and r.send_at = s.send_at
        join invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
        where {open} and r.status = 'SCHEDULED'
        union all
        (select distinct on (r.invoice_id) r.*, concat(r.contact_id, r.held_by)
        from reminders r
        join invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
        where {open} and r.status = 'HELD'
        order by r.invoice_id, r.send_at)),
      messages as (
        select s.*, min(send_at) over (partition by message) as at from steps s),
      ranked as (
        select m.*, dense_rank() over (order by held_by is not null, at, message) as place
        from messages m)
      select 'REMINDER' as kind, r.message, r.at, r.held_by, {about}, r.id as reminder_id, r.stage,
        r.channel, r.tone, r.reasons::text as reasons
      from ranked r
      join invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
      join contacts c on c.tenant_id = r.tenant_id and c.id = r.contact_id
      join tenants t on t.id = r.tenant_id
      where r.place <= :limit
      order by r.place, i.due_date, i.id
      """
          .replace("{about}", ABOUT)
          .replace("{open}", OPEN);

  private static final String SENDS =
      """
      select 'SEND' as kind, i.id::text as message, i.scheduled_send_at as at, null as held_by, {about},
        null::uuid as reminder_id, null as stage,
        coalesce(k.body #>> '{send,channels,0}', 'EMAIL') as channel, null as tone, '[]' as reasons
      from invoices i
      join contacts c on c.tenant_id = i.tenant_id and c.id = i.contact_id
      join tenants t on t.id = i.tenant_id
      left join commands k on k.tenant_id = i.tenant_id and k.id = i.scheduled_command_id
      where i.tenant_id = current_tenant() and i.deleted_at is null and i.status = 'SCHEDULED'
        and i.send_state = 'IDLE' and {scope}
      order by i.scheduled_send_at, i.id limit :limit
      """
          .replace("{about}", ABOUT.replace("r.contact_id", "i.contact_id"))
          .replace("{scope}", Scope.INVOICE);

  private final JdbcClient jdbc;

  PlannedMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next ones in order of time; those that are held come last.
   *
   * @param agent only what is in this person's scope; null for all
   */
  public List<PlannedMessage> first(int limit, @Nullable UUID agent) {
    return Stream.of(REMINDERS, SENDS)
        .flatMap(sql -> read(sql, limit, agent))
        .sorted(
            comparing((PlannedMessage message) -> message.heldBy() != null)
                .thenComparing(PlannedMessage::at))
        .limit(limit)
        .toList();
  }

  private Stream<PlannedMessage> read(String sql, int limit, @Nullable UUID agent) {
    return jdbc
        .sql(sql)
        .param("limit", limit)
        .param("agent", agent)
        .query(PlannedMessages::line)
        .list()
        .stream()
        .collect(groupingBy(Line::message, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(PlannedMessages::message);
  }

  private record Line(
      Kind kind,
      String message,
      Instant at,
      Hold.@Nullable Cause heldBy,
      UUID contactId,
      String contactName,
      String zone,
      PlannedInvoice invoice,
      Channel channel,
      @Nullable Tone tone,
      List<Reason> reasons) {}

  private static Line line(ResultSet row, int index) throws SQLException {
    var currency = row.getString("currency");
    return new Line(
        Kind.valueOf(row.getString("kind")),
        row.getString("message"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        word(row, "held_by", Hold.Cause.class),
        row.getObject("contact_id", UUID.class),
        row.getString("display_name"),
        row.getString("zone"),
        new PlannedInvoice(
            row.getObject("invoice_id", UUID.class),
            row.getString("invoice_number"),
            Money.of(row.getLong("minor"), currency),
            currency,
            row.getObject("due_date", LocalDate.class),
            row.getObject("reminder_id", UUID.class),
            word(row, "stage", Stage.class)),
        Channel.valueOf(row.getString("channel")),
        word(row, "tone", Tone.class),
        Json.read(row.getString("reasons"), REASONS));
  }

  private static <E extends Enum<E>> @Nullable E word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    var name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** The strictest tone speaks for all, as in the message that will leave. */
  private static PlannedMessage message(List<Line> lines) {
    var first = lines.getFirst();
    var currencies = lines.stream().map(line -> line.invoice().currency()).distinct().toList();
    return new PlannedMessage(
        first.kind(),
        first.at(),
        first.heldBy(),
        first.contactId(),
        first.contactName(),
        first.zone(),
        lines.size(),
        lines.stream().map(Line::invoice).limit(MOST_LISTED).toList(),
        currencies.size() == 1
            ? lines.stream()
                .map(line -> line.invoice().amountDue())
                .reduce(Money::plus)
                .orElseThrow()
            : null,
        currencies.size() == 1 ? currencies.getFirst() : null,
        first.channel(),
        lines.stream().map(Line::tone).filter(Objects::nonNull).reduce(Tone::or).orElse(null),
        lines.stream()
            .flatMap(line -> line.reasons().stream())
            .map(Reason::words)
            .distinct()
            .toList());
  }
}
