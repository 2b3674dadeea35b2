package com.duespark.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.domain.secrets.SecretTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes by Clerk, and into which business. */
@ApiTest
class ClerkSignInTest extends ClerkBeside {

  @Autowired SecretTokens tokens;

  @Test
  void whoeverSignsInByClerkIsInTheBusinessOfTheActiveOrganisation() {
    shop();
    tell(organization("cafe", "ben", 1), membership("cafe", "ben", "ben", "admin", 1));

    var inShop = as("ben", "shop");
    var inCafe = as("ben", "cafe");

    assertThat(inShop.get("/v1/tenant").expect(200).text("/data/name")).isEqualTo("shop");
    assertThat(inCafe.get("/v1/tenant").expect(200).text("/data/name")).isEqualTo("cafe");
    assertThat(role(inShop)).isEqualTo("STAFF");
    assertThat(role(inCafe)).isEqualTo("OWNER");
    assertThat(inShop.get("/v1/auth/me").expect(200).data().path("memberships")).hasSize(2);
    var old = stranger().with(CLERK.oldToken(id("user", "ben"), id("org", "cafe")));
    assertThat(old.tenantId()).isEqualTo(inCafe.tenantId()).isNotEqualTo(inShop.tenantId());
  }

  @Test
  void anOrganisationWithoutATenantIsRefused() {
    shop();

    for (var person : List.of(as("ben", "nobody"), as("unknown", "nobody"))) {
      var refused = person.get("/v1/tenant").expect(403);

      assertThat(refused.text("/error/code")).isEqualTo("FORBIDDEN");
      assertThat(refused.text("/error/message")).isEqualTo("Tenant not initialized");
    }
  }

  @Test
  void withoutAnActiveOrganisationOneIsAskedFor() {
    shop();
    var nowhere = as("ben", null);

    var refused = nowhere.get("/v1/tenant").expect(403);

    assertThat(refused.text("/error/message")).contains("organisation");
    assertThat(refused.text("/error/details/0/code")).isEqualTo("ORGANIZATION_REQUIRED");
    assertThat(nowhere.get("/v1/auth/me").expect(200).data().path("active").isNull()).isTrue();
  }

  @Test
  void whoIsNoMemberIsRefusedWhateverTheTokenSays() {
    shop();
    tell(user("carl", 1));

    var carl = as("carl", "shop").get("/v1/tenant").expect(403);
    var unknown = as("dora", "shop").get("/v1/auth/me").expect(403);

    assertThat(carl.text("/error/message")).isEqualTo("You are not a member of this business");
    assertThat(unknown.text("/error/message")).isEqualTo("Your account is not set up here yet");
  }

  @Test
  void theRoleIsTheDatabasesAndNotTheTokens() {
    shop();
    var ben = as("ben", "shop"); // an administrator, says the token

    ben.patch("/v1/tenant", "{\"name\":\"Mine\"}").expect(403);
    tell(membership("shop", "asha", "ben", "admin", 2));
    ben.patch("/v1/tenant", "{\"name\":\"Ours\"}").expect(200);

    assertThat(role(ben)).isEqualTo("ADMIN");
  }

  @Test
  void whoeverIsRemovedIsRefusedFromTheNextRequestOn() {
    shop();
    var ben = as("ben", "shop");
    ben.get("/v1/tenant").expect(200);

    tell(gone("organizationMembership", membershipId("shop", "ben")));

    ben.get("/v1/tenant").expect(403);
    ben.get("/v1/contacts").expect(403);
    assertThat(as("asha", "shop").get("/v1/members").expect(200).data()).hasSize(1);
  }

  @Test
  void disabledAndSuspendedAreRefused() {
    shop();
    var asha = as("asha", "shop");
    var ben = as("ben", "shop");

    rows.sql("update tenant_members set status = 'DISABLED' where clerk_membership_id = ?")
        .param(membershipId("shop", "ben"))
        .update();
    ben.get("/v1/tenant").expect(403);
    tell(membership("shop", "asha", "ben", "admin", 2));
    ben.get("/v1/tenant").expect(403);

    rows.sql("update tenants set status = 'SUSPENDED' where clerk_org_id = ?")
        .param(id("org", "shop"))
        .update();
    asha.get("/v1/tenant").expect(403);

    rows.sql("update users set status = 'DISABLED' where email = ?").param(email("asha")).update();
    asha.get("/v1/auth/me").expect(401);
  }

  @Test
  void staffOfThePlatformCountByWhenClerkSawThemProveWhoTheyAre() {
    shop();
    rows.sql("update users set platform_role = 'ADMIN' where email = ?")
        .param(email("ben"))
        .update();

    for (var refused :
        List.of(CLERK.token(id("user", "ben"), 721), CLERK.token(id("user", "ben"), -1))) {
      assertThat(
              stranger()
                  .with(refused)
                  .get("/v1/admin/dead-letters")
                  .expect(403)
                  .text("/error/details/0/code"))
          .isEqualTo("LOGIN_TOO_OLD");
    }
    as("ben", "shop").get("/v1/admin/dead-letters").expect(403);
    stranger().with(CLERK.token(id("user", "ben"), 719)).get("/v1/admin/dead-letters").expect(200);
  }

  @Test
  void theBuiltInLoginGoesOnBesideIt() {
    shop();
    var owner = door.owner();

    owner.get("/v1/tenant").expect(200);
    owner.post("/v1/auth/logout-everywhere", "{}").expect(200);
    owner.get("/v1/tenant").expect(401);
  }

  @Test
  void whatClerkDoesIsDoneThere() {
    shop();
    var asha = as("asha", "shop");
    var tenant = asha.tenantId();

    for (var answer :
        List.of(
            asha.post("/v1/auth/switch-tenant", "{\"tenant_id\":\"%s\"}".formatted(tenant)),
            asha.post("/v1/auth/logout-everywhere", "{}"),
            asha.post("/v1/tenants", "{\"name\":\"Another\"}"))) {
      assertThat(answer.expect(409).text("/error/details/0/code")).isEqualTo("SIGNED_IN_BY_CLERK");
    }
  }

  @Test
  void workIsDoneInTheNameOfWhoeverSignedIn() {
    shop();
    var ben = as("ben", "shop");

    ben.post("/v1/contacts", "{\"display_name\":\"Debtor\",\"email\":\"d@example.com\"}")
        .expect(201);

    assertThat(
            rows.sql(
                    """
                    select u.email from audit_log a join users u on u.id::text = a.actor
                    where a.tenant_id = ? and a.action = 'contact.created'
                    """)
                .param(ben.tenantId())
                .query(String.class)
                .single())
        .isEqualTo(email("ben"));
    assertThat(
            rows.sql("select last_seen_at is not null from tenant_members where user_id = ?")
                .param(ben.userId())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whoeverCameByClerkJoinsThereAndNotByALinkOfOurs() {
    shop();
    var inviter = door.verifiedOwner();
    inviter
        .post("/v1/members", "{\"email\":\"%s\",\"role\":\"STAFF\"}".formatted(email("ben")))
        .expect(201);
    var accept = "{\"token\":\"%s\"}".formatted(invitation(email("ben")));

    var refused = as("ben", "shop").post("/v1/invitations/accept", accept).expect(409);
    var nowhere = as("ben", null).post("/v1/invitations/accept", accept).expect(409);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("SIGNED_IN_BY_CLERK");
    assertThat(nowhere.text("/error/details/0/code")).isEqualTo("SIGNED_IN_BY_CLERK");
    assertThat(inviter.get("/v1/members").expect(200).text("/data/1/status")).isEqualTo("INVITED");
    assertThat(stranger().get("/v1/auth/mode").expect(200).text("/data/mode")).isEqualTo("BOTH");
  }

  /** The secret of the mail. */
  private String invitation(String email) {
    return tokens.token(
        rows.sql(
                """
                select (request ->> 'token_id')::uuid from account_deliveries
                where recipient = ? and type = 'INVITATION'
                """)
            .param(email)
            .query(UUID.class)
            .single());
  }
}
