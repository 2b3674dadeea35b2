package com.duespark.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.shared.Json;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnsSignaturesTest {

  private static final char[] PASSWORD = "sandbox".toCharArray();

  private final List<String> asked = new ArrayList<>();
  private HttpServer amazon;
  private KeyStore keys;
  private SnsSignatures signatures;

  @BeforeEach
  void start() throws Exception {
    keys = KeyStore.getInstance("PKCS12");
    try (var file = SnsSignaturesTest.class.getResourceAsStream("/sns.p12")) {
      keys.load(file, PASSWORD);
    }
    amazon = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getCertificate("sns").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    amazon.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          var bytes = pem.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    amazon.start();
    signatures = new SnsSignatures(new MailWebhookSettings("u", "p", "arn:1", origin()));
  }

  @AfterEach
  void stop() {
    amazon.stop(0);
  }

  private String origin() {
    return "http://127.0.0.1:" + amazon.getAddress().getPort();
  }

  private Map<String, String> note(String version) throws Exception {
    var fields = new TreeMap<String, String>();
    fields.put("Type", "Notification");
    fields.put("MessageId", "m-1");
    fields.put("TopicArn", "arn:1");
    fields.put("Message", "{\"eventType\":\"Delivery\"}");
    fields.put("Timestamp", "2026-03-01T10:00:00.000Z");
    var signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
    signature.initSign((PrivateKey) keys.getKey("sns", PASSWORD));
    signature.update(
        """
        Message
        {"eventType":"Delivery"}
        MessageId
        m-1
        Timestamp
        2026-03-01T10:00:00.000Z
        TopicArn
        arn:1
        Type
        Notification
        """
            .getBytes(StandardCharsets.UTF_8));
    fields.put("SignatureVersion", version);
    fields.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
    fields.put("SigningCertURL", origin() + "/cert.pem");
    return fields;
  }

  private boolean isGenuine(Map<String, String> fields) throws IOException {
    return signatures.isGenuine(SnsMessage.read(Json.write(fields)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void whatAmazonSignedIsGenuineAndItsCertificateIsFetchedOnce(String version) throws Exception {
    assertThat(isGenuine(note(version))).isTrue();
    assertThat(isGenuine(note(version))).isTrue();

    assertThat(asked).containsExactly("/cert.pem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Message", "MessageId", "Timestamp", "TopicArn"})
  void whatWasChangedOnTheWayIsNot(String field) throws Exception {
    var fields = note("2");
    fields.put(field, "forged");

    assertThat(isGenuine(fields)).isFalse();
  }

  @Test
  void aSignatureOfAnotherVersionOrShapeIsNot() throws Exception {
    var version = note("2");
    version.put("SignatureVersion", "3");
    var shape = note("2");
    shape.put("Signature", "not base64 !");
    var none = note("2");
    none.remove("Signature");

    assertThat(isGenuine(version)).isFalse();
    assertThat(isGenuine(shape)).isFalse();
    assertThat(isGenuine(none)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sns.eu-central-1.amazonaws.com/cert.pem",
        "https://sns.eu-central-1.amazonaws.com.evil.example/cert.pem",
        "https://evil.example/sns.eu-central-1.amazonaws.com/cert.pem",
        "https://sns.eu-central-1.amazonaws.com@evil.example/cert.pem",
        "file:///etc/passwd"
      })
  void onlyAmazonsOwnHostsAreAsked(String url) throws Exception {
    var real = new SnsSignatures(new MailWebhookSettings("u", "p", "arn:1", null));
    var fields = note("2");
    fields.put("SigningCertURL", url);

    assertThat(real.isGenuine(SnsMessage.read(Json.write(fields)))).isFalse();
    fields.put("SubscribeURL", url);
    assertThatThrownBy(() -> real.confirm(SnsMessage.read(Json.write(fields))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void aSubscriptionIsConfirmedAtTheAddressThatItNames() throws Exception {
    var ask = Map.of("SubscribeURL", origin() + "/confirm?Token=1");

    signatures.confirm(SnsMessage.read(Json.write(ask)));

    assertThat(asked).containsExactly("/confirm");
  }
}
