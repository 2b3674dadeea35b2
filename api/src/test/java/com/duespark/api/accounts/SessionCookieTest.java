package com.duespark.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.storage.TestDatabase;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class SessionCookieTest {

  private static final Map<String, String> WANTED = Map.of("X-Session", "cookie");

  @Autowired Door door;

  @Test
  void aBrowsersRefreshTokenIsInTheCookieOnly() {
    var answer = signIn(door.owner());

    assertThat(answer.data().path("refresh_token").isNull()).isTrue();
    assertThat(answer.text("/data/access_token")).isNotBlank();
    assertThat(answer.header("Set-Cookie"))
        .startsWith("duespark_session=" + token(answer) + ";")
        .contains("; Path=/v1/auth;", "; Max-Age=2592000;")
        .contains("; Secure", "; HttpOnly", "; SameSite=Strict")
        .doesNotContain("Domain");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void withoutTheHeaderNoCookieIsSetOrRead() {
    var person = door.owner();
    var cookie = cookie(signIn(person));

    var login = person.login(Door.PASSWORD).expect(200);

    assertThat(login.header("Set-Cookie")).isNull();
    assertThat(login.text("/data/refresh_token")).isNotBlank();
    person.post("/v1/auth/refresh", "", Map.of("Cookie", cookie)).expect(422);
    person.post("/v1/auth/logout", "", Map.of("Cookie", cookie)).expect(422);
    person.post("/v1/auth/refresh", "", wantedWith(cookie)).expect(200);
    person
        .post(
            "/v1/auth/login", "{\"email\":\"a@b.c\",\"password\":\"x\"}", Map.of("X-Session", "x"))
        .expect(422);
  }

  @Test
  void theCookieIsExchangedAndItsLaterReuseEndsTheSession() {
    var person = door.owner();
    var first = cookie(signIn(person));

    var second = person.post("/v1/auth/refresh", "", wantedWith(first)).expect(200);

    assertThat(cookie(second)).isNotEqualTo(first);
    assertThat(second.data().path("refresh_token").isNull()).isTrue();
    var renewed = person.with(second.text("/data/access_token"));
    renewed.get("/v1/health").expect(200);
    JdbcClient.create(TestDatabase.owner())
        .sql(
            """
            update refresh_tokens set rotated_at = rotated_at - interval '30 seconds'
            where token_hash = ?
            """)
        .param(SecretTokens.hash(first.substring(first.indexOf('=') + 1)))
        .update();
    person.post("/v1/auth/refresh", "", wantedWith(first)).expect(401);
    renewed.get("/v1/health").expect(401);
  }

  @Test
  void aMissingCookieIsToldToSignInAgain() {
    var answer = door.stranger().post("/v1/auth/refresh", "", WANTED).expect(401);

    assertThat(answer.text("/error/code")).isEqualTo("UNAUTHORIZED");
    assertThat(answer.text("/meta/request_id")).isNotBlank();
  }

  @Test
  void logoutEndsTheSessionAndClearsTheCookie() {
    var person = door.owner();
    var login = signIn(person);
    var session = person.with(login.text("/data/access_token"));

    var out = session.post("/v1/auth/logout", "", wantedWith(cookie(login))).expect(200);

    assertThat(out.header("Set-Cookie"))
        .startsWith("duespark_session=;")
        .contains("; Path=/v1/auth;", "; Max-Age=0;");
    session.get("/v1/health").expect(401);
    session.post("/v1/auth/logout", "", WANTED).expect(200);
  }

  @Test
  void logoutEverywhereEndsAllSessionsOfThePersonOnly() {
    var person = door.owner();
    var colleague = door.member(person, "STAFF");
    var browser = signIn(person);
    var elsewhere = person.with(browser.text("/data/access_token"));

    var out = person.post("/v1/auth/logout-everywhere", "", WANTED).expect(200);

    assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
    person.get("/v1/health").expect(401);
    elsewhere.get("/v1/health").expect(401);
    person.post("/v1/auth/refresh", "", wantedWith(cookie(browser))).expect(401);
    colleague.get("/v1/health").expect(200);
    door.stranger().post("/v1/auth/logout-everywhere", "").expect(401);
  }

  @Test
  void switchingTheBusinessMovesTheCookieAlong() {
    var owner = door.owner();
    var person = door.member(owner, "VIEWER");

    var switched =
        person
            .post(
                "/v1/auth/switch-tenant",
                "{\"tenant_id\":\"%s\"}".formatted(owner.tenantId()),
                WANTED)
            .expect(200);

    var later = person.post("/v1/auth/refresh", "", wantedWith(cookie(switched))).expect(200);
    assertThat(later.text("/data/tenant_id")).isEqualTo(owner.tenantId().toString());
    assertThat(switched.data().path("refresh_token").isNull()).isTrue();
  }

  @Test
  void pagesThatLoadMayRefreshOftenButGuessesMayNot() {
    var person = door.owner();
    var cookie = cookie(signIn(person));

    for (int i = 0; i < 20; i++) {
      cookie = cookie(person.post("/v1/auth/refresh", "", wantedWith(cookie)).expect(200));
      person.post("/v1/auth/refresh", "", WANTED).expect(401);
    }

    Answer guess;
    int guesses = 0;
    do {
      guess = person.post("/v1/auth/refresh", "", wantedWith("duespark_session=guess"));
      guesses++;
    } while (guess.status() == 401 && guesses < 30);
    guess.expect(429);
  }

  private static Answer signIn(Person person) {
    return person
        .post(
            "/v1/auth/login",
            """
            {"email":"%s","password":"%s"}"""
                .formatted(person.email(), Door.PASSWORD),
            WANTED)
        .expect(200);
  }

  private static Map<String, String> wantedWith(String cookie) {
    return Map.of("X-Session", "cookie", "Cookie", cookie);
  }

  private static String cookie(Answer answer) {
    return "duespark_session=" + token(answer);
  }

  private static String token(Answer answer) {
    var set = Objects.requireNonNull(answer.raw().getCookie("duespark_session"));
    return String.valueOf(set.getValue());
  }
}
