package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Payment events in every order and number (WIS-01 to WIS-04). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentEventsIT {
  private static final String COMPLETED = "checkout.session.completed";
  private static final String SUCCEEDED = "payment_intent.succeeded";
  private static final String REFUNDED = "charge.refunded";

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @AfterEach
  void heal() {
    rig.sandbox().heal();
  }

  @Test
  void anEventThatComesTenTimesAtOnceIsOnePayment() {
    String id = business.sent();
    String page = business.payerOf(id).payByCard();
    business.awaitStatus(id, "PAID");

    assertThat(rig.sandbox().resend(event(COMPLETED, page), 10)).hasSize(10).containsOnly(200);
    assertThat(rig.sandbox().resend(event(SUCCEEDED, intent(page)), 10)).containsOnly(200);

    awaitEventsHandled();
    assertPaidOnce(id);
  }

  @Test
  void bothEventsOfAPaymentAreOnePaymentWhicheverComesFirst() {
    for (String late : new String[] {COMPLETED, SUCCEEDED}) {
      String id = business.sent();
      hold(late);

      String page = business.payerOf(id).payByCard();

      business.awaitStatus(id, "PAID");
      heal();
      awaitDelivered(late.equals(COMPLETED) ? page : intent(page), late);
      awaitEventsHandled();
      assertPaidOnce(id);
    }
  }

  @Test
  void aPaymentWhosePageHasToldIsNotToldAgain() {
    String id = business.sent();
    String page = business.payerOf(id).payByCard();
    business.awaitStatus(id, "PAID");
    awaitDelivered(intent(page), SUCCEEDED);

    awaitEventsHandled();

    assertThat(
            rig.database()
                .ask(
                    "select status from webhook_events where provider_event_id = ?",
                    event(SUCCEEDED, intent(page))))
        .containsExactly("IGNORED");
  }

  @Test
  void aPaymentOnASharedDraftIssuesSendsAndPaysIt() {
    String id = business.draft();
    Payer payer = business.payerByLink(id);

    payer.payByCard();

    JsonNode paid = business.awaitStatus(id, "PAID");
    assertThat(paid.path("invoice_number").asString("")).isNotEmpty();
    assertThat(rig.database().ask("select action from audit_log where entity_id = ?::uuid", id))
        .containsOnlyOnce("invoice.sent", "invoice.paid");
    assertThat(business.send(id).require(409).reason()).isEqualTo("ALREADY_SENT");
    assertThat(business.status(id)).isEqualTo("PAID");
  }

  @Test
  void aPaymentThatComesWhileTheMailIsOnItsWayIsKept() {
    String id = business.draft();
    Payer payer = business.payerByLink(id);
    rig.sandbox()
        .fault(
            Map.of(
                "provider",
                "postmark",
                "path",
                "/email",
                "recipient",
                business.payer(),
                "action",
                "status",
                "code",
                503,
                "times",
                3));
    var sending = CompletableFuture.supplyAsync(() -> business.send(id));
    await().until(() -> business.invoice(id).path("send_state").asString().equals("SENDING"));

    payer.payByCard();

    business.awaitStatus(id, "PAID");
    assertThat(sending.join().status()).isIn(200, 202);
    await().until(() -> business.invoice(id).path("send_state").asString().equals("IDLE"));
    assertPaidOnce(id);
  }

  @Test
  void aRefundThatIsHeardOfBeforeItsPaymentEndsTheSame() {
    String id = business.sent();
    String page = business.payerOf(id).openCardPage();
    hold("checkout.");
    hold("payment_intent.");
    rig.sandbox().pay(page);

    rig.sandbox().refund(intent(page), 3200);

    awaitDelivered(intent(page), REFUNDED);
    business.awaitStatus(id, "PARTIALLY_PAID");
    heal();
    awaitDelivered(page, COMPLETED);
    awaitDelivered(intent(page), SUCCEEDED);
    awaitEventsHandled();
    JsonNode invoice = business.invoice(id);
    assertThat(invoice.path("status").asString()).isEqualTo("PARTIALLY_PAID");
    assertThat(invoice.path("amount_paid").asString()).isEqualTo("200.00");
    assertThat(business.payments(id)).hasSize(1);
  }

  @Test
  void refundsTakeAPaidInvoiceBackStepByStep() {
    String id = business.sent();
    String page = business.payerOf(id).payByCard();
    business.awaitStatus(id, "PAID");

    rig.sandbox().refund(intent(page), 3200);

    JsonNode partly = business.awaitStatus(id, "PARTIALLY_PAID");
    assertThat(partly.path("amount_due").asString()).isEqualTo("32.00");

    rig.sandbox().refund(intent(page), 20_000);

    JsonNode open = business.awaitStatus(id, "SENT");
    assertThat(open.path("amount_due").asString()).isEqualTo("232.00");
    assertThat(business.payments(id))
        .singleElement()
        .satisfies(payment -> assertThat(payment.path("status").asString()).isEqualTo("REFUNDED"));
  }

  private void assertPaidOnce(String id) {
    assertThat(business.status(id)).isEqualTo("PAID");
    assertThat(business.payments(id)).hasSize(1);
    assertThat(business.invoice(id).path("amount_paid").asString()).isEqualTo("232.00");
    assertThat(business.invoice(id).path("amount_overpaid").asString()).isEqualTo("0.00");
  }

  private void hold(String typePrefix) {
    rig.sandbox()
        .fault(Map.of("provider", "webhooks", "action", "hold_webhooks", "path", typePrefix));
  }

  private String event(String type, String mentioned) {
    return await()
        .until(() -> rig.sandbox().events(type, mentioned), found -> !found.isEmpty())
        .getFirst()
        .path("id")
        .asString();
  }

  private String intent(String page) {
    return rig.sandbox().session(page).path("payment_intent").asString();
  }

  /** The event is stored. */
  private void awaitDelivered(String mentioned, String type) {
    String event = event(type, mentioned);
    await()
        .until(
            () ->
                rig.database()
                        .count(
                            "select count(*) from webhook_events where provider_event_id = ?",
                            event)
                    == 1);
  }

  /** Nothing that was stored still waits for its invoice. */
  private void awaitEventsHandled() {
    await()
        .until(
            () ->
                rig.database()
                        .count("select count(*) from webhook_events where status = 'RECEIVED'")
                    == 0);
  }
}
