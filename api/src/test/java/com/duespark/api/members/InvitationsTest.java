package com.duespark.api.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
@Import(Team.class)
class InvitationsTest {

  @Autowired Door door;
  @Autowired Team team;

  private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

  @Test
  void somebodyNewSetsANameAndAPasswordAndIsIn() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    team.invite(owner, person.email(), "STAFF").expect(201);
    var token = team.link(person.email());

    var asked = preview(person, token).expect(200);
    var answer = team.acceptNew(person, token).expect(200);

    assertThat(asked.text("/data/business")).isEqualTo("Asha Repairs");
    assertThat(asked.text("/data/invited_by")).isEqualTo("Asha");
    assertThat(asked.text("/data/role")).isEqualTo("STAFF");
    assertThat(asked.text("/data/email")).isEqualTo(person.email());
    assertThat(asked.data().path("has_account").asBoolean()).isFalse();
    var inside = person.with(answer.text("/data/access_token"));
    assertThat(inside.tenantId()).isEqualTo(owner.tenantId());
    var me = inside.get("/v1/auth/me").expect(200);
    assertThat(me.data().path("email_verified").asBoolean()).isTrue();
    assertThat(me.text("/data/display_name")).isEqualTo("Wanjiru");
    assertThat(me.text("/data/active/role")).isEqualTo("STAFF");
    assertThat(me.data().path("memberships")).hasSize(1);
    person.login(Door.PASSWORD).expect(200);
  }

  @Test
  void somebodyWithAnAccountComesInByPassword() {
    var owner = door.verifiedOwner();
    var person = door.owner();
    var stranger = person.with(null);
    team.invite(owner, person.email(), "VIEWER").expect(201);
    var token = team.link(person.email());

    assertThat(preview(stranger, token).expect(200).data().path("has_account").asBoolean())
        .isTrue();
    var without = accept(stranger, token, null).expect(422);
    accept(stranger, token, "not the password").expect(401);
    var answer = accept(stranger, token, Door.PASSWORD).expect(200);

    assertThat(without.text("/error/details/0/field")).isEqualTo("password");
    var inside = person.with(answer.text("/data/access_token"));
    assertThat(inside.tenantId()).isEqualTo(owner.tenantId());
    assertThat(inside.get("/v1/auth/me").data().path("memberships")).hasSize(2);
    assertThat(inside.get("/v1/auth/me").data().path("email_verified").asBoolean()).isTrue();
    assertThat(inside.get("/v1/auth/me").text("/data/display_name")).isEqualTo("Asha");
  }

  @Test
  void theBrakeOnGuessingHoldsForInvitationsToo() {
    var owner = door.verifiedOwner();
    var person = door.owner();
    team.invite(owner, person.email(), "VIEWER").expect(201);
    var token = team.link(person.email());
    for (int i = 0; i < 5; i++) {
      accept(person.with(null), token, "not the password").expect(401);
    }

    var locked = accept(person.with(null), token, Door.PASSWORD).expect(429);

    assertThat(locked.text("/error/details/0/code")).isEqualTo("ACCOUNT_LOCKED");
  }

  @Test
  void whoIsSignedInComesInWithoutAPasswordAndGoesOnThere() {
    var owner = door.verifiedOwner();
    var person = door.owner();
    team.invite(owner, person.email(), "ADMIN").expect(201);

    var answer = accept(person, team.link(person.email()), null).expect(200);

    assertThat(answer.text("/data/tenant_id")).isEqualTo(owner.tenantId().toString());
    var inside = person.with(answer.text("/data/access_token"));
    inside.patch("/v1/tenant", "{\"name\":\"Asha and friends\"}").expect(200);
  }

  @Test
  void anotherAccountDoesNotComeIn() {
    var owner = door.verifiedOwner();
    var person = door.owner();
    var other = door.owner();
    team.invite(owner, person.email(), "STAFF").expect(201);
    var token = team.link(person.email());

    var refused = accept(other, token, null).expect(403);
    accept(other.with("rubbish"), token, null).expect(401);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("OTHER_ACCOUNT");
    assertThat(other.get("/v1/auth/me").data().path("memberships")).hasSize(1);
    accept(person, token, null).expect(200);
  }

  @Test
  void aLinkWorksOnce() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    team.invite(owner, person.email(), "STAFF").expect(201);
    var token = team.link(person.email());
    var inside = person.with(team.acceptNew(person, token).expect(200).text("/data/access_token"));

    requireOver(team.acceptNew(person, token));
    requireOver(accept(person, token, Door.PASSWORD));
    requireOver(accept(inside, token, null));
    requireOver(preview(person, token));
  }

  @Test
  void aLinkThatIsUsedManyTimesAtOnceLetsOneIn() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    team.invite(owner, person.email(), "STAFF").expect(201);
    var token = team.link(person.email());

    List<Door.Answer> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          IntStream.range(0, 4)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> team.acceptNew(person, token), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .extracting(Door.Answer::status)
        .isSubsetOf(401, 409, 422);
    assertThat(owner.get("/v1/members").data()).hasSize(2);
  }

  @Test
  void aLinkEndsAfterSevenDays() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    var id = team.invite(owner, person.email(), "STAFF").expect(201).text("/data/id");
    var token = team.link(person.email());
    age(id, "6 days 23 hours 59 minutes");
    preview(person, token).expect(200);

    age(id, "1 minute");

    requireOver(preview(person, token));
    requireOver(team.acceptNew(person, token));
    owner.post("/v1/members/" + id + "/resend-invite", "").expect(200);
    team.acceptNew(person, team.link(person.email())).expect(200);
  }

  @Test
  void anEarlierLinkWorksUntilOneIsUsed() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    var id = team.invite(owner, person.email(), "STAFF").expect(201).text("/data/id");
    var first = team.link(person.email());
    owner.post("/v1/members/" + id + "/resend-invite", "").expect(200);
    var second = team.link(person.email());
    assertThat(second).isNotEqualTo(first);

    team.acceptNew(person, first).expect(200);

    requireOver(accept(person, second, Door.PASSWORD));
  }

  @Test
  void aLinkThatWasTakenBackOrNeverWasLooksTheSame() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    var id = team.invite(owner, person.email(), "STAFF").expect(201).text("/data/id");
    var token = team.link(person.email());
    owner.delete("/v1/members/" + id).expect(200);

    var takenBack = team.acceptNew(person, token);
    var neverWas = team.acceptNew(person, "neverwas");

    requireOver(takenBack);
    assertThat(takenBack.body().path("error")).isEqualTo(neverWas.body().path("error"));
    assertThat(owner.get("/v1/members").data()).hasSize(1);
  }

  @Test
  void aSuspendedBusinessLetsNobodyIn() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    team.invite(owner, person.email(), "STAFF").expect(201);
    var token = team.link(person.email());
    database
        .sql("update tenants set status = 'SUSPENDED' where id = ?")
        .param(owner.tenantId())
        .update();

    requireOver(team.acceptNew(person, token));
  }

  @Test
  void theRoleIsTheOneOfTheMomentOfAccepting() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    var id = team.invite(owner, person.email(), "ADMIN").expect(201).text("/data/id");
    owner.patch("/v1/members/" + id, "{\"role\":\"VIEWER\"}").expect(200);

    var answer = team.acceptNew(person, team.link(person.email())).expect(200);

    person
        .with(answer.text("/data/access_token"))
        .patch("/v1/tenant", "{\"name\":\"Mine\"}")
        .expect(403);
  }

  @Test
  void somebodyNewGivesANameAndAGoodPassword() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    team.invite(owner, person.email(), "STAFF").expect(201);
    var token = team.link(person.email());

    var nothing = accept(person, token, null).expect(422);
    var common =
        person
            .post(
                "/v1/invitations/accept",
                "{\"token\":\"%s\",\"display_name\":\"W\",\"password\":\"Password123\"}"
                    .formatted(token))
            .expect(422);

    assertThat(nothing.text("/error/details/0/field")).isEqualTo("display_name");
    assertThat(nothing.text("/error/details/1/field")).isEqualTo("password");
    assertThat(common.text("/error/details/0/code")).isEqualTo("COMMON_PASSWORD");
    team.acceptNew(person, token).expect(200);
  }

  @Test
  void onlyTheHashOfALinkIsStored() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    team.invite(owner, person.email(), "STAFF").expect(201);
    var token = team.link(person.email());

    assertThat(
            database
                .sql(
                    """
                    select (select count(*) from account_deliveries where request::text like :t)
                      + (select count(*) from invitations where invitations::text like :t)
                    """)
                .param("t", "%" + token + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void theMailNamesInviterBusinessRoleAndLanguageAndIsStarted() {
    var owner = door.verifiedOwner();
    owner.patch("/v1/auth/me", "{\"locale\":\"sw-KE\"}").expect(200);
    var email = door.stranger().email();
    team.invite(owner, email, "AGENT").expect(201);

    var request =
        database
            .sql(
                """
                select d.request ->> 'inviter' as inviter, d.request ->> 'business' as business,
                  d.request ->> 'role' as role, d.request ->> 'locale' as locale,
                  o.workflow as workflow
                from account_deliveries d
                join outbox_messages o on o.workflow_id = 'account-mail/' || d.id
                where d.recipient = ? and d.user_id is null
                """)
            .param(email)
            .query()
            .singleRow();

    assertThat(request)
        .containsEntry("inviter", "Asha")
        .containsEntry("business", "Asha Repairs")
        .containsEntry("role", "AGENT")
        .containsEntry("locale", "sw-KE")
        .containsEntry("workflow", "AccountMail");
  }

  @Test
  void aBrowserGetsItsRefreshTokenInTheCookie() {
    var owner = door.verifiedOwner();
    var person = door.stranger();
    team.invite(owner, person.email(), "STAFF").expect(201);

    var answer =
        person
            .post(
                "/v1/invitations/accept",
                "{\"token\":\"%s\",\"display_name\":\"W\",\"password\":\"%s\"}"
                    .formatted(team.link(person.email()), Door.PASSWORD),
                Map.of("X-Session", "cookie"))
            .expect(200);

    assertThat(answer.header("Set-Cookie"))
        .startsWith("duespark_session=")
        .contains("HttpOnly", "Path=/v1/auth");
    assertThat(answer.data().path("refresh_token").isNull()).isTrue();
  }

  @Test
  void guessingLinksIsLimitedPerAddress() {
    var stranger = door.stranger();

    var statuses =
        IntStream.range(0, 15)
            .mapToObj(i -> preview(stranger, UUID.randomUUID().toString()).status())
            .toList();

    assertThat(statuses).contains(422).endsWith(429);
  }

  private static void requireOver(Door.Answer answer) {
    assertThat(answer.expect(422).text("/error/details/0/code")).isEqualTo("TOKEN_EXPIRED");
  }

  private static Door.Answer preview(Door.Person person, String token) {
    return person.post("/v1/invitations/preview", "{\"token\":\"%s\"}".formatted(token));
  }

  private static Door.Answer accept(
      Door.Person person, String token, @org.jspecify.annotations.Nullable String password) {
    var more = password == null ? "" : ",\"password\":\"%s\"".formatted(password);
    return person.post("/v1/invitations/accept", "{\"token\":\"%s\"%s}".formatted(token, more));
  }

  private void age(String memberId, String by) {
    database
        .sql(
            """
            update invitations set expires_at = expires_at - ?::interval,
              created_at = created_at - ?::interval
            where member_id = ?::uuid
            """)
        .params(by, by, memberId)
        .update();
  }
}
