package com.duespark.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.payments.ProviderFact.PageState;
import com.duespark.domain.payments.ProviderFact.Verdict;
import com.duespark.domain.shared.Money;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeFactsTest {

  private static final UUID ATTEMPT = new UUID(1, 2);
  private static final UUID TENANT = new UUID(3, 4);

  private static String event(String type, String object) {
    return """
    {"id":"evt_1","type":"%s","data":{"object":{%s,
      "metadata":{"attempt_id":"%s","tenant_id":"%s"}}}}
    """
        .formatted(type, object, ATTEMPT, TENANT);
  }

  private static final String SESSION =
      "\"id\":\"cs_1\",\"payment_intent\":\"pi_1\",\"amount_total\":1050,\"currency\":\"usd\"";

  @ParameterizedTest
  @CsvSource({
    "checkout.session.completed, paid, PAID",
    "checkout.session.completed, no_payment_required, PAID",
    "checkout.session.completed, unpaid, PROCESSING",
    "checkout.session.async_payment_succeeded, paid, PAID",
    "checkout.session.async_payment_failed, unpaid, FAILED",
    "checkout.session.expired, unpaid, EXPIRED"
  })
  void aSessionsNewsIsNewsOfAPage(String type, String paymentStatus, PageState state) {
    var fact =
        StripeFacts.read(event(type, SESSION + ",\"payment_status\":\"" + paymentStatus + "\""));

    assertThat(fact).isEqualTo(new ProviderFact.Page("cs_1", state, "pi_1", Money.of(1050, "USD")));
    assertThat(fact.isReversal()).isFalse();
    assertThat(fact.session()).contains("cs_1");
  }

  @Test
  void aSessionNotPaidYetHasNoReference() {
    var fact =
        StripeFacts.read(
            event("checkout.session.expired", "\"id\":\"cs_1\",\"payment_intent\":null"));

    assertThat(fact).isEqualTo(new ProviderFact.Page("cs_1", PageState.EXPIRED, null, null));
    assertThat(fact.payment()).isEmpty();
  }

  @Test
  void aSucceededIntentIsAPayment() {
    var fact =
        StripeFacts.read(
            event(
                "payment_intent.succeeded",
                "\"id\":\"pi_1\",\"amount_received\":5000,\"currency\":\"jpy\""));

    assertThat(fact).isEqualTo(new ProviderFact.Paid("pi_1", Money.of(5000, "JPY"), ATTEMPT));
  }

  @Test
  void aRefundSaysWhatWentBackInAll() {
    var fact =
        StripeFacts.read(
            event(
                "charge.refunded",
                "\"id\":\"ch_1\",\"payment_intent\":\"pi_1\",\"amount\":900,"
                    + "\"amount_refunded\":300,\"currency\":\"usd\""));

    assertThat(fact)
        .isEqualTo(new ProviderFact.MoneyBack("pi_1", Money.of(300, "USD"), "evt_1", ATTEMPT));
    assertThat(fact.isReversal()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "created, needs_response, OPENED",
    "closed, won, WON",
    "closed, warning_closed, WON",
    "closed, lost, LOST"
  })
  void aDisputeIsOpenedWonOrLost(String end, String status, Verdict verdict) {
    var fact =
        StripeFacts.read(
            event(
                "charge.dispute." + end,
                "\"id\":\"dp_1\",\"payment_intent\":\"pi_1\",\"amount\":900,"
                    + "\"currency\":\"usd\",\"status\":\""
                    + status
                    + "\""));

    assertThat(fact)
        .isEqualTo(
            new ProviderFact.Dispute("pi_1", verdict, Money.of(900, "USD"), "dp_1", ATTEMPT));
  }

  @Test
  void everythingElseIsUnrelated() {
    assertThat(StripeFacts.read(event("customer.created", "\"id\":\"cus_1\"")))
        .isEqualTo(new ProviderFact.Unrelated("customer.created"));
    assertThat(StripeFacts.read("{}")).isEqualTo(new ProviderFact.Unrelated(""));
    assertThat(StripeFacts.read("[1,2]")).isEqualTo(new ProviderFact.Unrelated(""));
    assertThat(StripeFacts.read("{\"type\":7}")).isEqualTo(new ProviderFact.Unrelated(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "{\"id\":", "\"evt\"", "[]", "{\"id\":5}", "null"})
  void aBodyThatIsNoEventHasNoId(String body) {
    assertThat(StripeFacts.eventId(body)).isEmpty();
  }

  @Test
  void anIdOfUnreasonableLengthIsNone() {
    assertThat(StripeFacts.eventId("{\"id\":\"" + "x".repeat(256) + "\"}")).isEmpty();
    assertThat(StripeFacts.eventId("{\"id\":\"evt_1\"}")).contains("evt_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkout.session.completed",
        "payment_intent.succeeded",
        "charge.refunded",
        "charge.dispute.created"
      })
  void anEventWithoutItsPartsIsRefusedNotGuessed(String type) {
    assertThatThrownBy(() -> StripeFacts.read(event(type, "\"nothing\":1")))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void metadataThatIsNoIdIsNoHint() {
    var body =
        event(
                "payment_intent.succeeded",
                "\"id\":\"pi_1\",\"amount_received\":1,\"currency\":\"usd\"")
            .replace(ATTEMPT.toString(), "' or 1=1");

    assertThat(StripeFacts.read(body).hinted()).isEmpty();
  }

  @Test
  void aTenantIsClaimedOnlyByItsOwnId() {
    var body = event("charge.refunded", "\"id\":\"ch_1\"");

    assertThat(StripeFacts.claimsTenant(body, TENANT)).isTrue();
    assertThat(StripeFacts.claimsTenant(body, ATTEMPT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "USD, 1050, 1050",
    "JPY, 1050, 1050",
    "KWD, 1050, 1050",
    "UGX, 5000, 500000",
    "ISK, 5000, 500000",
    "MGA, 500000, 5000"
  })
  void amountsGoToStripeAndBackWithStripesOwnDecimals(String currency, long minor, long stripe) {
    var amount = Money.of(minor, currency);

    assertThat(StripeAmounts.toStripe(amount)).isEqualTo(stripe);
    assertThat(StripeAmounts.fromStripe(stripe, currency.toLowerCase(Locale.ROOT)))
        .isEqualTo(amount);
  }
}
