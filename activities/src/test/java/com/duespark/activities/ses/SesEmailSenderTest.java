package com.duespark.activities.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.activities.sending.EmailSender;
import com.duespark.activities.sending.EmailSender.Lookup;
import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.activities.sending.EmailSenderContract;
import com.duespark.activities.sending.Providers;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SesEmailSenderTest extends EmailSenderContract {

  @Override
  protected EmailSender sender(Providers providers) {
    return senderToNobody(providers.httpPort());
  }

  @Override
  protected EmailSender senderToNobody(int port) {
    return new SesEmailSender(
        new SesProperties(
            "eu-central-1", "key", "secret", "duespark", URI.create("http://127.0.0.1:" + port)),
        SENDING);
  }

  @Override
  protected String provider() {
    return "ses";
  }

  @ParameterizedTest
  @CsvSource({
    "429, NotAccepted",
    "503, Doubtful",
    "500, Doubtful",
    "403, NotAccepted",
    "400, Refused",
    "404, Refused"
  })
  void aStatusIsReadAsWhatItMeansAndTheRequestIsMadeExactlyOnce(int status, String outcome) {
    providers().order("ses", "status", status);

    var seen = sender(providers()).send(email("payer@example.com", "Acme", "Invoice"));

    assertThat(seen.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(providers().requests()).isEqualTo(1);
    assertThat(providers().mails("invoice")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MessageRejected, Refused",
    "BadRequestException, Refused",
    "SendingPausedException, NotAccepted",
    "AccountSuspendedException, NotAccepted",
    "LimitExceededException, NotAccepted",
    "MailFromDomainNotVerifiedException, NotAccepted"
  })
  void whatConcernsTheAccountIsNotTheMailsFault(String type, String outcome) {
    providers().order("ses", "status", 400, "x-amzn-ErrorType", type);

    var seen = sender(providers()).send(email("payer@example.com", "Acme", "Invoice"));

    assertThat(seen.getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void aMailCarriesItsDeliveryAsATagInTheConfigurationSetThatReportsOnIt() {
    var email = email("payer@example.com", "Acme", "Invoice");

    var outcome = sender(providers()).send(email);

    var mail = providers().mails("invoice").path(0);
    assertThat(outcome).isEqualTo(new Outcome.Accepted(mail.path("id").asString()));
    assertThat(mail.path("metadata").path("delivery_id").asString())
        .isEqualTo(email.deliveryId().toString());
    assertThat(mail.path("stream").asString()).isEqualTo("duespark");
  }

  @Test
  void sesTellsByItself() {
    assertThat(sender(providers()).find(UUID.randomUUID())).isInstanceOf(Lookup.Reported.class);
  }

  @Test
  void aMissingSettingStopsTheStartByItsName() {
    var noSet = new SesProperties("eu-central-1", null, null, " ", null);
    var noRegion = new SesProperties(null, null, null, "duespark", null);
    var halfAKey = new SesProperties("eu-central-1", "key", null, "duespark", null);

    assertThatThrownBy(() -> new SesEmailSender(noSet, SENDING))
        .hasMessageContaining("duespark.ses.configuration-set");
    assertThatThrownBy(() -> new SesEmailSender(noRegion, SENDING))
        .hasMessageContaining("duespark.ses.region");
    assertThatThrownBy(() -> new SesEmailSender(halfAKey, SENDING))
        .hasMessageContaining("duespark.ses.secret-access-key");
  }

  @Test
  void keysAreNotPrinted() {
    var properties = new SesProperties("eu-central-1", "key", "hush", "duespark", null);

    assertThat(properties.toString()).doesNotContain("hush");
  }
}
