package com.duespark.domain.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail providers report of all businesses; whose an event is, is known at its end. */
class MailEventsTest {

  private static final String PAYLOAD = "{\"Recipient\": \"wanjiku@debtor.example\"}";

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  @Test
  void anEventBelongsToTheBusinessWhoseMessageItWasAboutAndIsErasedWithIt() {
    var ours = business();
    var theirs = business();
    var event = event();
    reported(event, ours);

    finish(event, "PROCESSED");

    assertThat(row(event)).containsEntry("tenant_id", ours).containsEntry("booked", true);
    assertThat(erase(theirs)).isZero();
    assertThat(erase(ours)).isEqualTo(1);
    assertThat(erase(ours)).isZero();
    assertThat((String) row(event).get("payload")).doesNotContain("wanjiku");
  }

  @Test
  void whatIsAboutNoMessageOfOursBelongsToNobodyAndIsErasedForAnybody() {
    var event = event();

    finish(event, "IGNORED");

    assertThat(row(event)).containsEntry("tenant_id", null).containsEntry("booked", false);
    assertThat(erase(business())).isEqualTo(1);
    assertThat((String) row(event).get("payload")).doesNotContain("wanjiku");
  }

  @Test
  void whatStillWaitsKeepsItsPayload() {
    var event = event();

    assertThat(erase(business())).isZero();

    finish(event, "IGNORED");
    assertThat(erase(business())).isEqualTo(1);
  }

  private UUID business() {
    var id = Ids.next();
    owner
        .sql(
            """
            insert into tenants (id, name, timezone, currency, country)
            values (?, 'Test', 'Africa/Nairobi', 'KES', 'KE')
            """)
        .param(id)
        .update();
    return id;
  }

  private UUID event() {
    var id = Ids.next();
    owner
        .sql(
            """
            insert into webhook_events (id, provider, provider_event_id, payload_json, signature_ok)
            values (:id, 'postmark', :id::text, :payload::jsonb, true)
            """)
        .param("id", id)
        .param("payload", PAYLOAD)
        .update();
    return id;
  }

  private void reported(UUID event, UUID tenant) {
    owner
        .sql(
            """
            with d as (
              insert into deliveries (id, tenant_id, type, channel, audience, recipient, dedupe_key,
                request)
              values (:id, :tenant, 'MESSAGE', 'EMAIL', 'PAYER', 'wanjiku@debtor.example', :id::text,
                '{}')
              returning id)
            insert into delivery_events (id, tenant_id, delivery_id, kind, recipient, occurred_at)
            select id, :tenant, id, 'DELIVERED', 'wanjiku@debtor.example', now() from d
            """)
        .param("id", event)
        .param("tenant", tenant)
        .update();
  }

  private void finish(UUID event, String outcome) {
    JdbcClient.create(TestDatabase.app())
        .sql("select webhook_finish(?, ?, null)")
        .params(List.of(event, outcome))
        .query()
        .singleRow();
  }

  private Map<String, Object> row(UUID event) {
    return owner
        .sql(
            """
            select tenant_id, booked_at is not null as booked, payload_json::text as payload
            from webhook_events where id = ?
            """)
        .param(event)
        .query()
        .singleRow();
  }

  private static int erase(UUID tenant) {
    var source = TestDatabase.app();
    var app = JdbcClient.create(source);
    Integer erased =
        new TransactionTemplate(new JdbcTransactionManager(source))
            .execute(
                running -> {
                  app.sql("select set_config('app.tenant_id', ?, true)")
                      .param(tenant.toString())
                      .query(String.class)
                      .single();
                  return app.sql("select erase_webhook_payloads(:words)")
                      .param("words", new String[] {"wanjiku@debtor.example"})
                      .query(Integer.class)
                      .single();
                });
    return erased == null ? -1 : erased;
  }
}
