package com.duespark.domain.inbox;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The platform tables that no tenant owns: webhook events, outbox messages, dead letters. Each
 * method is one narrow function of V002; each item is then handled in its tenant's own transaction
 * (RLS-05).
 */
@Repository
@Transactional
public class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** How much is waiting, for metrics and readiness. */
  public record Backlog(
      long webhooks, long outbox, long commands, @Nullable Double oldestSeconds) {}

  /** Published inside the transaction that stored something; whoever dispatches looks after it. */
  public record Stored() {}

  /** Events that are read at once to be erased. */
  private static final int PAGE = 500;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Payloads payloads;

  public Inbox(JdbcClient jdbc, ApplicationEventPublisher events, Sealed box) {
    this.jdbc = jdbc;
    this.events = events;
    payloads = new Payloads(box);
  }

  /**
   * Stores a verified event.
   *
   * @param tenantId null when the platform's account reports it, as mail providers do
   * @param connectionId null likewise
   * @return its id, or empty when it is already here
   */
  public Optional<UUID> storeWebhook(
      String provider,
      String eventId,
      @Nullable UUID tenantId,
      @Nullable UUID connectionId,
      String payload) {
    var id = Ids.next();
    boolean stored =
        jdbc.sql(
                """
                select webhook_store(:id, :provider, :event, :tenant::uuid, :connection::uuid,
                  :payload::jsonb)
                """)
            .param("id", id)
            .param("provider", provider)
            .param("event", eventId)
            .param("tenant", tenantId)
            .param("connection", connectionId)
            .param("payload", payloads.seal(payload))
            .query(Boolean.class)
            .single();
    events.publishEvent(new Stored());
    return stored ? Optional.of(id) : Optional.empty();
  }

  private WebhookEvent opened(WebhookEvent event) {
    return new WebhookEvent(
        event.id(),
        event.provider(),
        event.providerEventId(),
        event.tenantId(),
        event.connectionId(),
        payloads.open(event.payload()),
        event.attempts(),
        event.receivedAt());
  }

  /**
   * Takes up to n waiting events for this long; nobody else gets them meanwhile. One that no key
   * opens waits for a person and keeps no other.
   */
  public List<WebhookEvent> claimWebhooks(int atMost, Duration lease) {
    var events = new ArrayList<WebhookEvent>();
    for (var event : claimed(atMost, lease)) {
      try {
        events.add(opened(event));
      } catch (IllegalStateException e) {
        var why = "What the provider told cannot be read: %s".formatted(e.getMessage());
        failWebhook(event, why, why, true);
      }
    }
    return events;
  }

  private List<WebhookEvent> claimed(int atMost, Duration lease) {
    return jdbc.sql("select * from webhook_claim(?, make_interval(secs => ?))")
        .params(atMost, lease.toSeconds())
        .query(WebhookEvent.class)
        .list();
  }

  /** An event of the bound tenant. */
  public Optional<WebhookEvent> readWebhook(UUID id) {
    return jdbc.sql(
            """
            select :id::uuid as id, provider, provider_event_id, current_tenant() as tenant_id,
              connection_id, payload, 0 as attempts, received_at
            from webhook_read(:id)
            """)
        .param("id", id)
        .query(WebhookEvent.class)
        .optional()
        .map(this::opened);
  }

  /** The workflow that an event of the bound tenant was told to has booked it. */
  public void bookedWebhook(UUID id) {
    jdbc.sql("select webhook_booked(?)").param(id).query().singleRow();
  }

  /**
   * Ends an event.
   *
   * @param outcome PROCESSED, IGNORED or FAILED
   */
  public void finishWebhook(UUID id, String outcome, @Nullable String why) {
    jdbc.sql("select webhook_finish(:id, :outcome, :why)")
        .param("id", id)
        .param("outcome", outcome)
        .param("why", why)
        .query()
        .singleRow();
  }

  public void releaseWebhook(UUID id, String why, Duration pause) {
    jdbc.sql("select webhook_release(?, ?, make_interval(secs => ?))")
        .params(id, why, pause.toMillis() / 1000.0)
        .query()
        .singleRow();
  }

  public void storeOutbox(String kind, String workflow, String workflowId, String payload) {
    jdbc.sql("select outbox_store(?, ?, ?, ?, ?::jsonb)")
        .params(Ids.next(), kind, workflow, workflowId, payload)
        .query()
        .singleRow();
    events.publishEvent(new Stored());
  }

  /** The same for many workflows of one kind, in one statement. */
  public void storeOutbox(
      String kind, String workflow, List<String> workflowIds, List<String> payloads) {
    jdbc.sql(
            """
            select count(outbox_store(gen_random_uuid(), :kind, :workflow, m.id, m.payload::jsonb))
            from unnest(:ids::text[], :payloads::text[]) as m (id, payload)
            """)
        .param("kind", kind)
        .param("workflow", workflow)
        .param("ids", workflowIds.toArray(String[]::new))
        .param("payloads", payloads.toArray(String[]::new))
        .query()
        .singleRow();
    events.publishEvent(new Stored());
  }

  /** The same for one that is not dispatched before this time is over, unless it is let go. */
  public UUID keepOutbox(
      String kind, String workflow, String workflowId, String payload, Duration lease) {
    var id = Ids.next();
    jdbc.sql("select outbox_keep(?, ?, ?, ?, ?::jsonb, make_interval(secs => ?))")
        .params(id, kind, workflow, workflowId, payload, lease.toSeconds())
        .query()
        .singleRow();
    return id;
  }

  public void letGoOutbox(UUID id) {
    jdbc.sql("select outbox_let_go(?)").param(id).query().singleRow();
    events.publishEvent(new Stored());
  }

  public List<OutboxMessage> claimOutbox(int atMost, Duration lease) {
    return jdbc.sql("select * from outbox_claim(?, make_interval(secs => ?))")
        .params(atMost, lease.toSeconds())
        .query(OutboxMessage.class)
        .list();
  }

  public void finishOutbox(UUID id) {
    jdbc.sql("select outbox_finish(?)").param(id).query().singleRow();
  }

  public void releaseOutbox(UUID id, String why, Duration pause) {
    jdbc.sql("select outbox_release(?, ?, make_interval(secs => ?))")
        .params(id, why, pause.toMillis() / 1000.0)
        .query()
        .singleRow();
  }

  /**
   * Ends an event that cannot go on without a person, together with the letter that says so
   * (DLQ-01): whoever sees the letter can have the event taken again.
   *
   * @param why a sentence for the letter
   * @param error the same for the event, in more detail perhaps
   */
  public void failWebhook(WebhookEvent event, String why, String error, boolean money) {
    deadLetter(event, null, why, money);
    finishWebhook(event.id(), "FAILED", error);
  }

  /**
   * A person has to look at an event. While they have not, saying so again changes nothing.
   *
   * @param workflowId who was told of it; null when nobody was
   */
  public void deadLetter(
      WebhookEvent event, @Nullable String workflowId, String reason, boolean money) {
    jdbc.sql(
            """
            select dead_letter_store(:id, 'WEBHOOK', :tenant::uuid, :workflow::text, null, :entity,
              :why, :attempts, :money)
            """)
        .param("id", Ids.next())
        .param("tenant", event.tenantId())
        .param("workflow", workflowId)
        .param("entity", "webhook_event/" + event.id())
        .param("why", reason)
        .param("attempts", event.attempts())
        .param("money", money)
        .query()
        .singleRow();
  }

  /** An event whose payload is still there. */
  private record Kept(UUID id, String payload, @Nullable String error) {}

  /**
   * Empties the bound tenant's events, and those that belong to nobody, of which this is true. One
   * that is still to be booked is left; what no key opens names nobody to anybody.
   *
   * @param names asked of the payload, or the error, in lower case
   * @return how many
   */
  public int erase(Predicate<String> names) {
    int erased = 0;
    @Nullable UUID after = null;
    List<Kept> page;
    do {
      page =
          jdbc.sql("select id, payload, error from webhooks_to_erase(:after::uuid, :most)")
              .param("after", after)
              .param("most", PAGE)
              .query(Kept.class)
              .list();
      var named = page.stream().filter(event -> names.test(words(event))).map(Kept::id).toList();
      if (!named.isEmpty()) {
        erased +=
            jdbc.sql("select erase_webhook_payloads(?::uuid[])")
                .param(named.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
      }
      after = page.isEmpty() ? null : page.getLast().id();
    } while (page.size() == PAGE);
    return erased;
  }

  private String words(Kept event) {
    var error = Objects.requireNonNullElse(event.error(), "");
    try {
      var payload = Json.write(Json.tree(payloads.open(event.payload())));
      return (payload + error).toLowerCase(Locale.ROOT);
    } catch (IllegalStateException e) {
      LOG.error("event {} cannot be read: {}", event.id(), e.getMessage());
      return error.toLowerCase(Locale.ROOT);
    }
  }

  public Backlog backlog() {
    return jdbc.sql("select * from backlog()").query(Backlog.class).single();
  }
}
