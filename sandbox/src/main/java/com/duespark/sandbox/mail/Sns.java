package com.duespark.sandbox.mail;

import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.HttpDoor;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.FactLog;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The envelopes of Amazon SNS, signed with the sandbox's own key, and its certificate. */
public final class Sns implements Handler {
  public static final String TOPIC = "arn:aws:sns:eu-central-1:000000000000:duespark";
  private static final char[] PASSWORD = "sandbox".toCharArray();
  private static final List<String> SIGNED =
      List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

  private final String publicUrl;
  private final FactLog log;
  private final KeyStore keys;

  public Sns(String publicUrl, FactLog log) {
    this.publicUrl = publicUrl;
    this.log = log;
    try (InputStream file = Sns.class.getResourceAsStream("sns.p12")) {
      keys = KeyStore.getInstance("PKCS12");
      keys.load(Objects.requireNonNull(file), PASSWORD);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The sandbox's own key cannot be read", e);
    }
  }

  JsonObject notification(String messageId, JsonObject event) {
    return signed(
        Json.object("Type", "Notification", "MessageId", messageId, "Message", Json.write(event)));
  }

  JsonObject confirmation() {
    String token = UUID.randomUUID().toString();
    return signed(
        Json.object(
            "Type",
            "SubscriptionConfirmation",
            "MessageId",
            UUID.randomUUID().toString(),
            "Message",
            "You have chosen to subscribe to the topic " + TOPIC,
            "Token",
            token,
            "SubscribeURL",
            publicUrl + "/sns/confirm?Token=" + token));
  }

  private JsonObject signed(JsonObject envelope) {
    envelope.addProperty("TopicArn", TOPIC);
    envelope.addProperty("Timestamp", Instant.now().toString());
    StringBuilder words = new StringBuilder();
    for (String name : SIGNED) {
      String value = Json.text(envelope, name);
      if (value != null) {
        words.append(name).append('\n').append(value).append('\n');
      }
    }
    envelope.addProperty("SignatureVersion", "2");
    envelope.addProperty("Signature", signature(words.toString()));
    envelope.addProperty("SigningCertURL", publicUrl + "/sns/certificate.pem");
    return envelope;
  }

  private String signature(String words) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign((PrivateKey) keys.getKey("sns", PASSWORD));
      signature.update(words.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Reply handle(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /sns/certificate.pem" -> Reply.of(200, "application/x-pem-file", certificate());
      case "GET /sns/confirm" -> {
        String token = request.query("Token", "");
        log.append("ses", "subscription.confirmed", Json.object("token", token));
        yield Reply.of(200, "text/xml", "<ConfirmSubscriptionResponse/>");
      }
      default -> HttpDoor.problem(404, "No such thing at SNS: " + request.path());
    };
  }

  private String certificate() {
    try {
      String coded =
          Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(keys.getCertificate("sns").getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + coded + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
