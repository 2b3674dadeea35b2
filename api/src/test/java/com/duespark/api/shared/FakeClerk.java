package com.duespark.api.shared;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The keys and tokens of an instance of Clerk. */
public final class FakeClerk implements AutoCloseable {

  public static final String ORIGIN = "https://app.example.com";

  private final HttpServer server;
  private final AtomicInteger reads = new AtomicInteger();
  private final List<JWK> published = new ArrayList<>();
  private RSAKey key;
  private boolean away;

  public FakeClerk() {
    key = newKey();
    published.add(key);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          reads.incrementAndGet();
          var body = keys().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(isAway() ? 500 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private synchronized String keys() {
    return new JWKSet(published).toString(); // public halves only
  }

  private synchronized boolean isAway() {
    return away;
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int reads() {
    return reads.get();
  }

  synchronized void goAway() {
    away = true;
  }

  /** Another key signs from now on; the old one is published no more. */
  synchronized void rotate() {
    key = newKey();
    published.clear();
    published.add(key);
  }

  /** A key that nobody published. */
  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized RSAKey key() {
    return key;
  }

  /** A session, for an organisation when there is one. */
  public String token(String subject, @Nullable String organization) {
    var claims = session(subject);
    if (organization != null) {
      claims.claim("o", Map.of("id", organization, "slg", "shop", "rol", "admin"));
    }
    return sign(claims.build());
  }

  /** A session of somebody who proved who they are so many minutes ago. */
  public String token(String subject, int minutesAgo) {
    return sign(session(subject).claim("fva", List.of(minutesAgo, -1)).build());
  }

  /** The same as of version 1. */
  public String oldToken(String subject, String organization) {
    return sign(
        session(subject)
            .claim("v", null)
            .claim("org_id", organization)
            .claim("org_role", "org:admin")
            .build());
  }

  /** The claims of a good session without an organisation. */
  JWTClaimsSet.Builder session(String subject) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(subject)
        .claim("sid", "sess_" + UUID.randomUUID())
        .claim("azp", ORIGIN)
        .claim("v", 2)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now.minus(Duration.ofSeconds(10))))
        .expirationTime(Date.from(now.plus(Duration.ofSeconds(60))));
  }

  String sign(JWTClaimsSet claims) {
    var signing = key();
    try {
      return sign(
          claims,
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signing.getKeyID()).build(),
          new RSASSASigner(signing));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sign(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) {
    try {
      var token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
