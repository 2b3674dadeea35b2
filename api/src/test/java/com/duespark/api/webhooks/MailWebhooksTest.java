package com.duespark.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.domain.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may tell what became of a mail. */
@ApiTest
class MailWebhooksTest {

  private static final String PATH = "/v1/webhooks/postmark";

  @Autowired Door door;

  private final String message = UUID.randomUUID().toString();

  private String delivered() {
    return """
        {"RecordType":"Delivery","MessageID":"%s","Recipient":"a@example.com",
         "DeliveredAt":"2026-03-01T10:00:00Z","Metadata":{}}
        """
        .formatted(message);
  }

  private static Map<String, String> as(String pair) {
    var coded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return Map.of("Authorization", "Basic " + coded);
  }

  private int stored() {
    return JdbcClient.create(TestDatabase.owner())
        .sql("select count(*) from webhook_events where provider_event_id like ?")
        .param("%" + message + "%")
        .query(Integer.class)
        .single();
  }

  @Test
  void postmarkIsKnownByItsPasswordAndTheSameEventIsKeptOnce() {
    var postmark = as("duespark:agreed");

    door.stranger().post(PATH, delivered(), postmark).expect(200);
    door.stranger().post(PATH, delivered(), postmark).expect(200);

    assertThat(stored()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"duespark:guessed", "other:agreed", "duespark:", ":agreed"})
  void aStrangerIsAskedWhoItIs(String pair) {
    door.stranger().post(PATH, delivered(), as(pair)).expect(401);
    door.stranger().post(PATH, delivered()).expect(401);

    assertThat(stored()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"RecordType\":\"Open\"}"})
  void whatIsNoEventIsRefused(String body) {
    var padded = body.isEmpty() ? " " : body;

    door.stranger().post(PATH, padded, as("duespark:agreed")).expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "no json",
        "{\"Type\":\"Notification\",\"TopicArn\":\"arn:another\"}",
        "{\"Type\":\"Notification\",\"TopicArn\":\"arn:aws:sns:eu-central-1:1:duespark\","
            + "\"MessageId\":\"1\",\"SignatureVersion\":\"2\",\"Signature\":\"AAAA\","
            + "\"SigningCertURL\":\"https://evil.example/cert.pem\"}"
      })
  void amazonIsKnownByItsTopicAndSignature(String body) {
    door.stranger().post("/v1/webhooks/ses", body).expect(400);
  }
}
