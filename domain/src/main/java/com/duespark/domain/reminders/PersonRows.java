package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Columns.pause;
import static java.util.stream.Collectors.toMap;

import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.tenants.TenantSettings.Sending;
import com.duespark.domain.tenants.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is chased: their hours, their routes, and what pauses all of theirs. */
@Component
class PersonRows {

  private static final Set<DayOfWeek> BUSINESS_DAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  /** How long a cadence waits before it looks at the operator's switch again. */
  private static final Duration STOPPED_FOR = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final Tenants tenants;

  PersonRows(JdbcClient jdbc, Contacts contacts, Tenants tenants) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.tenants = tenants;
  }

  /**
   * One customer, as far as it matters when and how they are written to.
   *
   * @param wantsReminders active, and nobody switched them off
   */
  record Person(
      @Nullable ZoneId zone,
      @Nullable String country,
      int sendMinute,
      boolean wantsReminders,
      @Nullable String email,
      @Nullable UUID policyId,
      List<Hold> pauses) {}

  Person of(UUID contactId, Instant now) {
    return jdbc.sql(
            """
            select c.timezone, c.country, c.send_minute, c.email, c.reminder_policy_id,
              c.send_reminders and c.status = 'ACTIVE' and c.deleted_at is null as wants,
              k.paused, k.paused_until, t.reminders_paused, t.reminders_paused_until,
              reminders_stopped() as stopped
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
                    Stream.of(
                            pause(row, "paused", "paused_until"),
                            pause(row, "reminders_paused", "reminders_paused_until"),
                            stop(row, now))
                        .flatMap(pauses -> pauses)
                        .toList()))
        .single();
  }

  /** When they may be written to. */
  Hours hours(Person person, ReminderPolicy policy) {
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
  List<Channel> routes(UUID contactId, Person person) {
    return person.email() == null || contacts.suppressed(contactId).contains(Channel.EMAIL)
        ? List.of()
        : List.of(Channel.EMAIL);
  }

  /**
   * Whoever comes while the operator's switch is set comes back: nobody is told when it is cleared.
   */
  private static Stream<Hold> stop(ResultSet row, Instant now) throws SQLException {
    return row.getBoolean("stopped")
        ? Stream.of(new Hold(Hold.Cause.PAUSED, now.plus(STOPPED_FOR)))
        : Stream.empty();
  }
}
