package com.duespark.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.storage.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class AccountsTest {

  @Autowired Door door;
  @Autowired SecretTokens tokens;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  @Test
  void registrationFoundsABusinessThatItsOwnerCanUse() {
    var person = door.owner();

    var tenant = person.get("/v1/tenant").expect(200);

    assertThat(tenant.text("/data/name")).isEqualTo("Asha Repairs");
    assertThat(tenant.text("/data/currency")).isEqualTo("KES");
    assertThat(tenant.text("/data/timezone")).isEqualTo("Africa/Nairobi");
    assertThat(person.get("/v1/health").text("/data/role")).isEqualTo("OWNER");
    assertThat(person.get("/v1/settings/numbering").data()).hasSize(6);
    assertThat(person.get("/v1/tax-rates").expect(200).text("/data/0/code")).isEqualTo("VAT16");
    assertThat(person.get("/v1/tax-rates").text("/data/0/percent")).isEqualTo("16");
    var me = person.get("/v1/auth/me").expect(200);
    assertThat(me.text("/data/email")).isEqualTo(person.email());
    assertThat(me.text("/data/active/role")).isEqualTo("OWNER");
    assertThat(me.data().path("email_verified").asBoolean()).isFalse();
  }

  @Test
  void aTakenAddressGetsTheSameAnswerAndChangesNothing() {
    var person = door.owner();
    var body =
        """
        {"email":"%s","password":"another long one","display_name":"Eve","business_name":"Eve"}""";

    var fresh = door.stranger().post("/v1/auth/register", body.formatted(door.stranger().email()));
    var taken = door.stranger().post("/v1/auth/register", body.formatted(person.email()));

    assertThat(taken.status()).isEqualTo(fresh.status()).isEqualTo(202);
    assertThat(taken.data()).isEqualTo(fresh.data());
    person.login(Door.PASSWORD).expect(200);
  }

  @Test
  void weakAndCommonPasswordsAreRefused() {
    var person = door.stranger();
    var body =
        """
        {"email":"%s","password":"%s","display_name":"A","business_name":"B"}""";

    var brief = person.post("/v1/auth/register", body.formatted(person.email(), "short"));
    var common = person.post("/v1/auth/register", body.formatted(person.email(), "Password123"));

    assertThat(brief.expect(422).text("/error/details/0/field")).isEqualTo("password");
    assertThat(brief.text("/error/details/0/code")).isEqualTo("SIZE");
    assertThat(common.expect(422).text("/error/details/0/code")).isEqualTo("COMMON_PASSWORD");
  }

  @Test
  void aRefreshTokenWorksOnceAndItsLaterReuseEndsTheSession() {
    var person = door.owner();
    var first = person.login(Door.PASSWORD).expect(200).text("/data/refresh_token");

    var second = refresh(person, first).expect(200);
    var renewed = person.with(second.text("/data/access_token"));
    renewed.get("/v1/health").expect(200);

    moveBack(first, 30);
    refresh(person, first).expect(401);
    renewed.get("/v1/health").expect(401);
    refresh(person, second.text("/data/refresh_token")).expect(401);
    person.get("/v1/health").expect(200);
  }

  @Test
  void aRefreshTokenWhoseAnswerWasLostIsExchangedOnceMore() {
    var person = door.owner();
    var first = person.login(Door.PASSWORD).expect(200).text("/data/refresh_token");
    var lost = refresh(person, first).expect(200).text("/data/refresh_token");

    moveBack(first, 20);
    var repeated = refresh(person, first).expect(200);

    assertThat(repeated.text("/data/refresh_token")).isNotBlank().isNotIn(first, lost);
    var renewed = person.with(repeated.text("/data/access_token"));
    renewed.get("/v1/health").expect(200);
    var next = refresh(person, repeated.text("/data/refresh_token")).expect(200);

    moveBack(first, 10); // repeating did not begin the window anew
    refresh(person, first).expect(401);
    person.with(next.text("/data/access_token")).get("/v1/health").expect(401);
  }

  @Test
  void aLostAnswerOpensNothingAfterLogout() {
    var person = door.owner();
    var first = person.login(Door.PASSWORD).expect(200).text("/data/refresh_token");
    var second = refresh(person, first).expect(200).text("/data/refresh_token");

    person.post("/v1/auth/logout", "{\"refresh_token\":\"%s\"}".formatted(second)).expect(200);

    refresh(person, first).expect(401);
  }

  @Test
  void logoutEndsTheSessionAtOnce() {
    var person = door.owner();
    var login = person.login(Door.PASSWORD);
    var session = person.with(login.text("/data/access_token"));

    session
        .post(
            "/v1/auth/logout",
            "{\"refresh_token\":\"%s\"}".formatted(login.text("/data/refresh_token")))
        .expect(200);

    session.get("/v1/health").expect(401);
  }

  @Test
  void theMailedTokenVerifiesOnceAndIsNotStored() {
    var person = door.owner();
    var mail = mail(person.email(), "VERIFY_EMAIL");
    var body = "{\"token\":\"%s\"}".formatted(mail);

    person.post("/v1/auth/verify-email", body).expect(200);

    assertThat(person.get("/v1/health").data().path("email_verified").asBoolean()).isTrue();
    var again = person.post("/v1/auth/verify-email", body).expect(422);
    assertThat(again.text("/error/details/0/code")).isEqualTo("TOKEN_EXPIRED");
    assertThat(
            owner
                .sql("select count(*) from account_deliveries where request::text like ?")
                .param("%" + mail + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void everyMailIsInTheLedgerTogetherWithItsStart() {
    var person = door.owner();

    var started =
        owner
            .sql(
                """
                select count(*) from account_deliveries d
                join outbox_messages o on o.workflow_id = 'account-mail/' || d.id
                  and o.workflow = 'AccountMail' and o.payload ->> 'delivery_id' = d.id::text
                where d.recipient = ?
                """)
            .param(person.email())
            .query(Long.class)
            .single();

    assertThat(started).isEqualTo(1);
  }

  @Test
  void aResetSetsThePasswordAndEndsAllSessions() {
    var person = door.owner();
    person
        .post("/v1/auth/forgot-password", "{\"email\":\"%s\"}".formatted(person.email()))
        .expect(202);
    var token = mail(person.email(), "RESET_PASSWORD");

    person
        .post(
            "/v1/auth/reset-password",
            "{\"token\":\"%s\",\"password\":\"a brand new secret\"}".formatted(token))
        .expect(200);

    person.get("/v1/health").expect(401);
    person.login(Door.PASSWORD).expect(401);
    person.login("a brand new secret").expect(200);
  }

  @Test
  void anUnknownAddressIsToldTheSameAsAKnownOne() {
    var known = door.owner();
    var stranger = door.stranger();
    var body = "{\"email\":\"%s\"}";

    var first = known.post("/v1/auth/forgot-password", body.formatted(known.email()));
    var second = stranger.post("/v1/auth/forgot-password", body.formatted(stranger.email()));

    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.data()).isEqualTo(first.data());
    assertThat(stranger.login("whatever it is").expect(401).text("/error/message"))
        .isEqualTo(known.login("whatever it is").expect(401).text("/error/message"));
  }

  @Test
  void theFifthFailureLocksForAWhileEvenForTheRightPassword() {
    var person = door.owner();
    for (int i = 0; i < 5; i++) {
      person.login("not the password").expect(401);
    }

    var locked = person.login(Door.PASSWORD).expect(429);

    assertThat(locked.text("/error/details/0/code")).isEqualTo("ACCOUNT_LOCKED");
    assertThat(Integer.parseInt(String.valueOf(locked.header("Retry-After")))).isBetween(1, 30);
    owner
        .sql("update login_brakes set locked_until = now() - interval '1 second' where address = ?")
        .param(tokens.pseudonym(person.email()))
        .update();
    person.login(Door.PASSWORD).expect(200);
  }

  @Test
  void aMemberOfTwoBusinessesSwitches() {
    var first = door.owner();
    var member = door.member(first, "VIEWER");

    assertThat(member.tenantId()).isEqualTo(first.tenantId());
    assertThat(member.get("/v1/auth/me").data().path("memberships")).hasSize(2);
    member
        .post("/v1/auth/switch-tenant", "{\"tenant_id\":\"%s\"}".formatted(UUID.randomUUID()))
        .expect(404);
  }

  @Test
  void aDisabledMemberAndASuspendedBusinessAreRefused() {
    var person = door.owner();
    var member = door.member(person, "STAFF");
    var tenant = person.tenantId();

    owner
        .sql("update tenant_members set status = 'DISABLED' where tenant_id = ? and role = 'STAFF'")
        .param(tenant)
        .update();
    member.get("/v1/health").expect(403);
    person.get("/v1/health").expect(200);
    owner.sql("update tenants set status = 'SUSPENDED' where id = ?").param(tenant).update();
    person.get("/v1/health").expect(403);
  }

  @Test
  void theOwnNameCanBeChanged() {
    var person = door.owner();

    var changed = person.patch("/v1/auth/me", "{\"display_name\":\"Asha W.\"}").expect(200);

    assertThat(changed.text("/data/display_name")).isEqualTo("Asha W.");
    assertThat(changed.text("/data/locale")).isEqualTo("en");
  }

  private String mail(String recipient, String kind) {
    var id =
        owner
            .sql(
                """
                select request ->> 'token_id' from account_deliveries
                where recipient = ? and type = ? order by created_at desc limit 1
                """)
            .params(recipient, kind)
            .query(String.class)
            .single();
    return tokens.token(UUID.fromString(id));
  }

  private static Door.Answer refresh(Door.Person person, String token) {
    return person.post("/v1/auth/refresh", "{\"refresh_token\":\"%s\"}".formatted(token));
  }

  /** Lets time pass since a refresh token was used. */
  private void moveBack(String token, int seconds) {
    owner
        .sql(
            """
            update refresh_tokens set rotated_at = rotated_at - make_interval(secs => ?)
            where token_hash = ?
            """)
        .params(seconds, SecretTokens.hash(token))
        .update();
  }
}
