package com.duespark.domain.tenants;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clock of a test business: real time plus an offset that only grows. A live business has none.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class TestClock {

  /** How far one move may go. */
  public static final Duration LONGEST_MOVE = Duration.ofDays(400);

  private static final String EVENTS =
      """
      select kind, id, at from (
        select 'REMINDER' as kind, contact_id as id, next_at as at from cadences
        where tenant_id = current_tenant() and next_at is not null
        union all
        select 'SCHEDULED_SEND', id, next_at from invoices
        where tenant_id = current_tenant() and status = 'SCHEDULED' and send_state = 'IDLE'
          and next_at is not null) events
      """;

  private final JdbcClient jdbc;
  private final Inbox inbox;

  TestClock(JdbcClient jdbc, Inbox inbox) {
    this.jdbc = jdbc;
    this.inbox = inbox;
  }

  /** Something that will happen by itself. */
  public record Event(String kind, UUID id, Instant at) {}

  /** Where a test business is being moved to; empty when it stands. */
  public Optional<Instant> target() {
    return jdbc.sql(
            "select clock_target from tenants where id = current_tenant() and clock_target is not null")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Sets off for a later moment. The way there is gone by a workflow, from event to event.
   *
   * @throws Refused for a live business, a moment that is not ahead, or one too far ahead
   */
  public void moveTo(Instant moment, Instant now, boolean isTest) {
    if (!isTest) {
      throw Refused.conflict("LIVE_BUSINESS", "Only a test business has a clock of its own");
    }
    if (!moment.isAfter(now)) {
      throw Refused.invalid("to", "IN_THE_PAST", "The clock only goes forward");
    }
    if (moment.isAfter(now.plus(LONGEST_MOVE))) {
      throw Refused.invalid(
          "to", "TOO_FAR", "At most %d days at a time".formatted(LONGEST_MOVE.toDays()));
    }
    jdbc.sql(
            """
            update tenants set clock_target = greatest(:moment, clock_target)
            where id = current_tenant()
            """)
        .param("moment", Timestamp.from(moment))
        .update();
    inbox.storeOutbox(
        "START",
        "TestClock",
        "test-clock/" + Tenant.id(),
        Json.write(Map.of("tenant_id", Tenant.id())));
  }

  /** What happens next by itself, soonest first. */
  public List<Event> next(int limit) {
    return jdbc.sql(EVENTS + "order by at, id limit :limit")
        .param("limit", limit)
        .query(TestClock::event)
        .list();
  }

  /** What was to happen after one moment and no later than another, soonest first. */
  public List<Event> between(Instant after, Instant end) {
    return jdbc.sql(EVENTS + "where at > :after and at <= :end order by at, id")
        .param("after", Timestamp.from(after))
        .param("end", Timestamp.from(end))
        .query(TestClock::event)
        .list();
  }

  private static Event event(ResultSet row, int index) throws SQLException {
    return new Event(
        row.getString("kind"),
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  /** Moves the clock; it never goes back. The target is reached when the clock stands on it. */
  public void jumpTo(Instant moment) {
    jdbc.sql(
            """
            update tenants
            set clock_offset = greatest(clock_offset, :moment - now()),
              clock_target = case when clock_target <= :moment then null else clock_target end
            where id = current_tenant() and kind = 'TEST'
            """)
        .param("moment", Timestamp.from(moment))
        .update();
  }

  /** Whether everything that is due by now has been done and everything known has been told. */
  public boolean isSettled() {
    return jdbc.sql(
            """
            select not (
              exists (select from cadences where tenant_id = current_tenant()
                and (next_at <= business_now() or changes > planned_changes))
              or exists (select from invoices where tenant_id = current_tenant()
                and (send_state = 'SENDING' or status = 'SCHEDULED' and next_at <= business_now()))
              or exists (select from commands where tenant_id = current_tenant() and status = 'OPEN')
              or exists (select from deliveries where tenant_id = current_tenant()
                and status in ('NEW', 'ATTEMPTING'))
              or waits_for_dispatch())
            """)
        .query(Boolean.class)
        .single();
  }
}
