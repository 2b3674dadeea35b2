package com.duespark.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's own password and sessions. */
@ApiTest
class SecurityTest {

  private static final String SESSIONS = "/v1/auth/me/sessions";
  private static final String NEW = "a brand new secret";
  private static final String PHONE =
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36";

  @Autowired Door door;
  @Autowired SecretTokens tokens;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  // ------------------------------------------------------------------ where I am signed in

  @Test
  void onesOwnSessionsAreListedAndTheOneThatAsksIsMarked() {
    var person = door.owner();
    door.owner();
    var login = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), Door.PASSWORD);
    person.post("/v1/auth/login", login, Map.of("User-Agent", PHONE)).expect(200);

    var listed = person.get(SESSIONS + "?include_total=true").expect(200);

    assertThat(listed.data()).hasSize(2);
    assertThat(listed.body().at("/meta/total").asInt()).isEqualTo(2);
    assertThat(listed.text("/data/0/browser")).isEqualTo("Chrome");
    assertThat(listed.text("/data/0/system")).isEqualTo("Android");
    assertThat(listed.text("/data/0/ip_address")).isEqualTo(person.address());
    assertThat(listed.data().at("/0/current").asBoolean()).isFalse();
    assertThat(listed.data().at("/1/current").asBoolean()).isTrue();
    assertThat(listed.data().at("/1/browser").isNull()).isTrue();
  }

  @Test
  void theListIsReadPageByPage() {
    var person = door.owner();
    signIn(person);

    var first = person.get(SESSIONS + "?limit=1").expect(200);
    var second = person.get(SESSIONS + "?limit=1&cursor=" + first.text("/meta/cursor")).expect(200);

    assertThat(first.data()).hasSize(1);
    assertThat(second.data()).hasSize(1);
    assertThat(second.text("/data/0/id")).isNotEqualTo(first.text("/data/0/id"));
    assertThat(second.body().at("/meta/cursor").isNull()).isTrue();
  }

  @Test
  void renewingSaysWhenAndFromWhereASessionWasUsedLast() {
    var person = door.owner();
    var login = signIn(person);
    var id = idOf(person.with(login.text("/data/access_token")));
    age(id, "2 days");

    person.post("/v1/auth/refresh", tokenOf(login), Map.of("User-Agent", PHONE)).expect(200);

    var session = person.get(SESSIONS).expect(200).data().get(0);
    assertThat(session.path("id").asString()).isEqualTo(id);
    assertThat(session.path("browser").asString()).isEqualTo("Chrome");
    assertThat(session.path("last_used_at").asString())
        .isGreaterThan(session.path("created_at").asString());
    age(id, "31 days");
    assertThat(person.get(SESSIONS).expect(200).data()).hasSize(1);
  }

  @Test
  void anEndedSessionIsRefusedAtOnceAndCannotBeRenewed() {
    var person = door.owner();
    var login = signIn(person);
    var other = person.with(login.text("/data/access_token"));
    var id = idOf(other);

    assertThat(person.delete(SESSIONS + "/" + id).expect(200).text("/data/id")).isEqualTo(id);

    other.get("/v1/health").expect(401);
    person.post("/v1/auth/refresh", tokenOf(login)).expect(401);
    person.delete(SESSIONS + "/" + id).expect(404);
    assertThat(person.get(SESSIONS).expect(200).data()).hasSize(1);
    assertThat(audited(person, "auth.session_ended")).isEqualTo(1);
  }

  @Test
  void anotherPersonsSessionIsNotFoundAndGoesOn() {
    var person = door.owner();
    var stranger = door.owner();
    var theirs = person.delete(SESSIONS + "/" + idOf(stranger)).expect(404);
    var unknown = person.delete(SESSIONS + "/" + UUID.randomUUID()).expect(404);

    assertThat(theirs.body().path("error")).isEqualTo(unknown.body().path("error"));
    stranger.get("/v1/health").expect(200);
  }

  @Test
  void aSessionThatIsEndedTwiceAtOnceEndsOnce() throws Exception {
    var person = door.owner();
    var id = idOf(person.with(signIn(person).text("/data/access_token")));

    var answers = atOnce(() -> person.delete(SESSIONS + "/" + id));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 404);
    assertThat(audited(person, "auth.session_ended")).isEqualTo(1);
  }

  @Test
  void allOthersEndAndTheOneThatAsksGoesOn() {
    var person = door.owner();
    var colleague = door.owner();
    var second = person.with(signIn(person).text("/data/access_token"));
    var third = person.with(signIn(person).text("/data/access_token"));

    var ended = third.post(SESSIONS + "/end-others", "").expect(200);

    assertThat(ended.data().path("ended").asInt()).isEqualTo(2);
    person.get("/v1/health").expect(401);
    second.get("/v1/health").expect(401);
    third.get("/v1/health").expect(200);
    colleague.get("/v1/health").expect(200);
    assertThat(third.post(SESSIONS + "/end-others", "").expect(200).data().path("ended").asInt())
        .isZero();
    assertThat(audited(third, "auth.signed_out_elsewhere")).isEqualTo(1);
  }

  // ------------------------------------------------------------------ the password

  @Test
  void aChangedPasswordEndsAllOtherSessionsAndIsMailed() {
    var person = door.owner();
    var login = signIn(person);
    var other = person.with(login.text("/data/access_token"));

    change(person, Door.PASSWORD, NEW).expect(200);

    person.get("/v1/health").expect(200);
    other.get("/v1/health").expect(401);
    person.post("/v1/auth/refresh", tokenOf(login)).expect(401);
    person.login(Door.PASSWORD).expect(401);
    person.login(NEW).expect(200);
    assertThat(mails(person)).isEqualTo(1);
    assertThat(audited(person, "auth.password_changed")).isEqualTo(1);
  }

  @Test
  void aWrongPasswordChangesNothingAndSlowsFurtherTriesLikeALogin() {
    var person = door.owner();

    for (int i = 0; i < 5; i++) {
      var wrong = change(person, "not the password", NEW).expect(422);
      assertThat(wrong.text("/error/details/0/field")).isEqualTo("current_password");
      assertThat(wrong.text("/error/details/0/code")).isEqualTo("WRONG_PASSWORD");
    }

    var locked = change(person, Door.PASSWORD, NEW).expect(429);
    assertThat(locked.text("/error/details/0/code")).isEqualTo("ACCOUNT_LOCKED");
    person.login(Door.PASSWORD).expect(429);
    person.get("/v1/health").expect(200);
    assertThat(mails(person)).isZero();
    unlock(person);
    person.login(Door.PASSWORD).expect(200);
  }

  @Test
  void aWeakPasswordIsRefusedAndIsNoTry() {
    var person = door.owner();

    var brief = change(person, Door.PASSWORD, "short").expect(422);
    var common = change(person, "not the password", "Password123").expect(422);

    assertThat(brief.text("/error/details/0/field")).isEqualTo("password");
    assertThat(brief.text("/error/details/0/code")).isEqualTo("SIZE");
    assertThat(common.text("/error/details/0/field")).isEqualTo("password");
    assertThat(common.text("/error/details/0/code")).isEqualTo("COMMON_PASSWORD");
    assertThat(failures(person)).isZero();
    person.login(Door.PASSWORD).expect(200);
  }

  @Test
  void aPasswordThatIsChangedTwiceAtOnceIsChangedOnce() throws Exception {
    var person = door.owner();

    var answers = atOnce(() -> change(person, Door.PASSWORD, NEW));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 422);
    assertThat(mails(person)).isEqualTo(1);
    person.login(NEW).expect(200);
  }

  @RepeatedTest(5)
  void whoeverSignsInWithTheOldPasswordWhileItIsChangedIsOutAfterwards() throws Exception {
    var person = door.owner();
    Callable<Answer> changing = () -> change(person, Door.PASSWORD, NEW);
    Callable<Answer> comingIn = () -> person.login(Door.PASSWORD);

    var answers = atOnce(changing, comingIn);

    answers.getFirst().expect(200);
    person.with(answers.getLast().text("/data/access_token")).get("/v1/health").expect(401);
    person.get("/v1/health").expect(200);
  }

  @Test
  void noPasswordIsKeptForARepeat() {
    var person = door.owner();
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    person.post("/v1/auth/me/password", body(Door.PASSWORD, NEW), key).expect(200);

    assertThat(
            owner
                .sql("select count(*) from idempotency_keys where tenant_id = ?")
                .param(person.tenantId())
                .query(Long.class)
                .single())
        .isZero();
  }

  private static Answer change(Person person, String current, String wanted) {
    return person.post("/v1/auth/me/password", body(current, wanted));
  }

  private static String body(String current, String wanted) {
    return "{\"current_password\":\"%s\",\"password\":\"%s\"}".formatted(current, wanted);
  }

  private static Answer signIn(Person person) {
    return person.login(Door.PASSWORD).expect(200);
  }

  private static String tokenOf(Answer login) {
    return "{\"refresh_token\":\"%s\"}".formatted(login.text("/data/refresh_token"));
  }

  /** The session that asks. */
  private static String idOf(Person person) {
    return StreamSupport.stream(person.get(SESSIONS).expect(200).data().spliterator(), false)
        .filter(session -> session.path("current").asBoolean())
        .map(session -> session.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static List<Answer> atOnce(Callable<Answer> call) throws Exception {
    return atOnce(call, call);
  }

  private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(List.of(one, other)).stream().map(Future::resultNow).toList();
    }
  }

  /** Lets time pass since a session began and was used. */
  private void age(String session, String by) {
    owner
        .sql(
            """
            update sessions set created_at = created_at - :by::interval,
              last_used_at = last_used_at - :by::interval
            where id = :id
            """)
        .param("by", by)
        .param("id", UUID.fromString(session))
        .update();
  }

  private void unlock(Person person) {
    owner
        .sql("update login_brakes set locked_until = now() - interval '1 second' where address = ?")
        .param(tokens.pseudonym(person.email()))
        .update();
  }

  private int failures(Person person) {
    return owner
        .sql("select coalesce(sum(failures), 0) from login_brakes where address = ?")
        .param(tokens.pseudonym(person.email()))
        .query(Integer.class)
        .single();
  }

  private int mails(Person person) {
    return owner
        .sql(
            """
            select count(*) from account_deliveries
            where recipient = ? and type = 'PASSWORD_CHANGED'
            """)
        .param(person.email())
        .query(Integer.class)
        .single();
  }

  private int audited(Person person, String action) {
    return owner
        .sql("select count(*) from audit_log where tenant_id = ? and action = ?")
        .params(person.tenantId(), action)
        .query(Integer.class)
        .single();
  }
}
