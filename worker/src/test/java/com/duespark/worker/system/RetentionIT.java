package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.domain.retention.Thing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A night's round on the running program, asked for before its time (WF-18). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionIT {

  private static final Duration SOON = Duration.ofSeconds(90);

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @Test
  void whatIsOverGoesInOneRoundAndTheLogStillVerifies() {
    String entry = entryOfAnOldMonth();
    String event = eventOfLongAgo();
    String old = paid("25 months");
    String recent = paid("23 months");

    rig.temporal().trigger("retention");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        rig.database()
                            .ask(
                                """
                                select thing from retention_runs where finished_at is not null
                                """))
                    .hasSize(Thing.values().length));
    assertThat(
            rig.database()
                .ask("select payload_json::text from webhook_events where id = ?::uuid", event))
        .containsExactly("{}");
    assertThat(rig.database().count("select count(*) from audit_log where id = ?::uuid", entry))
        .isZero();
    String verified = rig.command("audit", "verify", "--audit.tenant=" + business.tenantId());
    assertThat(verified)
        .contains("1 of their age gone with their months until")
        .contains("everything is as it was sealed")
        .endsWith("exit 0");
    assertThat(business.list("/v1/audit-log?action=audit.month_dropped")).hasSize(1);
    assertThat(ids("?archived=true")).containsExactly(old);
    assertThat(ids("?archived=false")).containsExactly(recent);
    assertThat(ids("")).containsExactlyInAnyOrder(old, recent);
    assertThat(business.get("/v1/invoices/" + old).require(200).data().path("archived_at").isNull())
        .isFalse();
    assertThat(business.get("/v1/invoices/" + old + "/pdf").require(200).text()).startsWith("%PDF");
  }

  private String paid(String ago) {
    String id = business.sent();
    business.receive(id, "232").require(201);
    business.awaitStatus(id, "PAID");
    rig.database()
        .ask(
            """
            update invoices set paid_at = now() - ?::interval where id = ?::uuid
            returning id::text
            """,
            ago,
            id);
    return id;
  }

  private List<String> ids(String filter) {
    return business.list("/v1/invoices" + filter).stream()
        .map(invoice -> invoice.path("id").asString())
        .toList();
  }

  /** Sealed, as it was when it was young. */
  private String entryOfAnOldMonth() {
    rig.database().tamper("call month_partitions((now() - interval '7 years 2 months')::date)");
    String entry =
        rig.database()
            .ask(
                """
                insert into audit_log (id, tenant_id, actor, action, entity_type, created_at)
                values (gen_random_uuid(), ?::uuid, 'system', 'tenant.created', 'tenant',
                  now() - interval '7 years 2 months')
                returning id::text
                """,
                business.tenantId())
            .getFirst();
    await()
        .atMost(SOON)
        .until(
            () ->
                rig.database()
                        .count("select count(*) from audit_places where entry_id = ?::uuid", entry)
                    == 1);
    return entry;
  }

  private String eventOfLongAgo() {
    return rig.database()
        .ask(
            """
            insert into webhook_events (id, provider, provider_event_id, tenant_id, payload_json,
              signature_ok, status, received_at, processed_at)
            values (gen_random_uuid(), 'stripe', gen_random_uuid()::text, ?::uuid, '{"said": "so"}',
              true, 'IGNORED', now() - interval '91 days', now() - interval '91 days')
            returning id::text
            """,
            business.tenantId())
        .getFirst();
  }
}
