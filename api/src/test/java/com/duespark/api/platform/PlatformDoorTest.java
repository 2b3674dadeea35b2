package com.duespark.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Described;
import com.duespark.api.shared.Described.Operation;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.members.Role;
import com.duespark.domain.platform.Platform;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who comes to the platform's endpoints (RBC-23, SEC-07), and that the database says no too. */
@ApiTest
class PlatformDoorTest {

  private static final String LETTERS = "/v1/admin/dead-letters";

  @Autowired Door door;
  @Autowired Inbox inbox;

  private final JdbcClient rows = JdbcClient.create(TestDatabase.owner());
  private final JdbcClient program = JdbcClient.create(TestDatabase.app());

  private Person staff(String role) {
    var person = door.verifiedOwner();
    give(person, role);
    return person;
  }

  private void give(Person person, String role) {
    rows.sql("update users set platform_role = ? where email = ?")
        .params(role, person.email())
        .update();
  }

  private static List<Operation> ofThePlatform() {
    return Described.operations().stream()
        .filter(operation -> operation.tree().has("x-platform-role"))
        .toList();
  }

  private static void assertRefused(Person person, String why) {
    assertThat(ofThePlatform()).hasSizeGreaterThanOrEqualTo(7);
    for (var operation : ofThePlatform()) {
      var answer = operation.callAs(person);
      assertThat(answer.status()).as(operation.id()).isEqualTo(403);
      assertThat(answer.text("/error/details/0/code")).as(operation.id()).isEqualTo(why);
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void noRoleInABusinessOpensThePlatform(Role role) {
    var owner = door.verifiedOwner();
    var member = role == Role.OWNER ? owner : door.member(owner, role.name());

    assertRefused(member, "PLATFORM_ROLE_REQUIRED");
  }

  @Test
  void anOperatorIsNoAdministrator() {
    assertRefused(staff("OPERATOR"), "PLATFORM_ROLE_REQUIRED");
  }

  @Test
  void anAdministratorIsLetInEverywhere() {
    var admin = staff("ADMIN");

    assertThat(ofThePlatform())
        .allSatisfy(
            operation ->
                assertThat(operation.callAs(admin).status())
                    .as(operation.id())
                    .isIn(200, 404, 422));
    assertThat(admin.get("/v1/auth/me").expect(200).text("/data/platform_role")).isEqualTo("ADMIN");
  }

  @Test
  void withoutAConfirmedAddressARoleIsNone() {
    var person = door.owner();
    give(person, "ADMIN");

    assertRefused(person, "PLATFORM_ROLE_REQUIRED");
  }

  @Test
  void aRoleCountsFromTheNextRequestOnAndNoLonger() {
    var admin = staff("ADMIN");
    admin.get(LETTERS).expect(200);

    give(admin, "NONE");
    admin.get(LETTERS).expect(403);

    give(admin, "ADMIN");
    admin.get(LETTERS).expect(200);
  }

  @Test
  void aPlatformRoleIsNoMembership() {
    var admin = staff("ADMIN");
    leave(admin);

    admin.get(LETTERS).expect(200);
    admin.get("/v1/contacts").expect(403);
    admin.get("/v1/audit-log").expect(403);
  }

  private void leave(Person person) {
    rows.sql("delete from tenant_members where user_id = ?").param(person.userId()).update();
  }

  @Test
  void anOldLoginHasToBeMadeAgainAndRenewingItDoesNotDo() {
    var person = door.verifiedOwner();
    give(person, "ADMIN");
    var signedIn = person.login(Door.PASSWORD).expect(200);
    var admin = person.with(signedIn.text("/data/access_token"));
    admin.get(LETTERS).expect(200);

    rows.sql(
            """
            update sessions set created_at = now() - interval '12 hours 1 second'
            where user_id = ?
            """)
        .param(admin.userId())
        .update();

    assertRefused(admin, "LOGIN_TOO_OLD");
    var renewed =
        person
            .post(
                "/v1/auth/refresh",
                "{\"refresh_token\":\"%s\"}".formatted(signedIn.text("/data/refresh_token")))
            .expect(200);
    var refused = person.with(renewed.text("/data/access_token")).get(LETTERS).expect(403);
    assertThat(refused.text("/error/message")).contains("log in again");
    var again = person.login(Door.PASSWORD).expect(200);
    person.with(again.text("/data/access_token")).get(LETTERS).expect(200);
  }

  @Test
  void noKeyOfAnAdministratorComesIn() {
    var admin = staff("ADMIN");
    var made =
        admin
            .post("/v1/api-keys", "{\"name\":\"Shop\",\"scopes\":[\"contacts:read\"]}")
            .expect(201);

    assertRefused(admin.with(made.text("/data/secret")), "INSUFFICIENT_SCOPE");
  }

  @Test
  void whoIsRefusedIsNotedInTheirBusinessOrAsThePlatforms() {
    var member = door.verifiedOwner();
    var nobody = door.verifiedOwner();
    var tenant = member.tenantId();
    var user = nobody.userId();
    leave(nobody);

    member.get(LETTERS).expect(403);
    nobody.get(LETTERS).expect(403);

    assertThat(refusals(tenant, member.userId()))
        .containsExactly("GET /v1/admin/dead-letters PLATFORM_ROLE_REQUIRED");
    assertThat(refusals(Platform.ID, user))
        .containsExactly("GET /v1/admin/dead-letters PLATFORM_ROLE_REQUIRED");
  }

  private List<String> refusals(UUID tenant, UUID user) {
    return rows.sql(
            """
            select (properties ->> 'endpoint') || ' ' || (properties ->> 'reason')
            from analytics_events
            where tenant_id = ? and user_id = ? and event_name = 'security.permission_denied'
            """)
        .params(tenant, user)
        .query(String.class)
        .list();
  }

  // ------------------------------------------------------------------ the database's own no

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from dead_letters",
        "select payload_json from webhook_events",
        "update dead_letters set status = 'DISCARDED'",
        "update users set platform_role = 'ADMIN'",
        "insert into users (id, email, display_name, referral_code, platform_role)"
            + " values (gen_random_uuid(), 'x@example.com', 'X', 'X', 'ADMIN')",
        "select platform_role_set(gen_random_uuid(), 'x@example.com', 'ADMIN', 'x')",
        "select is_platform_admin(gen_random_uuid())",
        "insert into quotas (tenant_id, reason, set_by)"
            + " values (gen_random_uuid(), 'x', gen_random_uuid())",
        "update quotas set emails = 1000000",
        "delete from quotas"
      })
  void theProgramsRoleCannot(String sql) {
    assertThatThrownBy(() -> program.sql(sql).query().listOfRows())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void theFunctionsShowAndDoNothingForAnybodyElse() {
    var letters = new Letters(inbox);
    var event = letters.failed(null);
    var letter = letters.letterOf(event);
    var operator = staff("OPERATOR").userId();

    for (var who : List.of(operator, UUID.randomUUID())) {
      assertThat(
              asked(
                  "select count(*) from dead_letters_seen(?, null, null, null, null, null, 9)",
                  who))
          .isEqualTo("0");
      assertThat(
              asked("select count(*) from webhook_events_seen(?, null, null, null, null, 9)", who))
          .isEqualTo("0");
      assertThat(asked("select dead_letters_count(?, null, null, null)", who)).isEqualTo("0");
      assertThat(asked("select webhook_events_count(?, null, null)", who)).isEqualTo("0");
      assertThat(asked("select dead_letter_requeue(?, ?)", who, letter)).isEqualTo("null");
      assertThat(asked("select dead_letter_discard(?, ?, 'x')", who, letter)).isEqualTo("null");
      assertThat(asked("select webhook_again(?, ?)", who, event)).isEqualTo("null");
    }
    assertThat(letters.standing(event)).startsWith("FAILED");
  }

  private String asked(String sql, Object... parameters) {
    return program
        .sql(sql)
        .params(parameters)
        .query((row, number) -> String.valueOf(row.getString(1)))
        .single();
  }

  /** As processes of the version before do, beside those of this one. */
  @Test
  void theProgramMayWriteTheRoleAsItIs() {
    var admin = staff("ADMIN").userId();

    var written =
        program
            .sql("update users set platform_role = 'ADMIN', locale = 'sw' where id = ?")
            .param(admin)
            .update();

    assertThat(written).isOne();
  }

  @Test
  void whatIsWrittenAboutAPersonLeavesTheirRoleAlone() {
    var admin = staff("ADMIN");

    admin.patch("/v1/auth/me", "{\"display_name\":\"Asha M.\"}").expect(200);

    assertThat(admin.get("/v1/auth/me").expect(200).text("/data/platform_role")).isEqualTo("ADMIN");
  }
}
