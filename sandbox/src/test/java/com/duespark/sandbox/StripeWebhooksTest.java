package com.duespark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.stripe.Signature;
import com.google.gson.JsonObject;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.WebhookEndpoint;
import com.stripe.model.checkout.Session;
import com.stripe.param.EventListParams;
import com.stripe.param.WebhookEndpointCreateParams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeWebhooksTest {
  private final Path data;
  private SandboxFixture sandbox;
  private StripeClient stripe;
  private final WebhookReceiver receiver = new WebhookReceiver();

  StripeWebhooksTest(@TempDir Path data) throws IOException {
    this.data = data;
    sandbox = new SandboxFixture(data);
    stripe = sandbox.stripe("sk_test_one");
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
    receiver.close();
  }

  @Test
  void signsAsStripeDoes() {
    assertThat(
            Signature.header(
                "whsec_test", 1_700_000_000, "{\"id\":\"evt_1\",\"object\":\"event\"}"))
        .isEqualTo(
            "t=1700000000,v1=4c15fb2a43f93ef61eaa3e0893866d57cad9cad4223242cfb96f362480cb4021");
  }

  @Test
  void deliversASignedEventTheClientCanRead() throws Exception {
    WebhookEndpoint endpoint = endpoint("checkout.session.completed");
    assertThat(stripe.v1().webhookEndpoints().retrieve(endpoint.getId()).getSecret()).isNull();
    Session session = pay(1000);

    Event event = verified(receiver.next(), endpoint);
    assertThat(event.getType()).isEqualTo("checkout.session.completed");
    Session completed = (Session) event.getDataObjectDeserializer().getObject().orElseThrow();
    assertThat(completed.getId()).isEqualTo(session.getId());
    assertThat(completed.getPaymentStatus()).isEqualTo("paid");
    assertThat(stripe.v1().events().list(EventListParams.builder().build()).getData())
        .extracting(Event::getType)
        .containsExactly(
            "checkout.session.completed", "charge.succeeded", "payment_intent.succeeded");
  }

  @Test
  void triesAgainUntilTheEndpointAgrees() throws Exception {
    WebhookEndpoint endpoint = endpoint("charge.succeeded");
    receiver.refusals.set(1);
    pay(1000);

    WebhookReceiver.Received refused = receiver.next();
    WebhookReceiver.Received taken = receiver.next();
    assertThat(taken.body()).isEqualTo(refused.body());
    assertThat(verified(taken, endpoint).getType()).isEqualTo("charge.succeeded");
    Event event = verified(taken, endpoint);
    await(() -> stripe.v1().events().retrieve(event.getId()).getPendingWebhooks() == 0);
  }

  @Test
  void repeatsLosesAndHoldsWebhooksWhenOrdered() throws Exception {
    WebhookEndpoint endpoint = endpoint("charge.succeeded");
    sandbox.fault("provider", "webhooks", "action", "repeat_webhook", "n", 2);
    pay(1000);
    String first = receiver.next().body();
    assertThat(receiver.next().body()).isEqualTo(first);
    assertThat(receiver.next().body()).isEqualTo(first);

    sandbox.fault("provider", "webhooks", "action", "lose_webhook");
    pay(2000);
    await(() -> count("lost") == 1);

    sandbox.fault("provider", "webhooks", "action", "hold_webhooks");
    Session held = pay(3000);
    assertThat(receiver.received).isEmpty();
    sandbox.send("DELETE", "/sandbox/faults", "application/json", "");
    Charge charge =
        (Charge)
            verified(receiver.next(), endpoint)
                .getDataObjectDeserializer()
                .getObject()
                .orElseThrow();
    assertThat(charge.getPaymentIntent())
        .isEqualTo(stripe.v1().checkout().sessions().retrieve(held.getId()).getPaymentIntent());
  }

  @Test
  void raisesRefundDisputeAndSlowPaymentEvents() throws Exception {
    WebhookEndpoint endpoint =
        endpoint("charge.refunded", "charge.dispute.created", "charge.dispute.closed");
    Session session = pay(1000);
    String intent = stripe.v1().checkout().sessions().retrieve(session.getId()).getPaymentIntent();
    String act = "/sandbox/stripe/payment_intents/" + intent;

    sandbox.post(act + "/refund", Json.object("amount", 400));
    Charge refunded =
        (Charge)
            verified(receiver.next(), endpoint)
                .getDataObjectDeserializer()
                .getObject()
                .orElseThrow();
    assertThat(refunded.getAmountRefunded()).isEqualTo(400);
    assertThat(refunded.getMetadata()).containsEntry("attempt", "att_1");
    sandbox.post(act + "/dispute", new JsonObject());
    Event disputed = verified(receiver.next(), endpoint);
    assertThat(disputed.getType()).isEqualTo("charge.dispute.created");
    sandbox.post(act + "/dispute/close", Json.object("status", "won"));
    assertThat(verified(receiver.next(), endpoint).getType()).isEqualTo("charge.dispute.closed");

    JsonObject resent =
        sandbox.post(
            "/sandbox/stripe/events/" + disputed.getId() + "/resend",
            Json.object("times", 5, "concurrency", 5));
    assertThat(resent.get("statuses").toString()).isEqualTo("[200,200,200,200,200]");
  }

  @Test
  void settlesSlowPaymentsLater() throws Exception {
    Session slow = stripe.v1().checkout().sessions().create(SandboxFixture.session(500));
    String act = "/sandbox/stripe/sessions/" + slow.getId();

    assertThat(
            Json.text(
                sandbox.post(act + "/pay", Json.object("outcome", "processing")), "payment_status"))
        .isEqualTo("unpaid");
    assertThat(Json.text(sandbox.post(act + "/async", new JsonObject()), "payment_status"))
        .isEqualTo("paid");
    assertThat(stripe.v1().events().list(EventListParams.builder().build()).getData())
        .extracting(Event::getType)
        .containsExactly(
            "checkout.session.async_payment_succeeded",
            "charge.succeeded",
            "payment_intent.succeeded",
            "checkout.session.completed",
            "payment_intent.processing");
  }

  @Test
  void findsEverythingAgainAfterARestartAndDeliversWhatIsOwed() throws Exception {
    WebhookEndpoint endpoint = endpoint("charge.succeeded");
    sandbox.fault("provider", "webhooks", "action", "hold_webhooks");
    Session session = pay(1000);
    sandbox.close();
    assertThat(receiver.received).isEmpty();

    sandbox = new SandboxFixture(data);
    stripe = sandbox.stripe("sk_test_one");

    assertThat(verified(receiver.next(), endpoint).getType()).isEqualTo("charge.succeeded");
    Session found = stripe.v1().checkout().sessions().retrieve(session.getId());
    assertThat(found.getPaymentStatus()).isEqualTo("paid");
    assertThat(stripe.v1().paymentIntents().retrieve(found.getPaymentIntent()).getStatus())
        .isEqualTo("succeeded");
  }

  private WebhookEndpoint endpoint(String... types) throws StripeException {
    WebhookEndpointCreateParams.Builder params =
        WebhookEndpointCreateParams.builder().setUrl(receiver.url());
    for (String type : types) {
      params.addEnabledEvent(
          Arrays.stream(WebhookEndpointCreateParams.EnabledEvent.values())
              .filter(e -> e.getValue().equals(type))
              .findFirst()
              .orElseThrow());
    }
    return stripe.v1().webhookEndpoints().create(params.build());
  }

  private Session pay(long amount) throws StripeException {
    Session session = stripe.v1().checkout().sessions().create(SandboxFixture.session(amount));
    sandbox.post("/sandbox/stripe/sessions/" + session.getId() + "/pay", new JsonObject());
    return session;
  }

  private Event verified(WebhookReceiver.Received received, WebhookEndpoint endpoint)
      throws StripeException {
    return stripe.constructEvent(received.body(), received.signature(), endpoint.getSecret());
  }

  private int count(String kind) {
    return sandbox.get("/sandbox/log?provider=webhooks&kind=" + kind).getAsJsonArray("data").size();
  }

  private interface Check {
    boolean holds() throws StripeException;
  }

  private static void await(Check check) throws StripeException {
    long end = System.nanoTime() + 15_000_000_000L;
    while (!check.holds()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
