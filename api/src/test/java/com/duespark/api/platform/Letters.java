package com.duespark.api.platform;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.inbox.WebhookEvent;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that came and failed, as the dispatcher leaves them. */
final class Letters {

  /** What a provider told of a person, who is nobody else's business. */
  static final String TOLD = "{\"type\":\"told\",\"email\":\"wanjiku@debtor.example\"}";

  private final Inbox inbox;
  final JdbcClient rows = JdbcClient.create(TestDatabase.owner());

  Letters(Inbox inbox) {
    this.inbox = inbox;
  }

  UUID event(String provider, @Nullable UUID tenant, String status) {
    var id = Ids.next();
    rows.sql(
            """
            insert into webhook_events (id, provider, provider_event_id, tenant_id, payload_json,
              signature_ok, status, processed_at, booked_at)
            values (:id, :provider, 'evt_' || :id::text, :tenant::uuid, :told::jsonb, true, :status,
              case when :status <> 'RECEIVED' then now() end,
              case when :status = 'PROCESSED' then now() end)
            """)
        .param("id", id)
        .param("provider", provider)
        .param("tenant", tenant)
        .param("told", TOLD)
        .param("status", status)
        .update();
    return id;
  }

  /** The event fails, as the dispatcher fails it. */
  void fail(UUID event, @Nullable UUID tenant, String why) {
    inbox.failWebhook(
        new WebhookEvent(event, "stripe", "evt", tenant, null, TOLD, 9, Instant.now()),
        why,
        why,
        true);
  }

  UUID failed(@Nullable UUID tenant) {
    var event = event("stripe", tenant, "RECEIVED");
    fail(event, tenant, "It does not lead back to anything that we asked for");
    return event;
  }

  UUID letterOf(UUID event) {
    return UUID.fromString(letters(event).getLast());
  }

  List<String> letters(UUID event) {
    return rows.sql("select id::text from dead_letters where entity_ref = ? order by id")
        .param("webhook_event/" + event)
        .query(String.class)
        .list();
  }

  String standing(UUID event) {
    return rows.sql(
            """
            select status || ' ' || attempts || ' ' ||
              case when claimed_until is null and processed_at is null and booked_at is null
                then 'fresh' else 'used' end
            from webhook_events where id = ?
            """)
        .param(event)
        .query(String.class)
        .single();
  }

  void took(UUID event, String outcome) {
    inbox.finishWebhook(event, outcome, null);
  }
}
