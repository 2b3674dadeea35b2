package com.duespark.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of accounts by what Clerk tells. */
@ApiTest
class ClerkPeopleTest extends ClerkBeside {

  // ------------------------------------------------------------------ the door

  @Test
  void anEventIsKeptOnceHoweverOftenItComes() {
    var asha = user("asha", 1);

    tell(asha, asha);

    assertThat(
            rows.sql("select count(*) from webhook_events where provider_event_id = ?")
                .param(asha.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(
            rows.sql("select count(*) from users where email = ?")
                .param(email("asha"))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void aMessageOfAnotherTimeIsRefused(long seconds) {
    post(user("asha", 1), Instant.now().plusSeconds(seconds), SECRET).expect(401);
  }

  @Test
  void anotherSecretsMessageIsRefused() {
    post(user("asha", 1), Instant.now(), "YW5vdGhlciBzZWNyZXQ=").expect(401);
    stranger().post("/v1/webhooks/clerk", "{}").expect(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{", "{\"type\":\"user.created\"}"})
  void whatIsSignedAndNoEventIsRefused(String body) {
    stranger()
        .post("/v1/webhooks/clerk", body, signed("msg_odd", Instant.now(), body, SECRET))
        .expect(400);
  }

  @Test
  void whatCannotBeReadIsADeadLetter() {
    var odd = event("user.created", "{\"id\":\"user_odd\"}");

    tell(odd);

    assertThat(status(odd)).isEqualTo("FAILED");
    assertThat(deadLetters(odd)).isEqualTo(1);
  }

  @Test
  void whatIsNotFollowedIsIgnored() {
    var session = event("session.created", "{\"id\":\"sess_1\"}");

    tell(session);

    assertThat(status(session)).isEqualTo("IGNORED");
  }

  // ------------------------------------------------------------------ people

  @Test
  void theAccountOfAConfirmedAddressIsTaken() {
    var owner = door.verifiedOwner();

    tell(user("user.created", "asha", 1, owner.email(), "verified"));

    var me = as("asha", null).get("/v1/auth/me").expect(200);
    assertThat(me.text("/data/email")).isEqualTo(owner.email());
    assertThat(me.data().path("memberships")).hasSize(1);
    owner.login(Door.PASSWORD).expect(200); // its password was its own
  }

  @Test
  void aPasswordThatSomebodySetForAnAddressNobodyHadConfirmedIsGone() {
    var squatter = door.owner();

    tell(user("user.created", "asha", 1, squatter.email(), "verified"));

    as("asha", null).get("/v1/auth/me").expect(200);
    squatter.get("/v1/tenant").expect(401);
    squatter.login(Door.PASSWORD).expect(401);
  }

  @Test
  void anAddressThatClerkHasNotConfirmedOpensNoAccount() {
    var owner = door.verifiedOwner();
    var claim = user("user.created", "eve", 1, owner.email(), "unverified");

    var fresh = user("user.created", "mallory", 1, email("mallory"), "unverified");

    tell(claim, fresh);

    assertThat(List.of(status(claim), status(fresh))).containsOnly("IGNORED");
    as("mallory", null).get("/v1/auth/me").expect(403);
    as("eve", null).get("/v1/auth/me").expect(403);
    tell(user("user.updated", "eve", 2, owner.email(), "verified"));
    as("eve", null).get("/v1/auth/me").expect(200);
  }

  @Test
  void nameAndAddressFollowClerkUnlessTheAddressIsTaken() {
    var other = door.owner();
    tell(user("asha", 1));

    tell(user("user.updated", "asha", 2, "new-" + email("asha"), "verified"));
    assertThat(as("asha", null).get("/v1/auth/me").expect(200).text("/data/email"))
        .isEqualTo("new-" + email("asha"));

    tell(user("user.updated", "asha", 3, other.email(), "verified"));
    assertThat(as("asha", null).get("/v1/auth/me").expect(200).text("/data/email"))
        .isEqualTo("new-" + email("asha"));
  }

  @Test
  void whoeverIsDeletedIsKnownNoMore() {
    shop();
    var ben = as("ben", "shop");

    tell(gone("user", id("user", "ben")), user("ben", 9));

    ben.get("/v1/auth/me").expect(403);
    assertThat(as("asha", "shop").get("/v1/members").expect(200).data()).hasSize(1);
  }

  // ------------------------------------------------------------------ the log

  @Test
  void whatClerkDoesToAnAccountIsInTheLogOfEachOfItsBusinesses() {
    var squatter = door.owner();
    var first = squatter.tenantId();
    var other = door.owner();
    var second = other.tenantId();
    member(second, squatter.userId());

    tell(
        user("user.created", "asha", 1, squatter.email(), "verified"),
        user("user.updated", "asha", 2, squatter.email(), "verified"),
        user("user.updated", "asha", 3, "new-" + squatter.email(), "verified"),
        gone("user", id("user", "asha")));

    var acts =
        List.of(
            "auth.identity_linked",
            "auth.password_ended",
            "auth.account_updated", // the name that Clerk knows
            "auth.account_updated",
            "auth.identity_unlinked");
    assertThat(told(first)).isEqualTo(acts);
    assertThat(told(second)).isEqualTo(acts);
    assertThat(
            rows.sql(
                    """
                    select before ->> 'email' || ' ' || (after ->> 'email') from audit_log
                    where tenant_id = ? and action = 'auth.account_updated'
                      and before ->> 'email' <> after ->> 'email'
                    """)
                .param(first)
                .query(String.class)
                .single())
        .isEqualTo(squatter.email() + " new-" + squatter.email());
    var entry = other.get("/v1/audit-log?entity_type=user&limit=1").expect(200);
    assertThat(entry.text("/data/0/sentence")).isEqualTo("Clerk unlinked the account of asha");
    assertThat(entry.text("/data/0/actor/kind")).isEqualTo("PROVIDER");
  }

  @Test
  void whatChangesNothingIsNoEntry() {
    shop();
    var tenant = as("asha", "shop").tenantId();
    var before = told(tenant);

    tell(user("asha", 2), user("asha", 2), user("asha", 1));

    assertThat(told(tenant)).isEqualTo(before).doesNotContain("auth.account_updated");
  }

  @Test
  void anAccountWithAPasswordOfItsOwnKeepsIt() {
    var owner = door.verifiedOwner();

    tell(user("user.created", "asha", 1, owner.email(), "verified"));

    assertThat(told(owner.tenantId())).containsExactly("auth.identity_linked");
    owner.login(Door.PASSWORD).expect(200);
  }

  private void member(UUID tenant, UUID user) {
    rows.sql(
            """
            insert into tenant_members (id, tenant_id, user_id, role)
            values (gen_random_uuid(), ?, ?, 'STAFF')
            """)
        .params(tenant, user)
        .update();
  }
}
