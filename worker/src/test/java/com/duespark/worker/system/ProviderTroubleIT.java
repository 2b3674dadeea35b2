package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Http.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the providers do wrong reaches nobody twice and nothing is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderTroubleIT {
  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @AfterEach
  void heal() {
    rig.sandbox().heal();
  }

  @Test
  void aLostAnswerIsLookedUpAndNothingIsSentTwice() {
    String id = business.draft();
    mailFault(Map.of("action", "drop_after"));

    assertThat(business.send(id).status()).isIn(200, 202);

    business.awaitStatus(id, "SENT");
    assertThat(business.mails(id)).hasSize(1);
    assertThat(business.deliveries(id))
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.path("retry_count").asInt()).isZero());
  }

  @Test
  void aRequestThatNeverArrivedIsSentAfterTheLookUps() {
    String id = business.draft();
    mailFault(Map.of("action", "drop_before"));

    assertThat(business.send(id).status()).isIn(200, 202);

    business.awaitStatus(id, "SENT");
    assertThat(business.mails(id)).hasSize(1);
  }

  @Test
  void aBusyProviderIsAskedAgain() {
    String id = business.draft();
    mailFault(Map.of("action", "status", "code", 503, "times", 2));

    assertThat(business.send(id).status()).isIn(200, 202);

    business.awaitStatus(id, "SENT");
    assertThat(business.mails(id)).hasSize(1);
  }

  @Test
  void anAddressThatIsRefusedLeavesADraftThatKeepsItsNumber() {
    String contact = business.contact("inactive@" + business.payer().replace('@', '.'));
    String id = business.draft(contact);

    Reply refused = business.send(id);

    assertThat(refused.status()).isEqualTo(502);
    assertThat(refused.code()).isEqualTo("PROVIDER_ERROR");
    JsonNode draft = business.invoice(id);
    assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
    assertThat(draft.path("send_state").asString()).isEqualTo("FAILED");
    String number = draft.path("invoice_number").asString("");
    assertThat(number).isNotEmpty();

    var better = Map.of("email", "again-" + business.payer());
    business.ask("PATCH", "/v1/contacts/" + contact, better).require(200);
    business.send(id).require(200);
    assertThat(business.invoice(id).path("invoice_number").asString()).isEqualTo(number);
    assertThat(rig.sandbox().mails("again-" + business.payer(), id)).hasSize(1);
  }

  @Test
  void aPaymentWhoseEventsAreLostIsFoundAnyway() {
    String id = business.sent();
    rig.sandbox().fault(Map.of("provider", "webhooks", "action", "lose_webhook", "times", 100));

    business.payerOf(id).payByCard();

    business.awaitStatus(id, "PAID");
    assertThat(business.payments(id)).hasSize(1);
  }

  @Test
  void aVoidDuringRetriesTakesEffectAtOnceAndNoMailFollows() {
    String id = business.draft();
    mailFault(Map.of("action", "status", "code", 503, "times", 100_000));
    var sending = CompletableFuture.supplyAsync(() -> business.send(id));
    await().until(() -> isBeingRetried(id));

    business.voidInvoice(id).require(200);

    assertThat(business.status(id)).isEqualTo("VOID");
    assertThat(sending.orTimeout(15, TimeUnit.SECONDS).join().status()).isNotEqualTo(200);
    heal();
    business.sent();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(business.deliveries(id))
                    .extracting(delivery -> delivery.path("status").asString())
                    .doesNotContain("PENDING", "NEW", "SENDING", "ATTEMPTING"));
    assertThat(business.mails(id)).isEmpty();
  }

  private boolean isBeingRetried(String id) {
    return business.deliveries(id).stream()
        .anyMatch(delivery -> delivery.path("retry_count").asInt() > 0);
  }

  /** Strikes mails to this business's payer alone. */
  private void mailFault(Map<String, Object> what) {
    Map<String, Object> fault = new HashMap<>(what);
    fault.put("provider", "postmark");
    fault.put("path", "/email");
    fault.put("recipient", business.payer());
    rig.sandbox().fault(fault);
  }
}
