package com.duespark.domain.platform;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.shared.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What providers told, of all businesses and without its words; for whoever is no administrator of
 * the platform there is nothing.
 */
@Repository
@Transactional
public class StoredEvents {

  /** What is wanted; null = everything. */
  public record Filter(@Nullable String provider, @Nullable EventStatus status) {

    private @Nullable String statusWord() {
      return status == null ? null : status.name();
    }
  }

  private static final Filter ALL = new Filter(null, null);

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  StoredEvents(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  static Refused emptied() {
    return Refused.conflict(
        "PAYLOAD_GONE",
        "What the provider told was erased or is past its retention; have the provider send it again");
  }

  /**
   * One page, newest first.
   *
   * @param who the administrator
   */
  @Transactional(readOnly = true)
  public List<StoredEvent> page(UUID who, Filter filter, @Nullable UUID before, int limit) {
    return seen(who, null, filter, before, limit);
  }

  @Transactional(readOnly = true)
  public Optional<StoredEvent> find(UUID who, UUID id) {
    return seen(who, id, ALL, null, 1).stream().findFirst();
  }

  private List<StoredEvent> seen(
      UUID who, @Nullable UUID id, Filter filter, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from webhook_events_seen(:who, :id::uuid, :before::uuid, :provider::text,
              :status::text, :limit)
            """)
        .param("who", who)
        .param("id", id)
        .param("before", before)
        .param("provider", filter.provider())
        .param("status", filter.statusWord())
        .param("limit", limit)
        .query(StoredEvent.class)
        .list();
  }

  @Transactional(readOnly = true)
  public long count(UUID who, Filter filter) {
    return jdbc.sql("select webhook_events_count(:who, :provider::text, :status::text)")
        .param("who", who)
        .param("provider", filter.provider())
        .param("status", filter.statusWord())
        .query(Long.class)
        .single();
  }

  /**
   * Lets the event be taken again, as if it came now (DLQ-04); letters that wait for it are settled
   * by that. One that waits to be taken is left alone.
   *
   * @throws Refused when its payload is gone
   */
  public void reprocess(UUID who, UUID id) {
    var became =
        jdbc.sql("select webhook_again(:who, :id)")
            .param("who", who)
            .param("id", id)
            .query((row, number) -> Optional.ofNullable(row.getString(1)))
            .single()
            .orElseThrow(() -> Refused.notFound("Event"));
    if (became.equals("EMPTIED")) {
      throw emptied();
    }
    events.publishEvent(new Inbox.Stored());
  }
}
