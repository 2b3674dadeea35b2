package com.duespark.domain.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.secrets.Secrets;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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

  @Test
  void whatAProviderToldIsStoredSealedAndReadAndErasedAllTheSame() {
    var ours = business();
    var id = Ids.next().toString();
    var event =
        in(ours, inbox -> inbox.storeWebhook("stripe", id, ours, null, PAYLOAD)).orElseThrow();

    assertThat((String) row(event).get("payload"))
        .startsWith("\"sealed:")
        .doesNotContain("wanjiku");
    var read = in(ours, inbox -> inbox.readWebhook(event)).orElseThrow();
    assertThat(read.payload()).isEqualTo(PAYLOAD);
    var again = in(ours, inbox -> inbox.storeWebhook("stripe", id, ours, null, PAYLOAD));
    assertThat(again).isEmpty();

    finish(event, "IGNORED");
    assertThat(erase(business())).isZero();
    assertThat(erase(ours)).isEqualTo(1);
    assertThat((String) row(event).get("payload")).isEqualTo("{\"erased\": true}");
  }

  @Test
  void whatNoKeyOpensWaitsForAPersonAndKeepsNoOther() {
    var ours = business();
    var event = Ids.next();
    var payload = "\"" + new Sealed(TestSecrets.otherEncryption(null)).seal(PAYLOAD) + "\"";
    owner.sql("delete from webhook_events where status = 'RECEIVED'").update();
    received(event, ours, payload);
    received(Ids.next(), ours, PAYLOAD);

    var claimed = in(ours, inbox -> inbox.claimWebhooks(10, Duration.ofMinutes(1)));

    assertThat(claimed).extracting(WebhookEvent::payload).containsExactly(PAYLOAD);
    assertThat(
            owner
                .sql(
                    """
                    select w.status || ' ' || d.payment_related || ': ' || d.reason
                    from webhook_events w
                    join dead_letters d on d.entity_ref = 'webhook_event/' || w.id
                    where w.id = ?
                    """)
                .param(event)
                .query(String.class)
                .single())
        .startsWith("FAILED true: What the provider told cannot be read: No key of version");
  }

  private void received(UUID id, UUID tenant, String payload) {
    owner
        .sql(
            """
            insert into webhook_events (id, provider, provider_event_id, tenant_id, payload_json,
              signature_ok)
            values (:id, 'stripe', :id::text, :tenant, :payload::jsonb, true)
            """)
        .param("id", id)
        .param("tenant", tenant)
        .param("payload", payload)
        .update();
  }

  @Test
  void whatWasStoredPlainOrWithTheKeyBeforeIsSealedWithTheOneInUse() {
    var event = event();
    var first = TestSecrets.key();
    var changed = TestSecrets.otherEncryption(first);

    seals(TestSecrets.all()).sealAgain();
    var sealed = (String) row(event).get("payload");
    assertThat(sealed).startsWith("\"sealed:");
    assertThat(seals(changed).sealAgain()).isPositive();
    assertThat(seals(changed).sealAgain()).isZero();
    assertThat((String) row(event).get("payload")).startsWith("\"sealed:").isNotEqualTo(sealed);

    finish(event, "IGNORED");
    assertThat(erase(business())).isZero(); // by who cannot read it
    assertThat(seals(TestSecrets.otherEncryption(null)).sealAgain()).isZero();
    var back = new Secrets(first, null, first, changed.encryption(), first, null, first, List.of());
    assertThat(seals(back).sealAgain()).isPositive();
    assertThat(erase(business())).isEqualTo(1);
  }

  private static EventSeals seals(Secrets secrets) {
    return new EventSeals(JdbcClient.create(TestDatabase.app()), new Sealed(secrets));
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
    return in(tenant, inbox -> inbox.erase(text -> text.contains("wanjiku@debtor.example")));
  }

  private static <T> T in(UUID tenant, Function<Inbox, T> work) {
    var source = TestDatabase.app();
    var app = JdbcClient.create(source);
    return Objects.requireNonNull(
        new TransactionTemplate(new JdbcTransactionManager(source))
            .execute(
                running -> {
                  app.sql("select set_config('app.tenant_id', ?, true)")
                      .param(tenant.toString())
                      .query(String.class)
                      .single();
                  return work.apply(new Inbox(app, event -> {}, TestSecrets.sealed()));
                }));
  }
}
