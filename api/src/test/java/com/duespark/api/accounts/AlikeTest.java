package com.duespark.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No public answer tells whether an address has an account: status, words, headers and waits of a
 * known address and of an unknown one are the same (SCR-01, AUT-03, AUT-04).
 */
@ApiTest
class AlikeTest {

  private static final Set<String> OF_EACH_REQUEST = Set.of("X-Request-Id", "Date");

  @Autowired Door door;
  @Autowired SecretTokens tokens;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  /** What a stranger sees of an answer, seconds of waits to the half minute. */
  private record Seen(int status, String body, TreeMap<String, String> headers) {

    static Seen of(Answer answer) {
      var error = answer.body().path("error");
      var headers = new TreeMap<String, String>();
      answer
          .raw()
          .getHeaderNames()
          .forEach(name -> headers.put(name, String.valueOf(answer.header(name))));
      headers.keySet().removeAll(OF_EACH_REQUEST);
      headers.computeIfPresent("Retry-After", (name, seconds) -> halfMinutes(seconds));
      headers.computeIfPresent("Content-Length", (name, bytes) -> "some");
      return new Seen(
          answer.status(),
          "%s %s %s %s %s"
              .formatted(
                  answer.data(),
                  error.path("code"),
                  error.path("message"),
                  error.at("/details/0/field"),
                  error.at("/details/0/code")),
          headers);
    }

    private static String halfMinutes(String seconds) {
      return String.valueOf(Math.ceilDiv(Integer.parseInt(seconds), 30));
    }
  }

  /** Somebody who has no account, one way or the other. */
  private Person nobody(String kind) {
    return switch (kind) {
      case "unknown" -> door.stranger();
      case "disabled" -> changed("status = 'DISABLED'");
      case "without a password" -> changed("password_hash = null");
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Person changed(String set) {
    var person = door.owner().with(null);
    owner.sql("update users set " + set + " where email = ?").param(person.email()).update();
    return person;
  }

  /** Guesses come from anywhere, or the limit of one address would come first (RAT-02). */
  private Answer guess(Person person) {
    return tries(person, "not the password");
  }

  private Answer tries(Person person, String password) {
    return new Person(door, person.email(), door.stranger().address(), null).login(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "disabled", "without a password"})
  void wrongPasswordsAreRefusedSlowedDownAndLetGoOnAlike(String kind) {
    var known = door.owner().with(null);
    var nobody = nobody(kind);

    for (int attempt = 1; attempt <= 7; attempt++) {
      var theirs = guess(known);
      var nobodys = guess(nobody);

      assertThat(theirs.status()).as("attempt %d", attempt).isEqualTo(attempt <= 5 ? 401 : 429);
      assertThat(Seen.of(nobodys)).as("attempt %d", attempt).isEqualTo(Seen.of(theirs));
    }
    for (int round = 1; round <= 2; round++) { // each one doubles the wait
      List.of(known, nobody).forEach(this::letTimePass);
      guess(known).expect(401);
      guess(nobody).expect(401);

      var theirs = guess(known).expect(429);
      assertThat(Seen.of(guess(nobody))).isEqualTo(Seen.of(theirs));
      assertThat(Integer.parseInt(String.valueOf(theirs.header("Retry-After"))))
          .isBetween(round * 60 - 20, round * 60);
      assertThat(theirs.text("/error/details/0/code")).isEqualTo("ACCOUNT_LOCKED");
    }
  }

  @Test
  void theRightPasswordIsNotEvenLookedAtWhileAnAddressIsSlowedDown() {
    var known = door.owner().with(null);
    var unknown = door.stranger();
    for (int i = 0; i < 5; i++) {
      guess(known).expect(401);
      guess(unknown).expect(401);
    }

    assertThat(Seen.of(tries(unknown, Door.PASSWORD)))
        .isEqualTo(Seen.of(tries(known, Door.PASSWORD).expect(429)));
  }

  @Test
  void otherSpellingsOfAnAddressShareItsBrake() {
    var known = door.owner().with(null);
    var unknown = door.stranger();
    var spelled = List.of(known.email().toUpperCase(Locale.ROOT), " " + known.email());

    for (int i = 0; i < 5; i++) {
      login(known, spelled.get(i % 2)).expect(401);
      login(unknown, unknown.email().toUpperCase(Locale.ROOT)).expect(401);
    }

    tries(known, Door.PASSWORD).expect(429);
    tries(unknown, Door.PASSWORD).expect(429);
  }

  private static Answer login(Person person, String email) {
    return person.post(
        "/v1/auth/login", "{\"email\":\"%s\",\"password\":\"not this\"}".formatted(email));
  }

  @Test
  void aRegistrationIsAnsweredAlike() {
    alike(
        (person, path) ->
            person.post(
                path,
                """
                {"email":"%s","password":"another long one","display_name":"E","business_name":"E"}
                """
                    .formatted(person.email())),
        "/v1/auth/register");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/auth/forgot-password", "/v1/auth/resend-verification"})
  void whoAsksForAMailIsAnsweredAlike(String path) {
    BiFunction<Person, String, Answer> ask =
        (person, at) -> person.post(at, "{\"email\":\"%s\"}".formatted(person.email()));

    alike(ask, path);
    assertThat(Seen.of(ask.apply(door.verifiedOwner().with(null), path)))
        .isEqualTo(Seen.of(ask.apply(nobody("disabled"), path)));
  }

  private void alike(BiFunction<Person, String, Answer> call, String path) {
    var known = call.apply(door.owner().with(null), path);
    var unknown = call.apply(door.stranger(), path);

    assertThat(known.status()).isEqualTo(202);
    assertThat(Seen.of(unknown)).isEqualTo(Seen.of(known));
  }

  @Test
  void linksThatOpenNothingLookAlikeWhateverTheyWereFor() {
    var invited = door.owner();
    invite(door.verifiedOwner(), invited).expect(201);
    var link = link(invited);
    owner
        .sql("update invitations set expires_at = now() - interval '1 second' where token_hash = ?")
        .param(SecretTokens.hash(link))
        .update();
    var unknown = UUID.randomUUID().toString();

    for (var path : List.of("/v1/invitations/preview", "/v1/invitations/accept")) {
      assertThat(Seen.of(token(path, link))).as(path).isEqualTo(Seen.of(token(path, unknown)));
    }
    assertThat(Seen.of(reset(link))).isEqualTo(Seen.of(reset(unknown)));
  }

  @Test
  void whoInvitesIsAnsweredAlikeAboutPeopleOfOtherBusinesses() {
    var inviter = door.verifiedOwner();
    var known = invite(inviter, door.owner()).expect(201);
    var unknown = invite(inviter, door.stranger()).expect(201);

    for (var field : List.of("user_id", "display_name", "last_seen_at", "status", "role")) {
      assertThat(known.data().path(field)).as(field).isEqualTo(unknown.data().path(field));
    }
    assertThat(Set.copyOf(known.data().propertyNames()))
        .isEqualTo(Set.copyOf(unknown.data().propertyNames()));
  }

  private static Answer invite(Person inviter, Person invited) {
    return inviter.post(
        "/v1/members", "{\"email\":\"%s\",\"role\":\"VIEWER\"}".formatted(invited.email()));
  }

  private String link(Person invited) {
    return tokens.token(
        owner
            .sql(
                """
                select (request ->> 'token_id')::uuid from account_deliveries
                where recipient = ? and type = 'INVITATION'
                """)
            .param(invited.email())
            .query(UUID.class)
            .single());
  }

  private Answer token(String path, String token) {
    return door.stranger().post(path, "{\"token\":\"%s\"}".formatted(token)).expect(422);
  }

  private Answer reset(String token) {
    return door.stranger()
        .post(
            "/v1/auth/reset-password",
            "{\"token\":\"%s\",\"password\":\"a brand new secret\"}".formatted(token))
        .expect(422);
  }

  private void letTimePass(Person person) {
    owner
        .sql("update login_brakes set locked_until = now() - interval '1 second' where address = ?")
        .param(tokens.pseudonym(person.email()))
        .update();
  }
}
