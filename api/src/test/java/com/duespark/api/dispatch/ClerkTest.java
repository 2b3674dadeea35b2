package com.duespark.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.api.shared.FakeClerk;
import com.duespark.domain.inbox.WebhookEvent;
import com.duespark.domain.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Clerk beside the built-in login: its webhooks, its tokens (AUT-07 to AUT-10, JRN-29). */
@ApiTest
class ClerkTest {

  private static final String SECRET = "c2VjcmV0IG9mIHRoZSBlbmRwb2ludA==";
  private static final FakeClerk CLERK = new FakeClerk();

  @Autowired Door door;
  @Autowired ClerkDispatch clerk;

  private final JdbcClient rows = JdbcClient.create(TestDatabase.owner());
  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final Person stranger;

  ClerkTest(@Autowired Door door) {
    stranger = door.stranger();
  }

  @DynamicPropertySource
  static void both(DynamicPropertyRegistry settings) {
    settings.add("duespark.login.mode", () -> "both");
    settings.add("duespark.login.clerk.issuer", CLERK::issuer);
    settings.add("duespark.login.clerk.origins", () -> FakeClerk.ORIGIN);
    settings.add("duespark.login.clerk.webhook-secret", () -> "whsec_" + SECRET);
    settings.add("duespark.login.clerk.roles.bookkeeper", () -> "VIEWER");
  }

  @AfterAll
  static void stop() {
    CLERK.close();
  }

  // ------------------------------------------------------------------ what Clerk tells

  /** An event that came to the door, and how often. */
  private record Event(String id, String type, String data) {}

  private Event event(String type, String data) {
    return new Event("msg_" + UUID.randomUUID(), type, data);
  }

  private Event user(String name, long at) {
    return user("user.updated", name, at, email(name), "verified");
  }

  private Event user(String type, String name, long at, String email, String status) {
    return event(
        type,
        """
        {"id":"%s","first_name":"%s","last_name":null,"username":null,"updated_at":%d,
         "primary_email_address_id":"idn_1","email_addresses":[
          {"id":"idn_1","email_address":"%s","verification":{"status":"%s"}}]}
        """
            .formatted(id("user", name), name, at, email, status));
  }

  private Event organization(String name, String creator, long at) {
    return event(
        "organization.created",
        """
        {"id":"%s","name":"%s","created_by":"%s","updated_at":%d}
        """
            .formatted(id("org", name), name, id("user", creator), at));
  }

  private Event membership(String organization, String creator, String user, String role, long at) {
    return event(
        "organizationMembership.updated",
        """
        {"id":"%s","role":"org:%s","updated_at":%d,
         "organization":{"id":"%s","name":"%s","created_by":"%s"},
         "public_user_data":{"user_id":"%s"}}
        """
            .formatted(
                membershipId(organization, user),
                role,
                at,
                id("org", organization),
                organization,
                id("user", creator),
                id("user", user)));
  }

  private Event gone(String kind, String id) {
    return event(kind + ".deleted", "{\"id\":\"%s\",\"deleted\":true}".formatted(id));
  }

  private String membershipId(String organization, String user) {
    return id("orgmem", organization + "-" + user);
  }

  private String id(String kind, String name) {
    return kind + "_" + name + "_" + unique;
  }

  private String email(String name) {
    return "%s-%s@example.com".formatted(name, unique);
  }

  private Answer post(Event event, Instant at, String secret) {
    var body =
        "{\"object\":\"event\",\"type\":\"%s\",\"data\":%s}".formatted(event.type(), event.data());
    return stranger.post("/v1/webhooks/clerk", body, signed(event.id(), at, body, secret));
  }

  private static Map<String, String> signed(String id, Instant at, String body, String secret) {
    var seconds = String.valueOf(at.getEpochSecond());
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
      var sum = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
      return Map.of(
          "svix-id",
          id,
          "svix-timestamp",
          seconds,
          "svix-signature",
          "v1,AAAA v1," + Base64.getEncoder().encodeToString(sum));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Posts it and lets it be dispatched, as the dispatcher does. */
  private void tell(Event... events) {
    for (var event : events) {
      post(event, Instant.now(), SECRET).expect(200);
      dispatch(event, 1);
    }
  }

  private void dispatch(Event event, int attempt) {
    rows.sql(
            """
            select id, payload_json::text as payload from webhook_events
            where provider = 'clerk' and provider_event_id = ?
            """)
        .param(event.id())
        .query(
            (row, index) ->
                new WebhookEvent(
                    row.getObject("id", UUID.class),
                    "clerk",
                    event.id(),
                    null,
                    null,
                    row.getString("payload"),
                    attempt,
                    Instant.now()))
        .list()
        .forEach(clerk::dispatch);
  }

  private String status(Event event) {
    return rows.sql("select status from webhook_events where provider_event_id = ?")
        .param(event.id())
        .query(String.class)
        .single();
  }

  private int deadLetters(Event event) {
    return rows.sql(
            """
            select count(*) from dead_letters d join webhook_events w
              on d.entity_ref = 'webhook_event/' || w.id
            where w.provider_event_id = ?
            """)
        .param(event.id())
        .query(Integer.class)
        .single();
  }

  // ------------------------------------------------------------------ who comes by it

  private Person as(String user, @Nullable String organization) {
    return stranger.with(
        CLERK.token(id("user", user), organization == null ? null : id("org", organization)));
  }

  private static String role(Person person) {
    return person.get("/v1/auth/me").expect(200).text("/data/active/role");
  }

  /** An owner and a member of an organisation that is a business. */
  private void shop() {
    tell(
        user("asha", 1),
        organization("shop", "asha", 1),
        membership("shop", "asha", "asha", "admin", 1),
        user("ben", 1),
        membership("shop", "asha", "ben", "member", 1));
  }

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
    var old = stranger.with(CLERK.oldToken(id("user", "ben"), id("org", "cafe")));
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
    stranger.post("/v1/webhooks/clerk", "{}").expect(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{", "{\"type\":\"user.created\"}"})
  void whatIsSignedAndNoEventIsRefused(String body) {
    stranger
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
}
