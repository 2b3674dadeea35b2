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
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
@Import(Team.class)
class MembersTest {

  @Autowired Door door;
  @Autowired Team team;

  private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

  @Test
  void anInvitedAddressStandsInTheTeamUntilItComesIn() {
    var owner = door.verifiedOwner();

    var invited = team.invite(owner, "Wanjiru@Example.com", "STAFF").expect(201);

    assertThat(invited.text("/data/email")).isEqualTo("wanjiru@example.com");
    assertThat(invited.text("/data/status")).isEqualTo("INVITED");
    assertThat(invited.data().path("user_id").isNull()).isTrue();
    assertThat(invited.text("/data/invitation_ends_at")).isNotBlank();
    assertThat(words(invited, "allowed_actions"))
        .containsExactlyInAnyOrder("set_role", "remove", "resend_invite");
    var members = owner.get("/v1/members").expect(200).data();
    assertThat(members).hasSize(2);
    assertThat(members.at("/0/you").asBoolean()).isTrue();
    assertThat(members.at("/0/role").asString()).isEqualTo("OWNER");
    assertThat(members.at("/0/allowed_actions")).isEmpty();
    assertThat(members.at("/0/last_seen_at").asString("")).isNotBlank();
    assertThat(audited(owner)).contains("member.invited");
    assertThat(events(owner)).contains("tenant.member_invited");
  }

  @Test
  void anAddressWithAnAccountElsewhereIsAnsweredLikeAnUnknownOne() {
    var owner = door.verifiedOwner();
    var elsewhere = door.owner().email();
    var nowhere = door.stranger().email();

    var known = team.invite(owner, elsewhere, "STAFF").expect(201).data();
    var unknown = team.invite(owner, nowhere, "STAFF").expect(201).data();

    for (var field : List.of("user_id", "display_name", "status", "can_send", "last_seen_at")) {
      assertThat(known.path(field)).as(field).isEqualTo(unknown.path(field));
    }
    assertThat(known.path("allowed_actions")).isEqualTo(unknown.path("allowed_actions"));
    assertThat(team.mailsTo(elsewhere)).isEqualTo(team.mailsTo(nowhere)).isEqualTo(1);
  }

  @Test
  void invitingAgainWhileOpenSendsAgainAndDoublesNothing() {
    var owner = door.verifiedOwner();
    var email = door.stranger().email();
    var first = team.invite(owner, email, "STAFF").expect(201);

    var second = team.invite(owner, email, "VIEWER").expect(200);

    assertThat(second.text("/data/id")).isEqualTo(first.text("/data/id"));
    assertThat(second.text("/data/role")).isEqualTo("VIEWER");
    assertThat(owner.get("/v1/members").data()).hasSize(2);
    assertThat(team.mailsTo(email)).isEqualTo(2);
  }

  @Test
  void invitingOneAddressTwiceAtOnceMakesOneMember() {
    var owner = door.verifiedOwner();
    var email = door.stranger().email();

    var answers =
        atOnce(() -> team.invite(owner, email, "STAFF"), () -> team.invite(owner, email, "STAFF"));

    assertThat(answers).extracting(Door.Answer::status).containsExactlyInAnyOrder(200, 201);
    assertThat(owner.get("/v1/members").data()).hasSize(2);
  }

  @Test
  void theSameKeyInvitesOnce() {
    var owner = door.verifiedOwner();
    var email = door.stranger().email();
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var body = "{\"email\":\"%s\",\"role\":\"STAFF\"}".formatted(email);

    owner.post("/v1/members", body, key).expect(201);
    var replay = owner.post("/v1/members", body, key).expect(201);

    assertThat(replay.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(team.mailsTo(email)).isEqualTo(1);
  }

  @Test
  void anUnconfirmedOwnerInvitesNobody() {
    var owner = door.owner();
    var email = door.stranger().email();

    var refused = team.invite(owner, email, "STAFF").expect(403);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("EMAIL_NOT_VERIFIED");
    assertThat(team.mailsTo(email)).isZero();
    assertThat(owner.get("/v1/members").data()).hasSize(1);
  }

  @Test
  void aMemberIsNotInvitedAgainAndADisabledOneIsEnabledInstead() {
    var owner = door.verifiedOwner();
    var staff = team.joined(owner, "STAFF");

    var already = team.invite(owner, staff.email(), "STAFF").expect(409);
    set(owner, staff.email(), "{\"status\":\"DISABLED\"}").expect(200);
    var disabled = team.invite(owner, staff.email(), "STAFF").expect(409);

    assertThat(already.text("/error/details/0/code")).isEqualTo("ALREADY_MEMBER");
    assertThat(disabled.text("/error/details/0/code")).isEqualTo("MEMBER_DISABLED");
  }

  @Test
  void badInvitationsAreNamed() {
    var owner = door.verifiedOwner();

    var address = team.invite(owner, "not an address", "STAFF").expect(422);
    var role = team.invite(owner, "a@b.example", "BOSS").expect(422);
    var send =
        owner
            .post(
                "/v1/members", "{\"email\":\"a@b.example\",\"role\":\"VIEWER\",\"can_send\":true}")
            .expect(422);

    assertThat(address.text("/error/details/0/field")).isEqualTo("email");
    assertThat(role.text("/error/details/0/field")).isEqualTo("role");
    assertThat(send.text("/error/details/0/code")).isEqualTo("NOT_AN_AGENT");
  }

  @Test
  void oneAddressGetsFiveMailsADay() {
    var owner = door.verifiedOwner();
    var email = door.stranger().email();
    var id = team.invite(owner, email, "STAFF").expect(201).text("/data/id");
    for (int i = 0; i < 4; i++) {
      owner.post("/v1/members/" + id + "/resend-invite", "").expect(200);
    }

    var refused = owner.post("/v1/members/" + id + "/resend-invite", "").expect(429);
    owner.delete("/v1/members/" + id).expect(200);
    team.invite(owner, email, "STAFF").expect(429);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("TOO_MANY_INVITATIONS");
    assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
        .isBetween(86_000, 86_400);
    assertThat(team.mailsTo(email)).isEqualTo(5);
  }

  @Test
  void aBusinessHasAtMostAHundredMembers() {
    var owner = door.verifiedOwner();
    database
        .sql(
            """
            insert into tenant_members (id, tenant_id, role, status, invited_email)
            select gen_random_uuid(), ?, 'VIEWER', 'INVITED', n || '@b.example'
            from generate_series(1, 99) n
            """)
        .param(owner.tenantId())
        .update();

    var refused = team.invite(owner, door.stranger().email(), "STAFF").expect(409);
    team.invite(owner, "7@b.example", "STAFF").expect(200);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("TOO_MANY");
  }

  /** What each role gets: list, invite, change a role, send again, remove. */
  @ParameterizedTest
  @CsvSource({
    "OWNER, 200, 201, 200, 200, 200",
    "ADMIN, 200, 201, 200, 200, 200",
    "STAFF, 200, 403, 403, 403, 403",
    "AGENT, 200, 403, 403, 403, 403",
    "VIEWER, 200, 403, 403, 403, 403"
  })
  void aRoleManagesTheTeamAsTheTableSays(
      String role, int list, int invite, int change, int again, int remove) {
    var owner = door.verifiedOwner();
    var asker = role.equals("OWNER") ? owner : team.joined(owner, role);
    var id = team.invite(owner, door.stranger().email(), "VIEWER").text("/data/id");

    asker.get("/v1/members").expect(list);
    team.invite(asker, door.stranger().email(), "VIEWER").expect(invite);
    asker.patch("/v1/members/" + id, "{\"role\":\"STAFF\"}").expect(change);
    asker.post("/v1/members/" + id + "/resend-invite", "").expect(again);
    asker.delete("/v1/members/" + id).expect(remove);
  }

  @Test
  void anAdminNeitherMakesNorTouchesAnOwner() {
    var owner = door.verifiedOwner();
    var admin = team.joined(owner, "ADMIN");
    var coming = door.stranger().email();
    team.invite(owner, coming, "OWNER").expect(201);

    for (var refused :
        List.of(
            team.invite(admin, door.stranger().email(), "OWNER"),
            team.invite(admin, coming, "STAFF"),
            set(admin, admin.email(), "{\"role\":\"OWNER\"}"),
            set(admin, owner.email(), "{\"role\":\"STAFF\"}"),
            set(admin, coming, "{\"role\":\"STAFF\"}"),
            admin.delete("/v1/members/" + Team.idOf(admin, owner.email())),
            admin.delete("/v1/members/" + Team.idOf(admin, coming)),
            admin.post("/v1/members/" + Team.idOf(admin, coming) + "/resend-invite", ""))) {
      assertThat(refused.expect(403).text("/error/details/0/code")).isEqualTo("OWNER_ONLY");
    }
    assertThat(admin.get("/v1/members").data().at("/0/allowed_actions")).isEmpty();
    set(owner, admin.email(), "{\"role\":\"OWNER\"}").expect(200);
  }

  @Test
  void theLastActiveOwnerStays() {
    var owner = door.verifiedOwner();
    var id = Team.idOf(owner, owner.email());
    team.invite(owner, door.stranger().email(), "OWNER").expect(201); // not in yet

    for (var refused :
        List.of(
            owner.patch("/v1/members/" + id, "{\"role\":\"ADMIN\"}"),
            owner.delete("/v1/members/" + id))) {
      assertThat(refused.expect(409).text("/error/details/0/code")).isEqualTo("LAST_OWNER");
    }
    var second = team.joined(owner, "OWNER");
    assertThat(
            owner
                .patch("/v1/members/" + id, "{\"status\":\"DISABLED\"}")
                .expect(409)
                .text("/error/details/0/code"))
        .isEqualTo("YOURSELF");
    owner.delete("/v1/members/" + id).expect(200);
    assertThat(
            second
                .delete("/v1/members/" + Team.idOf(second, second.email()))
                .expect(409)
                .text("/error/details/0/code"))
        .isEqualTo("LAST_OWNER");
  }

  @Test
  void twoOwnersWhoDemoteEachOtherAtOnceLeaveOne() {
    for (int round = 0; round < 5; round++) {
      var first = door.verifiedOwner();
      var second = team.joined(first, "OWNER");
      var firstId = Team.idOf(first, first.email());
      var secondId = Team.idOf(first, second.email());

      var answers =
          atOnce(
              () -> first.patch("/v1/members/" + secondId, "{\"role\":\"STAFF\"}"),
              () -> second.patch("/v1/members/" + firstId, "{\"role\":\"STAFF\"}"));

      assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
      assertThat(activeOwners(first)).isEqualTo(1);
    }
  }

  @Test
  void twoOwnersWhoLeaveAtOnceLeaveOne() {
    var first = door.verifiedOwner();
    var second = team.joined(first, "OWNER");
    var firstId = Team.idOf(first, first.email());
    var secondId = Team.idOf(first, second.email());
    var tenant = first.tenantId();

    var answers =
        atOnce(
            () -> first.delete("/v1/members/" + firstId),
            () -> second.delete("/v1/members/" + secondId));

    assertThat(answers).extracting(Door.Answer::status).containsExactlyInAnyOrder(200, 409);
    assertThat(activeOwners(tenant)).isEqualTo(1);
  }

  @Test
  void aDisabledMemberIsOutOnTheNextRequestAndBackWhenEnabled() {
    var owner = door.verifiedOwner();
    var staff = team.joined(owner, "STAFF");
    var login = staff.login(Door.PASSWORD).expect(200);
    staff.get("/v1/tenant").expect(200);

    set(owner, staff.email(), "{\"status\":\"DISABLED\"}").expect(200);

    staff.get("/v1/tenant").expect(401);
    staff.with(login.text("/data/access_token")).get("/v1/tenant").expect(401);
    staff
        .post(
            "/v1/auth/refresh",
            "{\"refresh_token\":\"%s\"}".formatted(login.text("/data/refresh_token")))
        .expect(401);
    var again = staff.login(Door.PASSWORD).expect(200);
    staff.with(again.text("/data/access_token")).get("/v1/tenant").expect(403);

    set(owner, staff.email(), "{\"status\":\"ACTIVE\"}").expect(200);

    var back = staff.login(Door.PASSWORD).expect(200);
    staff.with(back.text("/data/access_token")).get("/v1/tenant").expect(200);
  }

  @Test
  void aRemovedMemberKeepsTheirOtherBusinessesAndMayBeAskedBack() {
    var owner = door.verifiedOwner();
    var person = door.owner(); // with a business of their own
    team.invite(owner, person.email(), "STAFF").expect(201);
    var inside =
        person.with(
            person
                .with(person.login(Door.PASSWORD).text("/data/access_token"))
                .post(
                    "/v1/invitations/accept",
                    "{\"token\":\"%s\"}".formatted(team.link(person.email())))
                .expect(200)
                .text("/data/access_token"));
    inside.get("/v1/tenant").expect(200);

    owner.delete("/v1/members/" + Team.idOf(owner, person.email())).expect(200);

    inside.get("/v1/tenant").expect(401);
    person.get("/v1/tenant").expect(200); // another session, in their own
    person
        .post("/v1/auth/switch-tenant", "{\"tenant_id\":\"%s\"}".formatted(owner.tenantId()))
        .expect(404);
    team.invite(owner, person.email(), "VIEWER").expect(201);
    person
        .post("/v1/invitations/accept", "{\"token\":\"%s\"}".formatted(team.link(person.email())))
        .expect(200);
    assertThat(owner.get("/v1/members").data()).hasSize(2);
    assertThat(audited(owner)).contains("member.joined", "member.removed");
    assertThat(events(owner)).contains("tenant.member_joined", "tenant.member_removed");
  }

  @Test
  void aTokenOfAnotherBusinessDoesNotOpenTheOneThatRemovedThem() {
    var owner = door.verifiedOwner();
    var person = door.member(owner, "STAFF");

    owner.delete("/v1/members/" + Team.idOf(owner, person.email())).expect(200);
    person.get("/v1/tenant").expect(401);
  }

  @Test
  void aRoleCountsFromTheNextRequestOn() {
    var owner = door.verifiedOwner();
    var staff = team.joined(owner, "STAFF");
    staff.post("/v1/contacts", "{\"display_name\":\"A\"}").expect(201);

    set(owner, staff.email(), "{\"role\":\"VIEWER\"}").expect(200);

    staff.post("/v1/contacts", "{\"display_name\":\"B\"}").expect(403);
    assertThat(audited(owner)).contains("member.updated");
    assertThat(events(owner)).contains("tenant.member_changed");
  }

  @Test
  void leaveToSendIsGivenToAnAgentAndGoesWithTheRole() {
    var owner = door.verifiedOwner();
    var agent = team.joined(owner, "AGENT");

    var given = set(owner, agent.email(), "{\"can_send\":true}").expect(200);
    assertThat(given.data().path("can_send").asBoolean()).isTrue();
    set(owner, agent.email(), "{\"role\":\"VIEWER\"}").expect(200);
    var back = set(owner, agent.email(), "{\"role\":\"AGENT\"}").expect(200);

    assertThat(back.data().path("can_send").asBoolean()).isFalse();
    assertThat(set(owner, agent.email(), "{\"role\":\"STAFF\",\"can_send\":true}").status())
        .isEqualTo(422);
  }

  @Test
  void anOwnerWhoBecomesAnAgentMayNotSend() {
    var owner = door.verifiedOwner();
    var second = door.member(owner, "OWNER");

    var agent = set(owner, second.email(), "{\"role\":\"AGENT\"}").expect(200);

    assertThat(agent.data().path("can_send").asBoolean()).isFalse();
  }

  @Test
  void anInvitedMemberIsNotMadeActiveByHand() {
    var owner = door.verifiedOwner();
    var email = door.stranger().email();
    team.invite(owner, email, "STAFF").expect(201);

    var refused = set(owner, email, "{\"status\":\"ACTIVE\"}").expect(409);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("NOT_ACCEPTED");
    set(owner, owner.email(), "{\"status\":\"INVITED\"}").expect(422);
  }

  @Test
  void whoCameInIsSentNothingAgain() {
    var owner = door.verifiedOwner();
    var staff = team.joined(owner, "STAFF");

    var refused =
        owner
            .post("/v1/members/" + Team.idOf(owner, staff.email()) + "/resend-invite", "")
            .expect(409);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("NOT_INVITED");
  }

  @Test
  void anOldVersionIsRefusedWithTheLatest() {
    var owner = door.verifiedOwner();
    var staff = team.joined(owner, "STAFF");
    var path = "/v1/members/" + Team.idOf(owner, staff.email());
    owner.patch(path, "{\"role\":\"VIEWER\"}").expect(200);

    var stale = owner.patch(path, "{\"role\":\"ADMIN\"}", Map.of("If-Match", "\"1\"")).expect(409);

    assertThat(stale.text("/error/latest/role")).isEqualTo("VIEWER");
  }

  @Test
  void anotherBusinessesMemberIsNotThere() {
    var mine = door.verifiedOwner();
    var theirs = door.verifiedOwner();
    var joined = Team.idOf(theirs, team.joined(theirs, "STAFF").email());
    var invited = team.invite(theirs, door.stranger().email(), "STAFF").text("/data/id");

    for (var id : List.of(joined, invited, UUID.randomUUID().toString())) {
      mine.patch("/v1/members/" + id, "{\"role\":\"VIEWER\"}").expect(404);
      mine.delete("/v1/members/" + id).expect(404);
      mine.post("/v1/members/" + id + "/resend-invite", "").expect(404);
    }
    assertThat(mine.get("/v1/members").data()).hasSize(1);
    assertThat(theirs.get("/v1/members").data()).hasSize(3);
  }

  private Door.Answer set(Door.Person actor, String email, String change) {
    return actor.patch("/v1/members/" + Team.idOf(actor, email), change);
  }

  private int activeOwners(Door.Person person) {
    return activeOwners(person.tenantId());
  }

  private int activeOwners(UUID tenant) {
    return database
        .sql(
            """
            select count(*) from tenant_members
            where tenant_id = ? and role = 'OWNER' and status = 'ACTIVE' and deleted_at is null
            """)
        .param(tenant)
        .query(Integer.class)
        .single();
  }

  private List<String> audited(Door.Person person) {
    return database
        .sql("select action from audit_log where tenant_id = ? and entity_type = 'member'")
        .param(person.tenantId())
        .query(String.class)
        .list();
  }

  private List<String> events(Door.Person person) {
    return database
        .sql("select event_name from analytics_events where tenant_id = ?")
        .param(person.tenantId())
        .query(String.class)
        .list();
  }

  private static List<String> words(Door.Answer answer, String field) {
    return answer.data().path(field).valueStream().map(word -> word.asString()).toList();
  }

  private static List<Door.Answer> atOnce(Supplier<Door.Answer> one, Supplier<Door.Answer> other) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = CompletableFuture.supplyAsync(one, threads);
      var second = CompletableFuture.supplyAsync(other, threads);
      return List.of(first.join(), second.join());
    }
  }
}
