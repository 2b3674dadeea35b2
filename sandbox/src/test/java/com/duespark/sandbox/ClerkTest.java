package com.duespark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.sandbox.clerk.ClerkDesk;
import com.duespark.sandbox.clerk.Svix;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClerkTest {
  private static final Base64.Decoder URL = Base64.getUrlDecoder();

  private record Told(String id, String seconds, String signature, String body) {}

  private final SandboxFixture sandbox;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final HttpServer listener =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  ClerkTest(@TempDir Path data) throws IOException {
    sandbox = new SandboxFixture(data);
    listener.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          told.add(
              new Told(
                  headers.getFirst("svix-id"),
                  headers.getFirst("svix-timestamp"),
                  headers.getFirst("svix-signature"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    listener.start();
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
    listener.stop(0);
  }

  @Test
  void signsWebhooksAsSvixDoes() {
    assertThat(
            Svix.signature(
                "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3",
                "msg_1",
                1_700_000_000,
                "{\"type\":\"organization.created\"}"))
        .isEqualTo("v1,te1FmN5Kn3FWLw9hSvcYmcAYMrQM/MBLScuGXYXU8R4=");
  }

  @Test
  void aTokenIsVerifiedByThePublishedKey() throws Exception {
    var token = token("{\"user\":\"user_7\",\"organization\":\"org_7\",\"role\":\"admin\"}");

    assertThat(isSignedBy(keys().getFirst(), token)).isTrue();
    var claims = claims(token);
    assertThat(Json.text(claims, "iss")).isEqualTo(sandbox.url());
    assertThat(Json.text(claims, "sub")).isEqualTo("user_7");
    assertThat(Json.text(Json.child(claims, "o"), "id")).isEqualTo("org_7");
    assertThat(Json.text(Json.child(claims, "o"), "rol")).isEqualTo("admin");
  }

  @Test
  void oldTokensAndOddOnesAreMadeOnOrder() {
    var claims =
        claims(
            token(
                """
                {"user":"user_7","organization":"org_7","role":"member","version":1,
                 "claims":{"sts":"pending","nbf":null}}
                """));

    assertThat(Json.text(claims, "org_id")).isEqualTo("org_7");
    assertThat(Json.text(claims, "org_role")).isEqualTo("org:member");
    assertThat(Json.text(claims, "sts")).isEqualTo("pending");
    assertThat(claims.has("nbf")).isFalse();
    assertThat(claims.has("o")).isFalse();
  }

  @Test
  void aRotatedKeySignsAndTheOldOneIsKeptUnlessItIsNot() throws Exception {
    var old = token("{}");

    sandbox.post("/sandbox/clerk/keys", Json.object("keep", true));
    assertThat(keys()).hasSize(2);
    assertThat(isSignedBy(keys().getFirst(), token("{}"))).isTrue();
    assertThat(isSignedBy(keys().getLast(), old)).isTrue();

    sandbox.post("/sandbox/clerk/keys", Json.object("keep", false));
    assertThat(keys()).hasSize(1);
    assertThat(isSignedBy(keys().getFirst(), old)).isFalse();
  }

  @Test
  void anEventIsSentAsOftenAsOrderedUnderOneId() throws InterruptedException {
    var answer =
        sandbox.post(
            "/sandbox/clerk/events",
            Json.object(
                "url",
                "http://127.0.0.1:" + listener.getAddress().getPort() + "/hook",
                "type",
                "user.created",
                "data",
                Json.object("id", "user_1"),
                "times",
                2));

    var first = told.take();
    assertThat(told.take().id()).isEqualTo(first.id()).isEqualTo(Json.text(answer, "id"));
    assertThat(first.signature())
        .isEqualTo(
            Svix.signature(
                ClerkDesk.WEBHOOK_SECRET,
                first.id(),
                Long.parseLong(first.seconds()),
                first.body()));
    assertThat(Json.text(Json.parseObject(first.body()), "type")).isEqualTo("user.created");
  }

  private String token(String order) {
    return Json.text(sandbox.post("/sandbox/clerk/tokens", Json.parseObject(order)), "jwt", "");
  }

  private List<JsonObject> keys() {
    return Json.children(sandbox.get("/.well-known/jwks.json"), "keys");
  }

  private static JsonObject claims(String token) {
    return Json.parseObject(
        new String(URL.decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
  }

  private static boolean isSignedBy(JsonObject key, String token) throws Exception {
    var open = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
    var check = Signature.getInstance("SHA256withRSA");
    check.initVerify(KeyFactory.getInstance("RSA").generatePublic(open));
    check.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
    return check.verify(URL.decode(token.substring(token.lastIndexOf('.') + 1)));
  }

  private static BigInteger number(JsonObject key, String name) {
    return new BigInteger(1, URL.decode(Json.text(key, name, "")));
  }
}
