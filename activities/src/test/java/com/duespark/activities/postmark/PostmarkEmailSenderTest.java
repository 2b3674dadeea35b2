package com.duespark.activities.postmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.sending.EmailSender;
import com.duespark.activities.sending.EmailSender.Lookup;
import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.activities.sending.EmailSenderContract;
import com.duespark.activities.sending.Providers;
import com.duespark.domain.deliveries.DeliveryStatus;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostmarkEmailSenderTest extends EmailSenderContract {

  @Override
  protected EmailSender sender(Providers providers) {
    return senderToNobody(providers.httpPort());
  }

  @Override
  protected EmailSender senderToNobody(int port) {
    return new PostmarkEmailSender(
        new PostmarkProperties("token", "127.0.0.1:" + port, false), SENDING);
  }

  @Override
  protected String provider() {
    return "postmark";
  }

  /** Postmark can be asked. */
  @Override
  protected Map<DeliveryStatus, Integer> endsOfFortyMails() {
    return Map.of(DeliveryStatus.SENT, 40);
  }

  @ParameterizedTest
  @CsvSource({
    "429, NotAccepted",
    "503, Doubtful",
    "500, Doubtful",
    "401, NotAccepted",
    "422, Refused",
    "413, Refused"
  })
  void aStatusIsReadAsWhatItMeansAndTheRequestIsMadeExactlyOnce(int status, String outcome) {
    providers().order("postmark", "status", status);

    var seen = sender(providers()).send(email("payer@example.com", "Acme", "Invoice"));

    assertThat(seen.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(providers().requests()).isEqualTo(1);
  }

  @Test
  void aMailWhoseAnswerWasLostIsFoundByItsDelivery() {
    providers().order("postmark", "drop_after", 0);
    var sender = sender(providers());
    var email = email("payer@example.com", "Acme", "Invoice");

    var outcome = sender.send(email);
    providers().calm();

    assertThat(outcome).isInstanceOf(Outcome.Doubtful.class);
    assertThat(sender.find(email.deliveryId())).isInstanceOf(Lookup.Found.class);
    assertThat(sender.find(UUID.randomUUID())).isInstanceOf(Lookup.Absent.class);
  }
}
