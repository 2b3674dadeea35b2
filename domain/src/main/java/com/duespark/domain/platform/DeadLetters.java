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

/** Stuck work of all businesses; for whoever is no administrator of the platform there is none. */
@Repository
@Transactional
public class DeadLetters {

  /** What is wanted; null = everything. */
  public record Filter(
      @Nullable DeadLetterStatus status, @Nullable String kind, @Nullable Boolean paymentRelated) {

    private @Nullable String statusWord() {
      return status == null ? null : status.name();
    }
  }

  private static final Filter ALL = new Filter(null, null, null);

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  DeadLetters(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * One page, newest first.
   *
   * @param who the administrator
   */
  @Transactional(readOnly = true)
  public List<DeadLetter> page(UUID who, Filter filter, @Nullable UUID before, int limit) {
    return seen(who, null, filter, before, limit);
  }

  @Transactional(readOnly = true)
  public Optional<DeadLetter> find(UUID who, UUID id) {
    return seen(who, id, ALL, null, 1).stream().findFirst();
  }

  private List<DeadLetter> seen(
      UUID who, @Nullable UUID id, Filter filter, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from dead_letters_seen(:who, :id::uuid, :before::uuid, :status::text,
              :kind::text, :money::boolean, :limit)
            """)
        .param("who", who)
        .param("id", id)
        .param("before", before)
        .param("status", filter.statusWord())
        .param("kind", filter.kind())
        .param("money", filter.paymentRelated())
        .param("limit", limit)
        .query(DeadLetter.class)
        .list();
  }

  @Transactional(readOnly = true)
  public long count(UUID who, Filter filter) {
    return jdbc.sql("select dead_letters_count(:who, :status::text, :kind::text, :money::boolean)")
        .param("who", who)
        .param("status", filter.statusWord())
        .param("kind", filter.kind())
        .param("money", filter.paymentRelated())
        .query(Long.class)
        .single();
  }

  /**
   * Lets its event be taken again, as if it came now (DLQ-02). Again, or by two at once, changes
   * nothing more.
   *
   * @return whether it was this call that did it
   * @throws Refused when it is settled otherwise, or nothing is left to take again
   */
  public boolean requeue(UUID who, UUID id) {
    var became =
        ask(jdbc.sql("select dead_letter_requeue(:who, :id)").param("who", who).param("id", id));
    return switch (became) {
      case "AGAIN", "WAITING" -> {
        events.publishEvent(new Inbox.Stored());
        yield true;
      }
      case "REQUEUED" -> false;
      case "DISCARDED" ->
          throw Refused.conflict("DISCARDED", "It was discarded; nothing is tried again");
      case "EMPTIED" -> throw StoredEvents.emptied();
      default ->
          throw Refused.conflict(
              "NOT_REPEATABLE",
              "There is no stored event to take again; settle it at the provider, then discard it");
    };
  }

  /**
   * Settles it without doing anything. Again changes nothing: the first reason stands.
   *
   * @return whether it was this call that did it
   * @throws Refused when it was requeued
   */
  public boolean discard(UUID who, UUID id, String why) {
    var asked =
        jdbc.sql("select dead_letter_discard(:who, :id, :why)")
            .param("who", who)
            .param("id", id)
            .param("why", why);
    return switch (ask(asked)) {
      case "DONE" -> true;
      case "DISCARDED" -> false;
      default -> throw Refused.conflict("REQUEUED", "It was requeued already; nothing is left");
    };
  }

  private static String ask(JdbcClient.StatementSpec asked) {
    return asked
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElseThrow(() -> Refused.notFound("Dead letter"));
  }
}
