package com.duespark.activities.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.activities.payments.PaymentPages.PageRequest;
import com.duespark.activities.payments.PaymentPages.ProviderDown;
import com.duespark.activities.payments.PaymentPages.ProviderRefused;
import com.duespark.activities.payments.PaymentPages.Seen;
import com.duespark.activities.payments.PaymentPages.State;
import com.duespark.activities.sending.Providers;
import com.duespark.activities.shared.ProviderCalls;
import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.payments.StripeKeys;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Money;
import com.duespark.domain.storage.JsonText;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripePaymentPagesTest {

  private static final UUID TENANT = new UUID(0, 1);
  private final PageRequest request =
      new PageRequest(
          "Invoice INV-1001",
          "payer@example.com",
          new UUID(0, 9),
          Instant.now().plus(1, ChronoUnit.HOURS).getEpochSecond());

  @TempDir private @Nullable Path data;
  private @Nullable Providers started;

  @BeforeEach
  void start() {
    started = new Providers(Objects.requireNonNull(data));
  }

  @AfterEach
  void stop() throws IOException {
    providers().close();
  }

  private Providers providers() {
    return Objects.requireNonNull(started);
  }

  private StripePaymentPages pages() {
    return pages(providers().url());
  }

  private static StripePaymentPages pages(String url) {
    return new StripePaymentPages(
        new StripeClients(new StripeProperties(url), TestSecrets.sealed()),
        OneLink.links(),
        new ProviderCalls(ObservationRegistry.NOOP));
  }

  private static Connection account(String key) {
    var keys = Json.write(new StripeKeys(key, ""));
    return Connection.stripe(TENANT, null)
        .connected(TestSecrets.sealed().seal(keys.getBytes(StandardCharsets.UTF_8)), "acct_1");
  }

  private static PaymentAttempt attempt(Money amount) {
    return PaymentAttempt.checkout(
        TENANT, new UUID(0, 2), new UUID(0, 3), amount, new JsonText("{}"), Instant.MAX);
  }

  private static final Money AMOUNT = Money.of(5000, "USD");
  private static final Connection OURS = account("sk_test_ours");

  @Test
  void theSameAttemptOpensOnePage() {
    var attempt = attempt(AMOUNT);

    var first = pages().open(OURS, attempt, request);
    var second = pages().open(OURS, attempt, request);
    var other = pages().open(OURS, attempt(AMOUNT), request);

    assertThat(second).isEqualTo(first);
    assertThat(other.sessionId()).isNotEqualTo(first.sessionId());
    assertThat(first.url()).startsWith("http");
  }

  @Test
  void anOpenPageIsSeenOpenForItsAmount() {
    var page = pages().open(OURS, attempt(AMOUNT), request);

    var seen = pages().look(OURS, page.sessionId());

    assertThat(seen.state()).isEqualTo(State.OPEN);
    assertThat(seen.amount()).isEqualTo(AMOUNT);
  }

  @Test
  void anExpiredPageIsExpiredAlsoTheSecondTime() {
    var page = pages().open(OURS, attempt(AMOUNT), request);

    var first = pages().expire(OURS, page.sessionId());
    var second = pages().expire(OURS, page.sessionId());

    assertThat(first.state()).isEqualTo(State.EXPIRED);
    assertThat(second.state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void aPageThatWasPaidFirstIsNotExpiredButSeenPaid() {
    var page = pages().open(OURS, attempt(AMOUNT), request);
    payer(page.sessionId(), "pay");

    var seen = pages().expire(OURS, page.sessionId());

    assertThat(seen.state()).isEqualTo(State.PAID);
    assertThat(seen.reference()).startsWith("pi_");
    assertThat(seen.amount()).isEqualTo(AMOUNT);
  }

  @Test
  void aPaymentThatTakesDaysIsSeenProcessing() {
    var page = pages().open(OURS, attempt(AMOUNT), request);
    payer(page.sessionId(), "processing");

    assertThat(pages().look(OURS, page.sessionId()).state()).isEqualTo(State.PROCESSING);
  }

  @Test
  void aDeclinedCardLeavesThePageOpen() {
    var page = pages().open(OURS, attempt(AMOUNT), request);
    payer(page.sessionId(), "decline");

    assertThat(pages().look(OURS, page.sessionId()).state()).isEqualTo(State.OPEN);
  }

  private void payer(String session, String outcome) {
    providers()
        .call(
            "POST",
            "/sandbox/stripe/sessions/" + session + "/pay",
            "{\"outcome\":\"" + outcome + "\"}");
  }

  @ParameterizedTest
  @CsvSource({"USD, 5000", "KES, 5220000", "JPY, 5000", "UGX, 5000"})
  void everyCurrencyComesBackAsItWent(String currency, long minor) {
    var amount = Money.of(minor, currency);

    var page = pages().open(OURS, attempt(amount), request);
    Seen seen = pages().look(OURS, page.sessionId());

    assertThat(seen.amount()).isEqualTo(amount);
  }

  @Test
  void aFractionThatStripeCannotTakeIsRefused() {
    var amount = Money.of(1050, "MGA");

    assertThatThrownBy(() -> pages().open(OURS, attempt(amount), request))
        .isInstanceOf(ProviderRefused.class)
        .hasMessageContaining("MGA 10.50");
  }

  // ------------------------------------------------------------------ failures

  @Test
  void aKeyThatStripeDoesNotKnowIsRefusedForGood() {
    var stranger = account("wrong");

    assertThatThrownBy(() -> pages().open(stranger, attempt(AMOUNT), request))
        .isInstanceOf(ProviderRefused.class);
    assertThatThrownBy(() -> pages().look(OURS, "cs_test_unknown"))
        .isInstanceOf(ProviderRefused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 409})
  void aFailureThatMayPassIsNotRepeatedByTheClient(int status) {
    providers().order("stripe", "status", status);

    assertThatThrownBy(() -> pages().open(OURS, attempt(AMOUNT), request))
        .isInstanceOf(ProviderDown.class);
    assertThat(providers().requests()).isEqualTo(1);
  }

  /** The JDK repeats a POST whose connection was cut, once; the attempt's key makes that safe. */
  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "drop_after"})
  void aConnectionThatIsCutMayPass(String action) {
    providers().order("stripe", action, 0);

    assertThatThrownBy(() -> pages().open(OURS, attempt(AMOUNT), request))
        .isInstanceOf(ProviderDown.class);
  }

  @Test
  void aPageWhoseAnswerWasLostIsFoundByOpeningAgain() {
    var attempt = attempt(AMOUNT);
    providers().order("stripe", "drop_after", 0);
    assertThatThrownBy(() -> pages().open(OURS, attempt, request)).isInstanceOf(ProviderDown.class);
    providers().calm();

    var page = pages().open(OURS, attempt, request);

    assertThat(pages().look(OURS, page.sessionId()).state()).isEqualTo(State.OPEN);
    assertThat(pages().open(OURS, attempt, request)).isEqualTo(page);
  }

  @Test
  void aStripeThatIsNotThereMayComeBack() {
    var nobody = pages("http://127.0.0.1:" + Providers.closedPort());

    assertThatThrownBy(() -> nobody.open(OURS, attempt(AMOUNT), request))
        .isInstanceOf(ProviderDown.class);
  }
}
