package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Staff of the platform, made at the terminal, and payments that they have taken again (WIS-09).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffIT {
  private static final String COMPLETED = "checkout.session.completed";
  private static final String SUCCEEDED = "payment_intent.succeeded";
  private static final String LETTERS = "/v1/admin/dead-letters";
  private static final String EVENTS = "/v1/admin/webhook-events";

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);
  private final Business admin = Business.foundedOn(rig);

  @BeforeAll
  void appoint() {
    assertThat(rig.command("staff", "grant", admin.owner(), "ADMIN"))
        .contains(admin.owner() + " is ADMIN of the platform")
        .endsWith("exit 0");
  }

  @AfterAll
  void dismiss() {
    rig.command("staff", "revoke", admin.owner());
  }

  @AfterEach
  void heal() {
    rig.sandbox().heal();
  }

  @Test
  void aRoleIsListedGivenAndTakenAtTheTerminal() {
    Business person = Business.foundedOn(rig);
    assertThat(rig.command("staff", "grant", person.owner(), "operator")).endsWith("exit 0");
    assertThat(rig.command("staff"))
        .containsPattern("OPERATOR +" + person.owner())
        .containsPattern("ADMIN +" + admin.owner())
        .endsWith("exit 0");

    assertThat(rig.command("staff", "grant", person.owner(), "ADMIN")).endsWith("exit 0");
    assertThat(rig.command("staff", "grant", person.owner(), "ADMIN"))
        .contains("already")
        .endsWith("exit 0");
    person.get(LETTERS).require(200);
    assertThat(rig.command("staff", "revoke", person.owner())).endsWith("exit 0");
    person.get(LETTERS).require(403);

    assertThat(rig.command("staff", "grant", "nobody@example.com", "ADMIN")).endsWith("exit 1");
    assertThat(rig.command("staff", "grant", person.owner(), "NONE")).endsWith("exit 2");
    assertThat(rig.command("staff", "dance")).endsWith("exit 2");
    assertThat(
            rig.database()
                .ask(
                    """
                    select action || ' ' || (after ->> 'platform_role') from audit_log
                    where tenant_id = '00000000-0000-0000-0000-000000000000' and actor = 'terminal'
                      and entity_id = (select id from users where email = ?) order by id
                    """,
                    person.owner()))
        .containsExactly("staff.granted OPERATOR", "staff.granted ADMIN", "staff.revoked NONE");
    await()
        .untilAsserted(
            () ->
                assertThat(rig.command("audit", "verify"))
                    .contains("the platform's own: ")
                    .endsWith("exit 0"));
  }

  @Test
  void aPaymentWhoseEventFailedIsAppliedOnceWhenItIsRequeued() {
    String id = business.sent();
    Payer payer = business.payerOf(id);
    String page = payer.openCardPage();
    rename(page, page + "-lost");
    hold(SUCCEEDED);
    rig.sandbox().pay(page);
    String letter = awaitLetter(event(COMPLETED, page));
    assertThat(business.status(id)).isEqualTo("SENT");

    rename(page + "-lost", page);
    JsonNode requeued =
        admin.post(LETTERS + "/" + letter + "/requeue", Map.of()).require(200).data();

    assertThat(requeued.path("status").asString()).isEqualTo("REQUEUED");
    business.awaitStatus(id, "PAID");
    admin.post(LETTERS + "/" + letter + "/requeue", Map.of()).require(200);
    heal();
    awaitStored(event(SUCCEEDED, rig.sandbox().session(page).path("payment_intent").asString()));
    awaitHandled();
    assertPaidOnce(id);
    JsonNode opened = admin.get(LETTERS + "/" + letter).require(200).data();
    assertThat(opened.path("workflow").path("id").asString()).isEqualTo("invoice/" + id);
    assertThat(opened.path("workflow").path("url").asString())
        .startsWith(rig.temporalUiUrl())
        .endsWith("invoice%2F" + id);
    assertThat(
            business.list("/v1/audit-log?entity_id=" + letter).stream()
                .map(entry -> entry.path("action").asString()))
        .containsExactly("dead_letter.opened", "dead_letter.requeued");
  }

  @Test
  void anEventThatWasBookedBooksNothingAgain() {
    String id = business.sent();
    String page = business.payerOf(id).payByCard();
    business.awaitStatus(id, "PAID");
    String completed = awaitStored(event(COMPLETED, page));
    awaitHandled();

    for (int i = 0; i < 3; i++) {
      admin.post(EVENTS + "/" + completed + "/reprocess", Map.of()).require(200);
      awaitHandled();
    }

    await()
        .until(
            () ->
                rig.database()
                        .count(
                            """
                            select count(*) from webhook_events
                            where id = ?::uuid and status = 'PROCESSED' and booked_at is not null
                            """,
                            completed)
                    == 1);
    assertPaidOnce(id);
    assertThat(rig.database().count("select count(*) from dead_letters where status = 'OPEN'"))
        .isZero();
  }

  private void assertPaidOnce(String id) {
    assertThat(business.status(id)).isEqualTo("PAID");
    assertThat(business.payments(id)).hasSize(1);
    assertThat(business.invoice(id).path("amount_paid").asString()).isEqualTo("232.00");
    assertThat(business.invoice(id).path("amount_overpaid").asString()).isEqualTo("0.00");
  }

  /** What the provider reports leads nowhere as long as our page has another name. */
  private void rename(String page, String name) {
    assertThat(
            rig.database()
                .ask(
                    """
                    update payment_attempts set provider_session_id = ?
                    where provider_session_id = ? returning id
                    """,
                    name,
                    page))
        .hasSize(1);
  }

  private void hold(String type) {
    rig.sandbox().fault(Map.of("provider", "webhooks", "action", "hold_webhooks", "path", type));
  }

  private String event(String type, String mentioned) {
    return await()
        .until(() -> rig.sandbox().events(type, mentioned), found -> !found.isEmpty())
        .getFirst()
        .path("id")
        .asString();
  }

  /** Our id of it, as soon as it is here. */
  private String awaitStored(String providerEventId) {
    return await()
        .until(
            () ->
                rig.database()
                    .ask(
                        "select id from webhook_events where provider_event_id = ?",
                        providerEventId),
            found -> !found.isEmpty())
        .getFirst();
  }

  private String awaitLetter(String providerEventId) {
    String event = awaitStored(providerEventId);
    return await()
        .until(
            () ->
                rig.database()
                    .ask(
                        "select id from dead_letters where entity_ref = 'webhook_event/' || ?",
                        event),
            found -> !found.isEmpty())
        .getFirst();
  }

  private void awaitHandled() {
    await()
        .until(
            () ->
                rig.database()
                        .count("select count(*) from webhook_events where status = 'RECEIVED'")
                    == 0);
  }
}
