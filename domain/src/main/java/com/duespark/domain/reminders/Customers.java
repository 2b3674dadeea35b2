package com.duespark.domain.reminders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Decided;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.shared.Json;
import com.duespark.domain.tenants.TenantSettings.Sending;
import com.duespark.domain.tenants.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Reads from rows what a customer's plan is made from. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Customers {

  private static final Set<DayOfWeek> BUSINESS_DAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final ReminderPolicies policies;
  private final Tenants tenants;

  Customers(JdbcClient jdbc, Contacts contacts, ReminderPolicies policies, Tenants tenants) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.policies = policies;
    this.tenants = tenants;
  }

  /**
   * What is known of a customer at this moment.
   *
   * @param now the business's time
   */
  public Customer read(UUID contactId, Instant now) {
    var person = person(contactId);
    var all = policies.all();
    var own = policy(all, person.policyId());
    var routes = routes(contactId, person);
    var steps = steps(contactId);
    var byInvoice = steps.stream().collect(groupingBy(StepRow::invoiceId));
    var open =
        debts(contactId).stream()
            .map(
                debt -> {
                  var chosen = debt.policyId() == null ? person.policyId() : debt.policyId();
                  var policy = policy(all, chosen);
                  return open(
                      debt,
                      policy,
                      holds(person, debt, policy, routes, now),
                      byInvoice.getOrDefault(debt.id(), List.of()));
                })
            .toList();
    return new Customer(
        contactId,
        hours(person, own),
        own.capPerDay(),
        own.capPerWeek(),
        own.consolidate(),
        own.catchUp(),
        messages(steps, now),
        routes,
        open);
  }

  // ------------------------------------------------------------------ the customer

  private record Person(
      @Nullable ZoneId zone,
      @Nullable String country,
      int sendMinute,
      boolean wantsReminders,
      @Nullable String email,
      @Nullable UUID policyId,
      List<Hold> pauses) {}

  private Person person(UUID contactId) {
    return jdbc.sql(
            """
            select c.timezone, c.country, c.send_minute, c.email, c.reminder_policy_id,
              c.send_reminders and c.status = 'ACTIVE' and c.deleted_at is null as wants,
              k.paused, k.paused_until, t.reminders_paused, t.reminders_paused_until
            from contacts c
            join tenants t on t.id = c.tenant_id
            left join cadences k on k.tenant_id = c.tenant_id and k.contact_id = c.id
            where c.tenant_id = current_tenant() and c.id = :id
            """)
        .param("id", contactId)
        .query(
            (row, n) ->
                new Person(
                    row.getString("timezone") == null ? null : ZoneId.of(row.getString("timezone")),
                    row.getString("country"),
                    row.getInt("send_minute"),
                    row.getBoolean("wants"),
                    row.getString("email"),
                    row.getObject("reminder_policy_id", UUID.class),
                    Stream.concat(
                            pause(row, "paused", "paused_until"),
                            pause(row, "reminders_paused", "reminders_paused_until"))
                        .toList()))
        .single();
  }

  private Hours hours(Person person, ReminderPolicy policy) {
    var tenant = tenants.current();
    Sending sending = tenant.settings().sending();
    var days = sending.businessDays();
    return new Hours(
        person.zone() == null ? tenant.zone() : person.zone(),
        policy.windowStart() == null ? sending.opens() : policy.windowStart(),
        policy.windowEnd() == null ? sending.closes() : policy.windowEnd(),
        days == null || days.isEmpty() ? BUSINESS_DAYS : days,
        PublicHolidays.of(
            person.country() == null ? tenant.country() : person.country(), ownHolidays()),
        person.sendMinute());
  }

  private Map<LocalDate, String> ownHolidays() {
    return jdbc
        .sql("select day, name from holidays where tenant_id = current_tenant() limit 1000")
        .query((row, n) -> Map.entry(row.getObject("day", LocalDate.class), row.getString("name")))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** REM-06, as far as channels are connected: mail. */
  private List<Channel> routes(UUID contactId, Person person) {
    return person.email() == null || contacts.suppressed(contactId).contains(Channel.EMAIL)
        ? List.of()
        : List.of(Channel.EMAIL);
  }

  // ------------------------------------------------------------------ what is open

  private record Debt(
      UUID id,
      String number,
      LocalDate dueOn,
      Instant sentAt,
      @Nullable Instant lastSentAt,
      int cycle,
      Stage stage,
      boolean enabled,
      boolean disputed,
      @Nullable UUID policyId,
      List<Hold> pauses) {}

  private List<Debt> debts(UUID contactId) {
    return jdbc.sql(
            """
            select i.id, i.invoice_number, i.due_date, i.sent_at, i.last_sent_at,
              d.cycle, d.ar_stage, d.reminders_enabled, d.dispute_state, d.reminder_policy_id,
              d.reminders_paused, d.reminders_paused_until
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
                    row.getInt("cycle"),
                    Stage.valueOf(row.getString("ar_stage")),
                    row.getBoolean("reminders_enabled"),
                    row.getString("dispute_state").equals("OPEN"),
                    row.getObject("reminder_policy_id", UUID.class),
                    pause(row, "reminders_paused", "reminders_paused_until").toList()))
        .list();
  }

  private static Open open(
      Debt debt, ReminderPolicy policy, List<Hold> holds, List<StepRow> steps) {
    var lastSent = debt.lastSentAt() == null ? debt.sentAt() : debt.lastSentAt();
    var last =
        steps.stream()
            .filter(step -> step.status() == ReminderStatus.SENT || step.isLeaving())
            .map(StepRow::leftAt)
            .filter(Objects::nonNull)
            .reduce(lastSent, (one, other) -> one.isAfter(other) ? one : other);
    var current = steps.stream().filter(step -> step.cycle() == debt.cycle()).toList();
    var finalSent =
        current.stream()
            .filter(step -> step.stage() == Stage.FINAL && step.status() == ReminderStatus.SENT)
            .map(StepRow::leftAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null);
    return new Open(
        debt.id(),
        debt.number(),
        debt.dueOn(),
        debt.sentAt(),
        last,
        finalSent,
        debt.cycle(),
        debt.stage(),
        policy,
        holds,
        current.stream().collect(toMap(StepRow::key, StepRow::decided)));
  }

  private static List<Hold> holds(
      Person person, Debt debt, ReminderPolicy policy, List<Channel> routes, Instant now) {
    var holds = new ArrayList<Hold>();
    if (debt.disputed()) {
      holds.add(new Hold(Hold.Cause.DISPUTED, null));
    }
    if (!debt.enabled() || !policy.enabled()) {
      holds.add(new Hold(Hold.Cause.SWITCHED_OFF, null));
    }
    if (!person.wantsReminders() || routes.isEmpty()) {
      holds.add(new Hold(Hold.Cause.CONTACT, null));
    }
    Stream.concat(person.pauses().stream(), debt.pauses().stream())
        .filter(pause -> pause.holds(now))
        .forEach(holds::add);
    return holds;
  }

  private static Stream<Hold> pause(ResultSet row, String flag, String until) throws SQLException {
    return row.getBoolean(flag)
        ? Stream.of(new Hold(Hold.Cause.PAUSED, nullable(row, until)))
        : Stream.empty();
  }

  private static ReminderPolicy policy(List<ReminderPolicy> all, @Nullable UUID wanted) {
    return all.stream()
        .filter(policy -> wanted == null ? policy.isDefault() : policy.id().equals(wanted))
        .findFirst()
        .or(() -> all.stream().filter(ReminderPolicy::isDefault).findFirst())
        .orElseThrow(() -> new IllegalStateException("A business has a default policy"));
  }

  // ------------------------------------------------------------------ what was decided

  private record StepRow(
      UUID invoiceId,
      String key,
      int cycle,
      Stage stage,
      ReminderStatus status,
      Instant sendAt,
      Hold.@Nullable Cause heldBy,
      @Nullable SkipReason skipReason,
      List<Reason> reasons,
      @Nullable UUID deliveryId,
      @Nullable Instant leftAt) {

    boolean isLeaving() {
      return status == ReminderStatus.SENDING;
    }

    Decided decided() {
      return new Decided(status, sendAt, heldBy, skipReason, reasons);
    }
  }

  /** Rows of open invoices, and of the last days also those of closed ones: they count for caps. */
  private List<StepRow> steps(UUID contactId) {
    return jdbc.sql(
            """
            select r.invoice_id, r.step_key, r.cycle, r.stage, r.status, r.send_at, r.held_by,
              r.skip_reason, r.reasons::text as reasons, r.delivery_id,
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
                    Stage.valueOf(row.getString("stage")),
                    ReminderStatus.valueOf(row.getString("status")),
                    instant(row, "send_at"),
                    row.getString("held_by") == null
                        ? null
                        : Hold.Cause.valueOf(row.getString("held_by")),
                    row.getString("skip_reason") == null
                        ? null
                        : SkipReason.valueOf(row.getString("skip_reason")),
                    Json.read(row.getString("reasons"), REASONS),
                    row.getObject("delivery_id", UUID.class),
                    nullable(row, "left_at")))
        .list();
  }

  private static List<Instant> messages(List<StepRow> steps, Instant now) {
    return steps.stream()
        .filter(step -> step.status().isOut())
        .collect(
            toMap(
                step -> Objects.requireNonNull(step.deliveryId()),
                step -> Objects.requireNonNull(step.leftAt()),
                (one, other) -> one))
        .values()
        .stream()
        .filter(left -> left.isAfter(now.minus(Dunning.CAP_MEMORY)))
        .toList();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
