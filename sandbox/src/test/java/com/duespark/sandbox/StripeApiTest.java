package com.duespark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.ChargeListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeApiTest {
  private final SandboxFixture sandbox;
  private final StripeClient stripe;

  StripeApiTest(@TempDir Path data) throws IOException {
    sandbox = new SandboxFixture(data);
    stripe = sandbox.stripe("sk_test_one");
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void opensASessionAndExpiresItOnce() throws StripeException {
    Session created = stripe.v1().checkout().sessions().create(SandboxFixture.session(12_500));

    assertThat(created.getId()).startsWith("cs_test_");
    assertThat(created.getStatus()).isEqualTo("open");
    assertThat(created.getPaymentIntent()).isNull();
    assertThat(created.getAmountTotal()).isEqualTo(12_500);
    assertThat(created.getUrl()).isEqualTo(sandbox.url() + "/checkout/" + created.getId());
    assertThat(created.getMetadata()).containsEntry("invoice", "inv_1");
    assertThat(created.getLastResponse().requestId()).startsWith("req_");

    Session expired = stripe.v1().checkout().sessions().expire(created.getId());
    assertThat(expired.getStatus()).isEqualTo("expired");
    assertThat(expired.getUrl()).isNull();
    assertThatThrownBy(() -> stripe.v1().checkout().sessions().expire(created.getId()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void keepsAccountsApart() throws StripeException {
    Session mine = stripe.v1().checkout().sessions().create(SandboxFixture.session(100));
    StripeClient other = sandbox.stripe("sk_test_two");

    assertThatThrownBy(() -> other.v1().checkout().sessions().retrieve(mine.getId()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.getStatusCode()).isEqualTo(404));
    assertThat(other.v1().accounts().retrieveCurrent().getId())
        .isNotEqualTo(stripe.v1().accounts().retrieveCurrent().getId());
    assertThatThrownBy(() -> sandbox.stripe("sk_live_x").v1().accounts().retrieveCurrent())
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void replaysAnIdempotentRequestAndRefusesAnotherUnderTheSameKey() throws StripeException {
    RequestOptions key = RequestOptions.builder().setIdempotencyKey("checkout:1").build();
    Session first = stripe.v1().checkout().sessions().create(SandboxFixture.session(100), key);
    Session second = stripe.v1().checkout().sessions().create(SandboxFixture.session(100), key);

    assertThat(second.getId()).isEqualTo(first.getId());
    assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
        .contains("true");
    assertThatThrownBy(
            () -> stripe.v1().checkout().sessions().create(SandboxFixture.session(200), key))
        .isInstanceOf(IdempotencyException.class);
    Session elsewhere =
        sandbox
            .stripe("sk_test_two")
            .v1()
            .checkout()
            .sessions()
            .create(SandboxFixture.session(200), key);
    assertThat(elsewhere.getId()).isNotEqualTo(first.getId());
  }

  @Test
  void refusesAKeyThatIsInUse() throws Exception {
    sandbox.fault("provider", "stripe", "action", "delay", "millis", 3000);
    RequestOptions key = RequestOptions.builder().setIdempotencyKey("k").build();
    CompletableFuture<Session> slow = CompletableFuture.supplyAsync(() -> create(key));
    while (!sandbox.get("/sandbox/faults").getAsJsonArray("data").isEmpty()) {
      Thread.onSpinWait();
    }

    assertThatThrownBy(
            () -> stripe.v1().checkout().sessions().create(SandboxFixture.session(1), key))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.getStatusCode()).isEqualTo(409));
    assertThat(slow.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo("open");
  }

  @Test
  void paysAndRefundsNoMoreThanWasPaid() throws StripeException {
    Session session = stripe.v1().checkout().sessions().create(SandboxFixture.session(1000));
    sandbox.post("/sandbox/stripe/sessions/" + session.getId() + "/pay", new JsonObject());

    Session paid =
        stripe
            .v1()
            .checkout()
            .sessions()
            .retrieve(
                session.getId(),
                SessionRetrieveParams.builder().addExpand("payment_intent.latest_charge").build());
    assertThat(paid.getPaymentStatus()).isEqualTo("paid");
    assertThat(paid.getUrl()).isNull();
    PaymentIntent intent = paid.getPaymentIntentObject();
    assertThat(intent.getMetadata()).containsEntry("attempt", "att_1");
    assertThat(intent.getLatestChargeObject().getMetadata()).containsEntry("attempt", "att_1");

    Refund part = refund(intent.getId(), 300);
    assertThat(part.getStatus()).isEqualTo("succeeded");
    assertThatThrownBy(() -> refund(intent.getId(), 701))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("greater than unrefunded amount");
    Charge charge = stripe.v1().charges().retrieve(intent.getLatestCharge());
    assertThat(charge.getAmountRefunded()).isEqualTo(300);
    assertThat(stripe.v1().refunds().list(RefundListParams.builder().build()).getData())
        .extracting(Refund::getId)
        .containsExactly(part.getId());
    ChargeListParams ofIntent = ChargeListParams.builder().setPaymentIntent(intent.getId()).build();
    assertThat(stripe.v1().charges().list(ofIntent).getData()).hasSize(1);
    assertThatThrownBy(() -> stripe.v1().checkout().sessions().expire(session.getId()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void cutsTheConnectionAfterAccepting() throws StripeException {
    // The JDK's own HTTP connection resends a POST once, so two answers have to be lost.
    sandbox.fault("provider", "stripe", "path", "/v1/checkout", "action", "drop_after", "times", 2);
    RequestOptions key = RequestOptions.builder().setIdempotencyKey("k").build();

    assertThatThrownBy(
            () -> stripe.v1().checkout().sessions().create(SandboxFixture.session(1), key))
        .isInstanceOf(ApiConnectionException.class);

    JsonObject log = sandbox.get("/sandbox/log?provider=stripe&kind=checkout.session.created");
    assertThat(log.getAsJsonArray("data")).hasSize(1);
    Session again = stripe.v1().checkout().sessions().create(SandboxFixture.session(1), key);
    assertThat(Json.write(log)).contains(again.getId());
  }

  private Session create(RequestOptions key) {
    try {
      return stripe.v1().checkout().sessions().create(SandboxFixture.session(1), key);
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  private Refund refund(String intent, long amount) throws StripeException {
    return stripe
        .v1()
        .refunds()
        .create(RefundCreateParams.builder().setPaymentIntent(intent).setAmount(amount).build());
  }
}
