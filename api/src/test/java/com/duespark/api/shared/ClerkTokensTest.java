package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Which tokens are Clerk's, and of a session that may come in (AUT-07). */
class ClerkTokensTest {

  private final FakeClerk clerk = new FakeClerk();
  private final JwtDecoder tokens = decoder(clerk.issuer(), null);

  @AfterEach
  void stop() {
    clerk.close();
  }

  private static JwtDecoder decoder(String issuer, @Nullable String keys) {
    return new ClerkTokens(
        new LoginSettings.Clerk(
            issuer, keys, List.of(FakeClerk.ORIGIN), "whsec_AAAA", null, null, Map.of()));
  }

  private void refused(String token) {
    assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(BadJwtException.class);
  }

  private String withTimes(Duration notBefore, Duration expires) {
    var now = Instant.now();
    return clerk.sign(
        clerk
            .session("user_1")
            .issueTime(Date.from(now.minus(Duration.ofMinutes(2))))
            .notBeforeTime(Date.from(now.plus(notBefore)))
            .expirationTime(Date.from(now.plus(expires)))
            .build());
  }

  @Test
  void aSessionSaysWhoAndForWhichOrganisationInBothVersions() {
    assertThat(ClerkSession.of(tokens.decode(clerk.token("user_1", "org_2"))))
        .isEqualTo(new ClerkSession("user_1", "org_2", null));
    assertThat(ClerkSession.of(tokens.decode(clerk.oldToken("user_1", "org_1"))))
        .isEqualTo(new ClerkSession("user_1", "org_1", null));
    assertThat(ClerkSession.of(tokens.decode(clerk.token("user_1", null))))
        .isEqualTo(new ClerkSession("user_1", null, null));
  }

  @Test
  void aSessionSaysWhenItsPersonLastProvedWhoTheyAre() {
    var issued = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    assertThat(signedInAt(issued, List.of(7, -1))).isEqualTo(issued.minus(Duration.ofMinutes(7)));
    for (var unknown : List.of(List.of(-1, -1), List.of(), List.of("7"), "7")) {
      assertThat(signedInAt(issued, unknown)).isNull();
    }
  }

  private @Nullable Instant signedInAt(Instant issued, Object ages) {
    var claims = clerk.session("user_1").issueTime(Date.from(issued)).claim("fva", ages).build();
    return ClerkSession.of(tokens.decode(clerk.sign(claims))).signedInAt();
  }

  @Test
  void clocksMayDifferByFiveSeconds() {
    assertThat(tokens.decode(withTimes(Duration.ofSeconds(3), Duration.ofSeconds(60)))).isNotNull();
    assertThat(tokens.decode(withTimes(Duration.ofSeconds(-60), Duration.ofSeconds(-2))))
        .isNotNull();
    refused(withTimes(Duration.ofSeconds(-60), Duration.ofSeconds(-10)));
    refused(withTimes(Duration.ofSeconds(30), Duration.ofSeconds(60)));
  }

  @Test
  void aTokenThatNeverExpiresIsRefused() {
    refused(clerk.sign(clerk.session("user_1").expirationTime(null).build()));
  }

  @Test
  void anotherIssuerIsRefused() {
    refused(clerk.sign(clerk.session("user_1").issuer("https://other.clerk.example").build()));
    refused(clerk.sign(clerk.session("user_1").issuer(null).build()));
  }

  @Test
  void anotherOriginIsRefusedAndNoneIsNot() {
    refused(clerk.sign(clerk.session("user_1").claim("azp", "https://evil.example").build()));
    assertThat(tokens.decode(clerk.sign(clerk.session("user_1").claim("azp", null).build())))
        .isNotNull();
  }

  @Test
  void aPendingSessionIsNotSignedIn() {
    refused(clerk.sign(clerk.session("user_1").claim("sts", "pending").build()));
    assertThat(tokens.decode(clerk.sign(clerk.session("user_1").claim("sts", "active").build())))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sid", "sub"})
  void whatIsNoSessionOfAPersonIsRefused(String claim) {
    refused(clerk.sign(clerk.session("user_1").claim(claim, null).build()));
  }

  @Test
  void anUnsignedTokenIsRefused() {
    refused(new PlainJWT(clerk.session("user_1").build()).serialize());
  }

  /** The open key as the secret of another algorithm, in each form that it is written in. */
  @Test
  void aTokenSignedWithTheOpenKeyAsSecretIsRefused() throws JOSEException {
    var open = clerk.key().toRSAPublicKey().getEncoded();
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(open)
            + "\n-----END PUBLIC KEY-----\n";
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(clerk.key().getKeyID()).build();
    var claims = clerk.session("user_1").build();

    refused(FakeClerk.sign(claims, header, new MACSigner(open)));
    refused(FakeClerk.sign(claims, header, new MACSigner(pem.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void anotherAlgorithmOfTheSameKeyIsRefused() throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(clerk.key().getKeyID()).build();

    refused(FakeClerk.sign(clerk.session("user_1").build(), header, new RSASSASigner(clerk.key())));
  }

  @Test
  void anAlteredTokenIsRefused() {
    var parts = clerk.token("user_1", "org_1").split("\\.", -1);
    var other = clerk.token("user_2", "org_1").split("\\.", -1);

    refused(parts[0] + "." + other[1] + "." + parts[2]);
  }

  @Test
  void anUnknownKeyIsRefusedAndAskedForOnlyOnce() throws JOSEException {
    var stranger = FakeClerk.newKey();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(stranger.getKeyID()).build();
    var forged =
        FakeClerk.sign(clerk.session("user_1").build(), header, new RSASSASigner(stranger));
    tokens.decode(clerk.token("user_1", null));

    for (int i = 0; i < 20; i++) {
      refused(forged);
    }

    assertThat(clerk.reads()).isEqualTo(2);
    assertThat(tokens.decode(clerk.token("user_1", null)).getSubject()).isEqualTo("user_1");
  }

  @Test
  void aRotatedKeyIsFetchedAndTheOldOneIsGoodNoMore() {
    var old = clerk.token("user_1", null);
    tokens.decode(old);

    clerk.rotate();

    assertThat(tokens.decode(clerk.token("user_1", null)).getSubject()).isEqualTo("user_1");
    refused(old);
  }

  @Test
  void knownKeysOutliveAnOutageAndWithoutAnyItIsNobodysFault() {
    tokens.decode(clerk.token("user_1", null));
    clerk.goAway();

    assertThat(tokens.decode(clerk.token("user_1", null))).isNotNull();
    assertThatThrownBy(() -> decoder(clerk.issuer(), null).decode(clerk.token("user_1", null)))
        .isInstanceOf(JwtException.class)
        .isNotInstanceOf(BadJwtException.class);
  }

  @Test
  void theKeysMayBeElsewhere() {
    var issuer = "https://clerk.example.com";
    var elsewhere = decoder(issuer, clerk.issuer() + "/.well-known/jwks.json");
    var token = clerk.sign(clerk.session("user_1").issuer(issuer).build());

    assertThat(elsewhere.decode(token).getSubject()).isEqualTo("user_1");
  }

  @Test
  void tokensAreToldApartByTheirIssuer() {
    JwtDecoder own =
        token -> Jwt.withTokenValue(token).header("alg", "HS256").subject("ours").build();
    var both =
        new TokensByIssuer(Map.of(SecurityConfiguration.ISSUER, own, clerk.issuer(), tokens));
    var claimsToBeOurs = new JWTClaimsSet.Builder().issuer("duespark").build();

    assertThat(both.decode(clerk.token("user_1", null)).getSubject()).isEqualTo("user_1");
    assertThat(both.decode(clerk.sign(claimsToBeOurs)).getSubject()).isEqualTo("ours");
    for (var odd : List.of("", "a", "a.b.c", "....", clerk.token("user_1", null) + ".x.y")) {
      assertThatThrownBy(() -> both.decode(odd)).isInstanceOf(BadJwtException.class);
    }
    assertThatThrownBy(
            () -> new TokensByIssuer(Map.of("duespark", own)).decode(clerk.token("user_1", null)))
        .isInstanceOf(BadJwtException.class);
  }
}
