package com.duespark.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.platform.Platform;
import com.duespark.domain.quotas.Quotas;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How much a business may take, found, read and set by staff (TNC-05). */
@ApiTest
class QuotasTest {

  private static final String BUSINESSES = "/v1/admin/tenants";

  @Autowired Door door;
  @Autowired Quotas quotas;
  @Autowired TransactionTemplate transaction;

  private final JdbcClient rows = JdbcClient.create(TestDatabase.owner());
  private final JdbcClient program = JdbcClient.create(TestDatabase.app());
  private Person admin;
  private Person owner;
  private UUID tenant;

  @BeforeEach
  void people() {
    admin = admin();
    owner = door.owner();
    tenant = owner.tenantId();
  }

  private Person admin() {
    var person = door.verifiedOwner();
    rows.sql("update users set platform_role = 'ADMIN' where email = ?")
        .param(person.email())
        .update();
    return person;
  }

  private Answer set(String body) {
    return admin.put(BUSINESSES + "/" + tenant + "/quotas", body);
  }

  private Answer open() {
    return admin.get(BUSINESSES + "/" + tenant).expect(200);
  }

  private static List<String> ids(Answer answer) {
    return StreamSupport.stream(answer.expect(200).data().spliterator(), false)
        .map(row -> row.path("id").asString())
        .toList();
  }

  // ------------------------------------------------------------------ finding

  @Test
  void aBusinessIsFoundByItsIdOrTheAddressOfAMember() {
    var ours = door.member(owner, "VIEWER");
    var byId = admin.get(BUSINESSES + "?q=" + tenant);

    assertThat(ids(byId)).containsExactly(tenant.toString());
    assertThat(byId.text("/data/0/name")).isEqualTo("Asha Repairs");
    assertThat(byId.text("/data/0/kind")).isEqualTo("LIVE");
    assertThat(byId.text("/data/0/status")).isEqualTo("ACTIVE");
    assertThat(ids(find(owner.email().toUpperCase(Locale.ROOT))))
        .containsExactly(tenant.toString());
    assertThat(ids(find(ours.email()))).hasSize(2).contains(tenant.toString());
  }

  private Answer find(String address) {
    return admin.get(BUSINESSES + "?q=%20" + address + "%20");
  }

  @Test
  void whatIsNotWholeFindsNothing() {
    assertThat(ids(find(owner.email().substring(1)))).isEmpty();
    assertThat(ids(find("%25"))).isEmpty();
    admin.get(BUSINESSES + "?q=%20").expect(422);
    var refused = admin.get(BUSINESSES).expect(422);
    assertThat(refused.text("/error/details/0/field")).isEqualTo("q");
    admin.get(BUSINESSES + "/" + UUID.randomUUID()).expect(404);
    admin.put(BUSINESSES + "/" + UUID.randomUUID() + "/quotas", body("null", 0)).expect(404);
  }

  @Test
  void aMemberWhoLeftNoLongerLeadsThere() {
    var gone = door.member(owner, "STAFF");
    rows.sql("update tenant_members set deleted_at = now() where tenant_id = ? and user_id = ?")
        .params(tenant, gone.userId())
        .update();

    assertThat(ids(find(gone.email()))).doesNotContain(tenant.toString());
  }

  @Test
  void whoIsNoAdministratorFindsAndSetsNothingPastTheDoorEither() {
    for (var who : List.of(owner.userId(), UUID.randomUUID())) {
      assertThat(
              program
                  .sql("select count(*) from businesses_found(?, ?, null, 9)")
                  .params(who, tenant)
                  .query(Integer.class)
                  .single())
          .isZero();
      assertThat(
              program
                  .sql("select quotas_set(?, ?, 0, 100, null, null, 'x')")
                  .params(who, tenant)
                  .query(Boolean.class)
                  .single())
          .isFalse();
    }
    assertThat(open().text("/data/quotas/version")).isEqualTo("0");
  }

  // ------------------------------------------------------------------ setting

  private static String body(String emails, int seen) {
    return "{\"emails\":%s,\"reason\":\" Christmas cards \",\"if_match_version\":%d}"
        .formatted(emails, seen);
  }

  @Test
  void theStandardCountsUntilSomethingIsSet() {
    var quotas = open().data().path("quotas");

    assertThat(quotas.at("/api_requests/standard").asInt()).isEqualTo(600);
    assertThat(quotas.at("/emails/standard").asInt()).isEqualTo(1000);
    assertThat(quotas.at("/jobs/standard").asInt()).isEqualTo(2);
    assertThat(quotas.at("/emails/own").isNull()).isTrue();
    assertThat(quotas.path("reason").isNull()).isTrue();
  }

  @Test
  void whatIsSetStandsThereWithItsReasonAndWhatIsLeftOutIsTheStandardAgain() {
    var answer = set(body("5000", 0)).expect(200);

    assertThat(answer.data().at("/quotas/emails/own").asInt()).isEqualTo(5000);
    assertThat(answer.data().at("/quotas/emails/standard").asInt()).isEqualTo(1000);
    assertThat(answer.data().at("/quotas/version").asInt()).isEqualTo(1);
    assertThat(open().text("/data/quotas/reason")).isEqualTo("Christmas cards");

    set("{\"jobs\":4,\"reason\":\"An agency\",\"if_match_version\":1}").expect(200);

    assertThat(open().data().at("/quotas/emails/own").isNull()).isTrue();
    assertThat(open().data().at("/quotas/jobs/own").asInt()).isEqualTo(4);
    assertThat(open().text("/data/quotas/version")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"emails\":0,\"reason\":\"x\"}",
        "{\"emails\":1000001,\"reason\":\"x\"}",
        "{\"emails\":2.5,\"reason\":\"x\"}",
        "{\"api_requests\":9,\"reason\":\"x\"}",
        "{\"jobs\":21,\"reason\":\"x\"}",
        "{\"emails\":5}",
        "{\"emails\":5,\"reason\":\"  \"}",
        "{\"e_mails\":5,\"reason\":\"x\"}"
      })
  void whatIsOutOfBoundsOrWithoutAReasonIsRefused(String body) {
    set(body).expect(422);

    assertThat(open().text("/data/quotas/version")).isEqualTo("0");
  }

  @Test
  void whoSawOldOnesIsToldTheNewest() {
    set(body("5000", 0)).expect(200);

    var refused = set(body("7000", 0)).expect(409);

    assertThat(refused.body().toString()).contains("5000");
    assertThat(open().data().at("/quotas/emails/own").asInt()).isEqualTo(5000);
  }

  @Test
  void ofManyAtOnceOneIsSet() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 6)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> set(body(String.valueOf(2000 + i), 0)).status(), threads))
              .toList();

      assertThat(calls.stream().map(CompletableFuture::join).sorted().toList())
          .containsExactly(200, 409, 409, 409, 409, 409);
    }
    assertThat(open().text("/data/quotas/version")).isEqualTo("1");
    assertThat(acts(tenant).stream().filter("tenant.quotas_set"::equals)).hasSize(1);
  }

  @Test
  void everyLookAndChangeIsWrittenInTheLogsOfBoth() {
    admin.get(BUSINESSES + "?q=" + tenant).expect(200);
    open();
    set(body("5000", 0)).expect(200);

    assertThat(acts(tenant)).containsExactly("tenant.opened", "tenant.quotas_set");
    assertThat(acts(Platform.ID))
        .containsExactly("tenants.searched", "tenant.opened", "tenant.quotas_set");
    var entry =
        owner.get("/v1/audit-log?entity_type=tenant&entity_id=" + tenant).expect(200).data();
    assertThat(entry.at("/0/sentence").asString())
        .isEqualTo("Asha, of the platform, set how much the business may take");
    assertThat(entry.at("/0/changes").toString()).contains("5000", "Christmas cards");
  }

  private List<String> acts(UUID log) {
    return rows.sql(
            """
            select action from audit_log
            where tenant_id = ? and actor = ? and entity_type = 'tenant' order by id
            """)
        .params(log, admin.userId().toString())
        .query(String.class)
        .list();
  }

  // ------------------------------------------------------------------ what counts

  @Test
  void aBusinessMayAskAsOftenAsItsOwnQuotaSays() {
    set("{\"api_requests\":10,\"reason\":\"It floods us\"}").expect(200);

    var answers = IntStream.range(0, 25).mapToObj(i -> owner.get("/v1/contacts?limit=1")).toList();

    var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
    assertThat(refused).hasSizeBetween(4, 24); // a minute may end on the way
    assertThat(refused.getFirst().header("Retry-After")).isNotNull();

    set("{\"api_requests\":100000,\"reason\":\"It does no longer\"}").expect(200);
    owner.get("/v1/contacts?limit=1").expect(200);
  }

  @Test
  void anotherBusinessKeepsItsOwn() {
    var other = door.owner();
    set("{\"api_requests\":10,\"reason\":\"It floods us\"}").expect(200);

    assertThat(IntStream.range(0, 25).mapToObj(i -> other.get("/v1/contacts?limit=1").status()))
        .containsOnly(200);
  }

  @Test
  void theBookIsPlayedForAsManyAtOnceAsThereArePlaces() {
    var policy = owner.get("/v1/reminder-policies").text("/data/0/id");
    var asked = "{\"policy_id\":\"%s\",\"policy\":{\"name\":\"x\"}}".formatted(policy);
    set("{\"jobs\":1,\"reason\":\"It plays all day\"}").expect(200);

    var answers =
        whileTheOnlyPlaceIsTaken(
            () ->
                List.of(
                    owner.post("/v1/reminder-policies/what-if", asked),
                    owner.post("/v1/reminder-policies/simulate", sample())));

    var refused = answers.getFirst().expect(429);
    assertThat(refused.text("/error/details/0/code")).isEqualTo("JOBS_AT_ONCE");
    assertThat(refused.text("/error/message")).contains("has 1 of these at work");
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    answers.getLast().expect(200);
    owner.post("/v1/reminder-policies/what-if", asked).expect(200);
  }

  private static String sample() {
    return "{\"invoices\":[{\"due_on\":\"%s\"}]}".formatted(LocalDate.now(ZoneOffset.UTC));
  }

  /** As another process has it, in a transaction of its own. */
  private <T> T whileTheOnlyPlaceIsTaken(Supplier<T> calls) {
    return Tenant.call(
        tenant,
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    running -> {
                      assertThat(quotas.takeJob()).isTrue();
                      return CompletableFuture.supplyAsync(calls).join();
                    })));
  }
}
