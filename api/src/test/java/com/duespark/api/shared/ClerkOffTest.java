package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.storage.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing of Clerk's opens anything where it is not switched on (AUT-09). */
@ApiTest
class ClerkOffTest {

  @Autowired Door door;

  @Test
  void itsTokensAreRefused() {
    try (var clerk = new FakeClerk()) {
      door.stranger().with(clerk.token("user_1", "org_1")).get("/v1/auth/me").expect(401);

      assertThat(clerk.reads()).isZero();
    }
  }

  @Test
  void itsWebhooksAreRefused() {
    door.stranger()
        .post(
            "/v1/webhooks/clerk",
            "{\"type\":\"user.created\",\"data\":{}}",
            Map.of("svix-id", "msg_off", "svix-timestamp", "1", "svix-signature", "v1,AAAA"))
        .expect(401);

    assertThat(
            JdbcClient.create(TestDatabase.owner())
                .sql("select count(*) from webhook_events where provider_event_id = 'msg_off'")
                .query(Integer.class)
                .single())
        .isZero();
  }
}
