package com.duespark.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of businesses and their members by what Clerk tells, in any order. */
@ApiTest
class ClerkTeamsTest extends ClerkBeside {

  // ------------------------------------------------------------------ teams

  @ParameterizedTest
  @CsvSource({
    "admin, ADMIN",
    "owner, OWNER",
    "agent, AGENT",
    "bookkeeper, VIEWER",
    "stranger, VIEWER"
  })
  void rolesAreMapped(String clerks, String ours) {
    shop();

    tell(membership("shop", "asha", "ben", clerks, 2));

    assertThat(role(as("ben", "shop"))).isEqualTo(ours);
  }

  @Test
  void aRoleGivenHereStandsUntilTheOneAtClerkChanges() {
    shop();
    var asha = as("asha", "shop");
    var ben = as("ben", "shop");
    var member = ben.get("/v1/auth/me").expect(200).text("/data/active/member_id");
    asha.patch("/v1/members/" + member, "{\"role\":\"VIEWER\"}").expect(200);

    tell(membership("shop", "asha", "ben", "member", 2));
    assertThat(role(ben)).isEqualTo("VIEWER");

    tell(membership("shop", "asha", "ben", "agent", 3));
    assertThat(role(ben)).isEqualTo("AGENT");
  }

  @Test
  void theLastOwnerStaysWhoeverElseAdministersAndAPersonDecides() {
    shop();
    var demoted = membership("shop", "asha", "asha", "member", 2);
    var removed = gone("organizationMembership", membershipId("shop", "asha"));

    tell(membership("shop", "asha", "ben", "admin", 2), demoted, removed);

    assertThat(role(as("asha", "shop"))).isEqualTo("OWNER");
    assertThat(role(as("ben", "shop"))).isEqualTo("ADMIN");
    assertThat(List.of(status(demoted), status(removed))).containsOnly("FAILED");
    assertThat(deadLetters(removed)).isEqualTo(1);
  }

  @Test
  void whatAPersonHadToSettleFirstIsTakenTheNextTime() {
    shop();
    var asha = as("asha", "shop");
    var ben = as("ben", "shop").get("/v1/auth/me").expect(200).text("/data/active/member_id");
    tell(membership("shop", "asha", "asha", "member", 2));
    asha.patch("/v1/members/" + ben, "{\"role\":\"OWNER\"}").expect(200);

    tell(membership("shop", "asha", "asha", "member", 3));

    assertThat(role(asha)).isEqualTo("STAFF");
  }

  @Test
  void whoeverCameBackAsSomebodyNewKeepsTheirPlaceThoughTheDeletionComesLate() {
    shop();

    tell(
        user("user.created", "ben2", 1, email("ben"), "verified"),
        membership("shop", "asha", "ben2", "admin", 2),
        gone("user", id("user", "ben")));

    assertThat(role(as("ben2", "shop"))).isEqualTo("ADMIN");
    as("ben", "shop").get("/v1/tenant").expect(403);
  }

  @Test
  void whoeverComesBackIsAMemberAgain() {
    shop();
    tell(gone("organizationMembership", membershipId("shop", "ben")));

    tell(
        event(
            "organizationMembership.created",
            membership("shop", "asha", "ben", "member", 3)
                .data()
                .replace(membershipId("shop", "ben"), id("orgmem", "again"))));
    tell(membership("shop", "asha", "ben", "admin", 9)); // of the membership that is gone

    assertThat(role(as("ben", "shop"))).isEqualTo("STAFF");
  }

  @Test
  void whoeverIsRemovedHereStaysOutUntilThereIsAnotherMembership() {
    shop();
    var ben = as("ben", "shop");
    var member = ben.get("/v1/auth/me").expect(200).text("/data/active/member_id");
    as("asha", "shop").delete("/v1/members/" + member).expect(200);
    var late = membership("shop", "asha", "ben", "admin", 2);

    tell(late);
    assertThat(status(late)).isEqualTo("IGNORED");
    ben.get("/v1/tenant").expect(403);

    tell(
        gone("organizationMembership", membershipId("shop", "ben")),
        event(
            "organizationMembership.created",
            late.data().replace(membershipId("shop", "ben"), id("orgmem", "again"))));
    assertThat(role(ben)).isEqualTo("ADMIN");
  }

  @Test
  void anOpenInvitationIsUsedUp() {
    shop();
    var asha = as("asha", "shop");
    asha.post("/v1/members", "{\"email\":\"%s\",\"role\":\"VIEWER\"}".formatted(email("carl")))
        .expect(201);

    tell(user("carl", 1), membership("shop", "asha", "carl", "admin", 1));

    assertThat(role(as("carl", "shop"))).isEqualTo("ADMIN");
    assertThat(asha.get("/v1/members").expect(200).data()).hasSize(3);
  }

  // ------------------------------------------------------------------ organisations

  @Test
  void aBusinessThatIsHereBecomesAnOrganisation() {
    var owner = door.verifiedOwner();
    var business = owner.tenantId();
    var told =
        event(
            "organization.created",
            """
            {"id":"%s","name":"Asha","created_by":null,"updated_at":1,
             "public_metadata":{"duespark_tenant_id":"%s"}}
            """
                .formatted(id("org", "asha"), business));

    tell(user("user.created", "asha", 1, owner.email(), "verified"), told);

    assertThat(as("asha", "asha").tenantId()).isEqualTo(business);
    assertThat(owner.tenantId()).isEqualTo(business);
    var second =
        event("organization.created", told.data().replace(id("org", "asha"), id("org", "thief")));
    tell(second);
    assertThat(status(second)).isEqualTo("FAILED");
    as("asha", "thief").get("/v1/tenant").expect(403);
  }

  @Test
  void anOrganisationThatNobodyMadeIsFoundedByItsFirstAdministrator() {
    var data = organization("shop", "", 1).data().replace("\"" + id("user", "") + "\"", "null");
    var member =
        membership("shop", "", "asha", "member", 1)
            .data()
            .replace("\"created_by\":\"" + id("user", "") + "\"", "\"created_by\":null");
    var waiting = event("organizationMembership.created", member);

    tell(user("asha", 1), event("organization.created", data), waiting);
    assertThat(status(waiting)).isEqualTo("RECEIVED");
    tell(
        event(
            "organizationMembership.updated",
            member
                .replace("org:member", "org:admin")
                .replace("\"updated_at\":1", "\"updated_at\":2")));

    assertThat(role(as("asha", "shop"))).isEqualTo("OWNER");
  }

  @Test
  void aDeletedOrganisationOpensNothingAndItsBusinessStays() {
    shop();
    var asha = as("asha", "shop");
    var tenant = asha.tenantId();

    tell(gone("organization", id("org", "shop")), organization("shop", "asha", 9));
    tell(gone("organizationMembership", membershipId("shop", "asha")));

    assertThat(asha.get("/v1/tenant").expect(403).text("/error/message"))
        .isEqualTo("Tenant not initialized");
    assertThat(
            rows.sql(
                    """
                    select count(*) from tenant_members
                    where tenant_id = ? and deleted_at is null
                    """)
                .param(tenant)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  // ------------------------------------------------------------------ order

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void eventsInAnyOrderAndTwiceLeadToTheSame(long seed) {
    var events =
        new ArrayList<>(
            List.of(
                user("asha", 1),
                user("ben", 1),
                user("ben", 5),
                organization("shop", "asha", 1),
                membership("shop", "asha", "asha", "admin", 1),
                membership("shop", "asha", "ben", "member", 1),
                membership("shop", "asha", "ben", "viewer", 7),
                membership("shop", "asha", "ben", "admin", 4),
                user("carl", 1),
                membership("shop", "asha", "carl", "member", 1),
                gone("organizationMembership", membershipId("shop", "carl"))));
    Collections.shuffle(events, new Random(seed));

    events.forEach(this::tell);
    for (int round = 2; round < 8; round++) {
      for (var event : events) {
        dispatch(event, round);
      }
    }

    assertThat(role(as("asha", "shop"))).isEqualTo("OWNER");
    assertThat(role(as("ben", "shop"))).isEqualTo("VIEWER");
    as("carl", "shop").get("/v1/tenant").expect(403);
    assertThat(events).extracting(this::status).doesNotContain("FAILED", "RECEIVED");
    assertThat(
            rows.sql(
                    """
                    select count(*) from audit_log a join tenants t on t.id = a.tenant_id
                    where t.clerk_org_id = ? and a.action = 'member.created'
                    """)
                .param(id("org", "shop"))
                .query(Integer.class)
                .single())
        .isBetween(2, 3);
  }

  @Test
  void anEventWaitsForWhomItSpeaksOfButNotForEver() {
    var early = membership("shop", "asha", "ben", "member", 1);

    tell(early);
    assertThat(status(early)).isEqualTo("RECEIVED");

    dispatch(early, 25);
    assertThat(status(early)).isEqualTo("FAILED");
    assertThat(deadLetters(early)).isEqualTo(1);
  }
}
