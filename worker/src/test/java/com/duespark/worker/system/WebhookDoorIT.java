package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.worker.system.Http.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Only what the provider signed just now is stored (WIS-05). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookDoorIT {
  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);
  private final String path =
      business.list("/v1/integrations").getFirst().path("webhook_path").asString();
  private final String secret = rig.sandbox().webhookSecret(path);
  private final String event = "evt_" + UUID.randomUUID();
  private final String body =
      "{\"id\":\"%s\",\"type\":\"customer.created\",\"data\":{\"object\":{}}}".formatted(event);

  @Test
  void aFreshSignatureIsStoredOnce() throws Exception {
    String signature = signed(secret, Instant.now());

    assertThat(receive(path, signature).status()).isEqualTo(200);
    assertThat(receive(path, signature).status()).isEqualTo(200);

    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void aWrongSecretIsRefused() throws Exception {
    assertRefused(path, signed("whsec_wrong", Instant.now()));
  }

  @Test
  void anOldSignatureIsRefused() throws Exception {
    assertRefused(path, signed(secret, Instant.now().minus(Duration.ofMinutes(6))));
  }

  @Test
  void aMissingOrTornSignatureIsRefused() {
    assertRefused(path, "");
    assertRefused(path, "t=now,v1=");
  }

  @Test
  void anUnknownConnectionIsRefused() throws Exception {
    assertRefused("/v1/webhooks/stripe/" + UUID.randomUUID(), signed(secret, Instant.now()));
  }

  @Test
  void aChangedBodyIsRefused() throws Exception {
    String signature = signed(secret, Instant.now());
    Reply reply =
        Http.call(
            "POST",
            rig.url() + path,
            body.replace("created", "deleted"),
            Map.of("Stripe-Signature", signature));
    assertThat(reply.status()).isEqualTo(400);
  }

  private void assertRefused(String where, String signature) {
    int before = stored();

    assertThat(receive(where, signature).status()).isEqualTo(400);

    assertThat(stored()).isEqualTo(before);
  }

  private Reply receive(String where, String signature) {
    return Http.call("POST", rig.url() + where, body, Map.of("Stripe-Signature", signature));
  }

  private int stored() {
    return rig.database()
        .count("select count(*) from webhook_events where provider_event_id = ?", event);
  }

  private String signed(String with, Instant at) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(with.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String text = at.getEpochSecond() + "." + body;
    byte[] sum = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(sum));
  }
}
