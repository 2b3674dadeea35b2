package com.duespark.api.apikeys;

import static com.duespark.domain.apikeys.Scope.CONTACTS_READ;
import static com.duespark.domain.apikeys.Scope.CONTACTS_WRITE;
import static com.duespark.domain.apikeys.Scope.INVOICES_READ;
import static com.duespark.domain.apikeys.Scope.INVOICES_WRITE;
import static com.duespark.domain.apikeys.Scope.SETTINGS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.domain.apikeys.ApiKeySecret;
import com.duespark.domain.apikeys.ApiKeys;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.storage.TestDatabase;
import com.duespark.domain.tenants.TenantKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class ApiKeysTest {

  private static final String CONTACT = "{\"display_name\":\"Savanna Bloom\"}";

  @Autowired Sealed box;
  @Autowired Door door;

  private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

  @Test
  void aKeyIsShownOnceAndKeptAsAHash() {
    var owner = door.verifiedOwner();

    var created = Programs.create(owner, INVOICES_READ, CONTACTS_READ);
    var secret = created.text("/data/secret");
    var listed = owner.get("/v1/api-keys").expect(200);

    assertThat(secret).matches("dsk_live_[A-Za-z0-9_-]{43}");
    assertThat(listed.data()).hasSize(1);
    assertThat(listed.text("/data/0/prefix")).isEqualTo("dsk_live_");
    assertThat(listed.text("/data/0/last_four")).isEqualTo(secret.substring(secret.length() - 4));
    assertThat(listed.body().at("/data/0/scopes").toString())
        .isEqualTo("[\"contacts:read\",\"invoices:read\"]");
    assertThat(listed.text("/data/0/created_by_name")).isEqualTo("Asha");
    assertThat(listed.text("/data/0/status")).isEqualTo("ACTIVE");
    assertThat(listed.body().toString()).doesNotContain(secret);
    assertThat(database.sql("select k::text from api_keys k").query(String.class).list())
        .noneMatch(row -> row.contains(secret));
    assertThat(
            database
                .sql("select key_hash from api_keys where id = ?")
                .param(UUID.fromString(created.text("/data/key/id")))
                .query(byte[].class)
                .single())
        .isEqualTo(ApiKeySecret.hash(secret));
  }

  @Test
  void aKeyNeverPrintsItself() {
    var secret = ApiKeySecret.draw(TenantKind.TEST);

    assertThat(secret.reveal()).matches("dsk_test_[A-Za-z0-9_-]{43}");
    assertThat(secret).hasToString("***");
  }

  @Test
  void aTestBusinesssKeySaysSo() {
    var person = door.verifiedOwner();
    var body = "{\"name\":\"Try\",\"kind\":\"TEST\",\"country\":\"KE\"}";
    var business = person.post("/v1/tenants", body).expect(201).text("/data/id");
    var answer =
        person.post("/v1/auth/switch-tenant", "{\"tenant_id\":\"%s\"}".formatted(business));
    var there = person.with(answer.expect(200).text("/data/access_token"));

    var secret = Programs.key(there, SETTINGS_READ);

    assertThat(secret).startsWith("dsk_test_");
    assertThat(there.with(secret).get("/v1/tenant").expect(200).text("/data/id"))
        .isEqualTo(business);
  }

  @ParameterizedTest
  @CsvSource({"ADMIN, 200, 201", "STAFF, 403, 403", "AGENT, 403, 403", "VIEWER, 403, 403"})
  void ownersAndAdminsAloneRuleKeys(String role, int read, int create) {
    var owner = door.verifiedOwner();
    var member = door.member(owner, role);
    door.verify(member);
    var id = Programs.create(owner, CONTACTS_READ).text("/data/key/id");

    member.get("/v1/api-keys").expect(read);
    member.post("/v1/api-keys", Programs.body(CONTACTS_READ)).expect(create);
    member.delete("/v1/api-keys/" + id).expect(read);
  }

  @Test
  void anotherBusinessesKeysAreNotThereAndAKeyStaysInItsOwn() {
    var mine = door.verifiedOwner();
    var theirs = door.verifiedOwner();
    var id = Programs.create(theirs, CONTACTS_READ).text("/data/key/id");
    var contact = theirs.post("/v1/contacts", CONTACT).expect(201).text("/data/id");
    var program = mine.with(Programs.key(mine, CONTACTS_READ, CONTACTS_WRITE));

    var refused = mine.delete("/v1/api-keys/" + id).expect(404);
    var unknown = mine.delete("/v1/api-keys/" + UUID.randomUUID()).expect(404);

    assertThat(refused.body().path("error")).isEqualTo(unknown.body().path("error"));
    assertThat(mine.get("/v1/api-keys").data()).hasSize(1);
    assertThat(program.get("/v1/contacts").expect(200).data()).isEmpty();
    program.get("/v1/contacts/" + contact).expect(404);
    program.patch("/v1/contacts/" + contact, "{\"notes\":\"x\"}").expect(404);
  }

  @Test
  void whatAKeyDoesIsDoneInItsOwnName() {
    var owner = door.verifiedOwner();
    var created = Programs.create(owner, CONTACTS_READ, CONTACTS_WRITE);
    var actor = "api_key:" + created.text("/data/key/id");
    var program = owner.with(created.text("/data/secret"));

    var contact = program.post("/v1/contacts", CONTACT).expect(201).text("/data/id");
    program.post("/v1/api-keys", Programs.body(CONTACTS_READ)).expect(403);

    assertThat(
            database
                .sql("select actor from audit_log where entity_id = ?")
                .param(UUID.fromString(contact))
                .query(String.class)
                .list())
        .containsExactly(actor);
    assertThat(
            database
                .sql(
                    """
                    select event_name || ' ' || source || ' ' || coalesce(properties ->> 'role', '')
                    from analytics_events where tenant_id = ? and source = 'api' order by id
                    """)
                .param(owner.tenantId())
                .query(String.class)
                .list())
        .containsExactly("contacts.created api ", "security.permission_denied api API_KEY");
  }

  @Test
  void makingAndRevokingIsAuditedOnce() {
    var owner = door.verifiedOwner();
    var created = Programs.create(owner, CONTACTS_READ);
    var id = created.text("/data/key/id");

    owner.delete("/v1/api-keys/" + id).expect(200);
    var again = owner.delete("/v1/api-keys/" + id).expect(200);

    assertThat(again.text("/data/status")).isEqualTo("REVOKED");
    assertThat(
            database
                .sql("select action from audit_log where entity_id = ? and actor = ? order by id")
                .params(UUID.fromString(id), owner.userId().toString())
                .query(String.class)
                .list())
        .containsExactly("api_key.created", "api_key.revoked");
    assertThat(
            database
                .sql(
                    """
                    select event_name from analytics_events
                    where properties ->> 'api_key_id' = ? order by id
                    """)
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("api_key.created", "api_key.revoked");
    assertThat(
            database
                .sql("select before::text || after::text from audit_log where entity_id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .list())
        .noneMatch(entry -> entry != null && entry.contains(created.text("/data/secret")));
  }

  @Test
  void aRevokedKeyIsRefusedAtOnce() {
    var owner = door.verifiedOwner();
    var created = Programs.create(owner, CONTACTS_READ);
    var program = owner.with(created.text("/data/secret"));
    program.get("/v1/contacts").expect(200);

    owner.delete("/v1/api-keys/" + created.text("/data/key/id")).expect(200);

    program.get("/v1/contacts").expect(401);
  }

  @Test
  void anExpiredKeyIsRefused() {
    var owner = door.verifiedOwner();
    var created = Programs.create(owner, CONTACTS_READ);
    var id = UUID.fromString(created.text("/data/key/id"));

    database.sql("update api_keys set expires_at = now() where id = ?").param(id).update();

    owner.with(created.text("/data/secret")).get("/v1/contacts").expect(401);
    assertThat(owner.get("/v1/api-keys").text("/data/0/status")).isEqualTo("EXPIRED");
  }

  @Test
  void theKeyOfASuspendedBusinessIsRefused() {
    var owner = door.verifiedOwner();
    var tenant = owner.tenantId();
    var program = owner.with(Programs.key(owner, CONTACTS_READ));

    database.sql("update tenants set status = 'SUSPENDED' where id = ?").param(tenant).update();

    var refused = program.get("/v1/contacts").expect(403);
    program.get("/v1/auth/me").expect(403);
    assertThat(refused.text("/error/message")).isEqualTo("This business is suspended");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"role = 'STAFF'", "role = 'VIEWER'", "status = 'DISABLED'", "deleted_at = now()"})
  void aKeyWorksOnlyWhileWhoeverMadeItIsAnOwnerOrAdmin(String change) {
    var owner = door.verifiedOwner();
    var admin = door.member(owner, "ADMIN");
    var created = Programs.create(admin, CONTACTS_READ);
    var program = admin.with(created.text("/data/secret"));
    var user = admin.userId();
    program.get("/v1/contacts").expect(200);

    member(owner, user, change);
    program.get("/v1/contacts").expect(401);
    var shown = owner.get("/v1/api-keys").text("/data/0/status");
    member(owner, user, "role = 'ADMIN', status = 'ACTIVE', deleted_at = null");

    assertThat(shown).isEqualTo("MAKER_LEFT");
    program.get("/v1/contacts").expect(200);
  }

  private void member(Door.Person owner, UUID user, String change) {
    database
        .sql("update tenant_members set " + change + " where tenant_id = ? and user_id = ?")
        .params(owner.tenantId(), user)
        .update();
  }

  @Test
  void aWrongKeyAnUnknownOneAndARevokedOneAreAnsweredAlike() {
    var owner = door.verifiedOwner();
    var created = Programs.create(owner, CONTACTS_READ);
    var secret = created.text("/data/secret");
    owner.delete("/v1/api-keys/" + created.text("/data/key/id")).expect(200);
    var wrong = secret.substring(0, secret.length() - 1) + (secret.endsWith("A") ? "B" : "A");

    var revoked = owner.with(secret).get("/v1/contacts").expect(401);
    var answers =
        new Door.Answer[] {
          owner.with(wrong).get("/v1/contacts").expect(401),
          owner.with("dsk_live_").get("/v1/contacts").expect(401),
          owner.with(ApiKeySecret.draw(TenantKind.LIVE).reveal()).get("/v1/contacts").expect(401)
        };

    assertThat(revoked.text("/error/code")).isEqualTo("UNAUTHORIZED");
    assertThat(revoked.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.body().path("error")).isEqualTo(revoked.body().path("error")));
  }

  @Test
  void wrongKeysAreCountedAgainstTheirAddressAndARightOneStillOpens() {
    var owner = door.verifiedOwner();
    var program = owner.with(Programs.key(owner, CONTACTS_READ));
    var wrong = owner.with(ApiKeySecret.draw(TenantKind.LIVE).reveal());

    int tries = 0;
    Door.Answer answer;
    do {
      answer = wrong.get("/v1/contacts");
      tries++;
    } while (answer.status() == 401 && tries < 30);

    assertThat(answer.expect(429).header("Retry-After")).isNotNull();
    assertThat(tries).isGreaterThan(10);
    program.get("/v1/contacts").expect(200);
    owner.login(Door.PASSWORD).expect(200);
  }

  @Test
  void aKeyIsLimitedPerMinuteAndItsMakerIsNot() {
    var owner = door.verifiedOwner();
    var program = owner.with(Programs.key(owner, CONTACTS_READ));

    int calls = 0;
    Door.Answer answer;
    do {
      answer = program.get("/v1/contacts?limit=1");
      calls++;
    } while (answer.status() == 200 && calls < 300);

    assertThat(answer.expect(429).text("/error/code")).isEqualTo("RATE_LIMITED");
    assertThat(calls).isGreaterThan(120);
    owner.get("/v1/contacts").expect(200);
  }

  @Test
  void theKeysAndPeopleOfABusinessShareItsLimit() {
    var owner = door.verifiedOwner();
    var tenant = owner.tenantId().toString();
    var program = owner.with(Programs.key(owner, CONTACTS_READ));
    program.get("/v1/contacts").expect(200);

    // this minute and the next, as if other keys had used them up
    for (var ahead : new String[] {"0 minutes", "1 minute"}) {
      database
          .sql(
              """
              insert into rate_windows (scope, window_start, taken)
              select 'api/tenant/' || ?,
                date_bin('1 minute', now() + ?::interval, timestamptz '2020-01-01'), 600
              on conflict (scope, window_start) do update set taken = 600
              """)
          .params(tenant, ahead)
          .update();
    }

    assertThat(program.get("/v1/contacts").expect(429).header("Retry-After")).isNotNull();
  }

  @Test
  void aKeyInACookieOrASessionsPlaceOpensNothing() {
    var owner = door.verifiedOwner();
    var secret = Programs.key(owner, CONTACTS_READ);
    var nobody = owner.with(null);

    nobody.get("/v1/contacts", Map.of("Cookie", "duespark_session=" + secret)).expect(401);
    nobody.get("/v1/contacts?access_token=" + secret).expect(401);
    nobody.post("/v1/auth/refresh", "{\"refresh_token\":\"%s\"}".formatted(secret)).expect(401);
    nobody.get("/v1/contacts", Map.of("Authorization", "bearer " + secret)).expect(200);
  }

  @Test
  void aRepeatMakesNoSecondKeyAndShowsNoSecret() {
    var owner = door.verifiedOwner();
    var once = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    var first = owner.post("/v1/api-keys", Programs.body(CONTACTS_READ), once).expect(201);
    var second = owner.post("/v1/api-keys", Programs.body(CONTACTS_READ), once).expect(201);

    assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(second.data().path("key")).isEqualTo(first.data().path("key"));
    assertThat(second.data().path("secret").isNull()).isTrue();
    assertThat(owner.get("/v1/api-keys").data()).hasSize(1);
    assertThat(
            database
                .sql("select response_body from idempotency_keys where tenant_id = ?")
                .param(owner.tenantId())
                .query(String.class)
                .stream()
                .map(box::open)
                .toList())
        .hasSize(1)
        .allMatch(body -> body.contains(first.text("/data/key/id")))
        .noneMatch(body -> body.contains(first.text("/data/secret")));
  }

  @Test
  void twoAtOnceDoNotPassTheLimit() throws Exception {
    var owner = door.verifiedOwner();
    for (int i = 1; i < ApiKeys.LIMIT; i++) {
      Programs.create(owner, CONTACTS_READ);
    }
    Callable<Door.Answer> call = () -> owner.post("/v1/api-keys", Programs.body(CONTACTS_READ));
    var answers = new ArrayList<Door.Answer>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(Collections.nCopies(2, call))) {
        answers.add(done.get());
      }
    }

    assertThat(answers).extracting(Door.Answer::status).containsExactlyInAnyOrder(201, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(
            answer -> assertThat(answer.text("/error/details/0/code")).isEqualTo("TOO_MANY"));
    assertThat(owner.get("/v1/api-keys?limit=100").data()).hasSize(ApiKeys.LIMIT);
  }

  @Test
  void aRevokedOrExpiredKeyMakesRoom() {
    var owner = door.verifiedOwner();
    for (int i = 0; i < ApiKeys.LIMIT; i++) {
      Programs.create(owner, CONTACTS_READ);
    }
    var ids = owner.get("/v1/api-keys").data();
    owner.post("/v1/api-keys", Programs.body(CONTACTS_READ)).expect(409);

    owner.delete("/v1/api-keys/" + ids.get(0).path("id").asString()).expect(200);
    Programs.create(owner, CONTACTS_READ);
    database
        .sql("update api_keys set expires_at = now() where id = ?")
        .param(UUID.fromString(ids.get(1).path("id").asString()))
        .update();

    Programs.create(owner, CONTACTS_READ);
  }

  @Test
  void theListHasPages() {
    var owner = door.verifiedOwner();
    var first = Programs.create(owner, CONTACTS_READ).text("/data/key/id");
    var second = Programs.create(owner, CONTACTS_READ).text("/data/key/id");

    var page = owner.get("/v1/api-keys?limit=1&include_total=true").expect(200);
    var next = owner.get("/v1/api-keys?limit=1&cursor=" + page.text("/meta/cursor")).expect(200);

    assertThat(page.text("/data/0/id")).isEqualTo(second);
    assertThat(page.text("/meta/total")).isEqualTo("2");
    assertThat(next.text("/data/0/id")).isEqualTo(first);
    assertThat(next.body().at("/meta/cursor").isNull()).isTrue();
  }

  @Test
  void theLastUseIsWrittenOnceAMinute() {
    var owner = door.verifiedOwner();
    var created = Programs.create(owner, CONTACTS_READ);
    var id = UUID.fromString(created.text("/data/key/id"));
    var program = owner.with(created.text("/data/secret"));
    assertThat(owner.get("/v1/api-keys").body().at("/data/0/last_used_at").isNull()).isTrue();

    program.get("/v1/contacts").expect(200);
    var first = lastUsed(owner);
    program.get("/v1/contacts").expect(200);
    var second = lastUsed(owner);
    database
        .sql("update api_keys set last_used_at = now() - interval '61 seconds' where id = ?")
        .param(id)
        .update();
    program.get("/v1/contacts").expect(200);
    var third = lastUsed(owner);

    assertThat(second).isEqualTo(first);
    assertThat(third).isAfter(first);
  }

  private static Instant lastUsed(Door.Person owner) {
    return Instant.parse(owner.get("/v1/api-keys").text("/data/0/last_used_at"));
  }

  @Test
  void aKeyThatMakesNoSenseIsRefusedWithItsField() {
    var owner = door.verifiedOwner();
    var late = Instant.now().plus(6 * 365, ChronoUnit.DAYS);

    refused(owner, "{\"name\":\" \",\"scopes\":[\"contacts:read\"]}", "name");
    refused(owner, "{\"name\":\"A\",\"scopes\":[]}", "scopes");
    refused(owner, "{\"name\":\"A\",\"scopes\":[\"contacts:sell\"]}", "scopes[0]");
    refused(owner, "{\"name\":\"A\"}", "scopes");
    for (var when : new Object[] {Instant.now(), late}) {
      refused(
          owner,
          "{\"name\":\"A\",\"scopes\":[\"contacts:read\"],\"expires_at\":\"%s\"}".formatted(when),
          "expires_at");
    }
  }

  private static void refused(Door.Person owner, String body, String field) {
    assertThat(owner.post("/v1/api-keys", body).expect(422).text("/error/details/0/field"))
        .isEqualTo(field);
  }

  @Test
  void whatIsOfferedToAKeyIsWhatItsScopesCover() {
    var owner = door.verifiedOwner();
    var contact = owner.post("/v1/contacts", CONTACT).expect(201).text("/data/id");
    var draft =
        """
        {"contact_id":"%s","line_items":[{"name":"Repair","qty":1,"rate":"200"}]}"""
            .formatted(contact);
    var invoice = owner.post("/v1/invoices", draft).expect(201).text("/data/id");
    var reader = owner.with(Programs.key(owner, CONTACTS_READ, INVOICES_READ, SETTINGS_READ));
    var writer = owner.with(Programs.key(owner, INVOICES_READ, INVOICES_WRITE));

    assertThat(reader.get("/v1/contacts/" + contact).data().path("allowed_actions")).isEmpty();
    assertThat(reader.get("/v1/tenant").data().path("allowed_actions")).isEmpty();
    assertThat(reader.get("/v1/tax-rates").body().at("/data/0/allowed_actions")).isEmpty();
    assertThat(reader.get("/v1/invoices/" + invoice).data().path("allowed_actions").toString())
        .isEqualTo("[\"download_pdf\"]");
    assertThat(writer.get("/v1/invoices/" + invoice).data().path("allowed_actions").toString())
        .isEqualTo("[\"update\",\"duplicate\",\"download_pdf\",\"delete\"]");
  }

  @Test
  void anUnconfirmedPersonMakesNoKey() {
    var refused = door.owner().post("/v1/api-keys", Programs.body(CONTACTS_READ)).expect(403);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("EMAIL_NOT_VERIFIED");
  }

  @Test
  void theKeyOfSomebodyWhoCameBackWorksAndIsListedOnce() {
    var owner = door.verifiedOwner();
    var admin = door.member(owner, "ADMIN");
    var created = Programs.create(admin, CONTACTS_READ);
    var rows = JdbcClient.create(TestDatabase.owner());
    rows.sql("update tenant_members set deleted_at = now() where user_id = ?")
        .param(admin.userId())
        .update();
    rows.sql(
            """
            insert into tenant_members
            select (jsonb_populate_record(m, jsonb_build_object(
              'id', gen_random_uuid(), 'deleted_at', null))).*
            from tenant_members m where m.user_id = (select id from users where email = ?)
            """)
        .param(admin.email())
        .update();

    owner.with(created.text("/data/secret")).get("/v1/contacts").expect(200);
    assertThat(owner.get("/v1/api-keys").expect(200).data()).hasSize(1);
    owner.delete("/v1/api-keys/" + created.text("/data/key/id")).expect(200);
  }
}
