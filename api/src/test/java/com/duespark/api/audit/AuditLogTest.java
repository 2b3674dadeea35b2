package com.duespark.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.audit.Sealing;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class AuditLogTest {

  @Autowired Door door;
  @Autowired Chase chase;
  @Autowired Sealing sealing;

  @Test
  void anEntrySaysWhoChangedWhatFromWhatToWhat() {
    var person = door.owner();
    var id = contact(person, "Wanjiku");
    person.patch("/v1/contacts/" + id, "{\"display_name\":\"Wanjiku Kamau\"}").expect(200);

    var entry = person.get("/v1/audit-log?limit=1").expect(200).data().get(0);

    assertThat(entry.path("action").asString()).isEqualTo("contact.updated");
    assertThat(entry.path("sentence").asString())
        .isEqualTo("Asha changed the display name of Wanjiku Kamau from Wanjiku to Wanjiku Kamau");
    assertThat(entry.at("/actor/kind").asString()).isEqualTo("PERSON");
    assertThat(entry.at("/actor/id").asString()).isEqualTo(person.userId().toString());
    assertThat(entry.at("/entity/type").asString()).isEqualTo("contact");
    assertThat(entry.at("/entity/id").asString()).isEqualTo(id);
    assertThat(entry.path("changes").toString())
        .isEqualTo(
            "[{\"field\":\"display_name\",\"before\":\"Wanjiku\",\"after\":\"Wanjiku Kamau\",\"erased\":false}]");
    assertThat(entry.path("ip_address").asString()).isEqualTo(person.address());
    assertThat(entry.at("/seal/state").asString()).isEqualTo("WAITING");
  }

  @Test
  void aDraftsEditNamesTheFieldsThatChanged() {
    var person = door.owner();
    var draft = chase.draft(person, contact(person, "Debtor"));
    person.patch("/v1/invoices/" + draft, "{\"notes\":\"Thank you\"}").expect(200);

    var entry = person.get("/v1/audit-log?entity_id=" + draft).expect(200).data().get(0);

    assertThat(entry.path("action").asString()).isEqualTo("invoice.updated");
    assertThat(entry.path("sentence").asString())
        .isEqualTo("Asha changed the notes of one invoice from nothing to Thank you");
  }

  @Test
  void aSealedEntryHasItsPlaceAndBlock() {
    var person = door.owner();
    seal(person);

    var entry = person.get("/v1/audit-log?limit=1").expect(200).data().get(0);

    assertThat(entry.at("/seal/state").asString()).isEqualTo("SEALED");
    assertThat(entry.at("/seal/place").asLong()).isEqualTo(3);
    assertThat(entry.at("/seal/block").asLong()).isEqualTo(1);
    assertThat(entry.at("/seal/sealed_at").asString()).isNotBlank();
  }

  @Test
  void eachFilterFindsItsOwnAndTogetherTheyNarrow() {
    var person = door.owner();
    var one = contact(person, "One");
    var two = contact(person, "Two");
    person.delete("/v1/contacts/" + two).expect(200);

    assertThat(actions(person, "?entity_id=" + two))
        .containsExactly("contact.deleted", "contact.created");
    assertThat(actions(person, "?entity_type=contact"))
        .containsExactly("contact.deleted", "contact.created", "contact.created");
    assertThat(actions(person, "?action=contact.created&entity_id=" + one))
        .containsExactly("contact.created");
    assertThat(actions(person, "?actor=" + person.userId())).contains("auth.signed_in");
    assertThat(actions(person, "?actor=system")).isEmpty();
    var today = LocalDate.now(ZoneOffset.ofHours(3)); // Nairobi
    assertThat(actions(person, "?from=%s&to=%s".formatted(today, today))).hasSizeGreaterThan(5);
    assertThat(actions(person, "?to=" + today.minusDays(1))).isEmpty();
    assertThat(actions(person, "?from=" + today.plusDays(1))).isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    var person = door.owner();
    for (int i = 0; i < 5; i++) {
      contact(person, "C" + i);
    }
    var all = person.get("/v1/audit-log?limit=100&include_total=true").expect(200);

    var ids = new java.util.ArrayList<String>();
    var next = "/v1/audit-log?limit=3";
    String cursor;
    do {
      var page = person.get(next).expect(200);
      page.data().forEach(entry -> ids.add(entry.path("id").asString()));
      cursor = page.text("/meta/cursor");
      next = "/v1/audit-log?limit=3&cursor=" + cursor;
    } while (!cursor.isEmpty());

    assertThat(ids).doesNotHaveDuplicates().hasSize(all.body().at("/meta/total").asInt());
    assertThat(ids)
        .containsExactlyElementsOf(
            all.data().valueStream().map(entry -> entry.path("id").asString()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?from=2020-01-01&to=2021-06-01",
        "?from=2026-02-01&to=2026-01-01",
        "?entity_id=nobody",
        "?action=contact%20created",
        "?from=yesterday",
        "?colour=red",
        "/export?format=xlsx"
      })
  void aQuestionThatCannotBeAnsweredIsRefused(String question) {
    door.owner().get("/v1/audit-log" + question).expect(422);
  }

  @Test
  void aFileSaysItsFormat() {
    door.owner().get("/v1/audit-log/export").expect(400);
  }

  @Test
  void oneObjectsHistoryHasNoLimitInDays() {
    var person = door.owner();

    var id = contact(person, "Old");

    assertThat(actions(person, "?from=2020-01-01&entity_id=" + id)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"OWNER, 200", "ADMIN, 200", "STAFF, 403", "AGENT, 403", "VIEWER, 403"})
  void onlyOwnersAndAdminsReadIt(String role, int status) {
    var owner = door.owner();
    var member = role.equals("OWNER") ? owner : door.member(owner, role);

    member.get("/v1/audit-log").expect(status);
    member.get("/v1/audit-log/actors").expect(status);
    member.get("/v1/audit-log/export?format=csv").expect(status);
  }

  @Test
  void nobodyDeletesEntries() {
    var owner = door.owner();

    owner.delete("/v1/audit-log").expect(405);
    owner.delete("/v1/audit-log/" + UUID.randomUUID()).expect(404);
  }

  @Test
  void anotherBusinessSeesNothingOfIt() {
    var mine = door.owner();
    var contact = contact(mine, "Mine alone");
    var stranger = door.owner();

    assertThat(stranger.get("/v1/audit-log?limit=100").expect(200).body().toString())
        .doesNotContain("Mine alone", contact);
    assertThat(actions(stranger, "?entity_id=" + contact)).isEmpty();
    assertThat(actions(stranger, "?actor=" + mine.userId())).isEmpty();
    assertThat(stranger.get("/v1/audit-log/actors").expect(200).body().toString())
        .contains(stranger.userId().toString())
        .doesNotContain(mine.userId().toString());
    assertThat(file(stranger, "csv")).doesNotContain("Mine alone");
  }

  @Test
  void theCsvIsSafeAndItsTakingIsNoted() {
    var person = door.owner();
    contact(person, "=HYPERLINK(1)");

    var answer = person.get("/v1/audit-log/export?format=csv&entity_type=contact").expect(200);

    var text = new String(answer.raw().getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(text.lines().toList()).hasSize(2);
    assertThat(text).startsWith("at,actor,").contains(",\"'=HYPERLINK(1)\",");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"audit-log.csv\"");
    var noted = person.get("/v1/audit-log?action=audit.exported").expect(200).data().get(0);
    assertThat(noted.path("sentence").asString()).isEqualTo("Asha exported the audit log");
    assertThat(noted.path("changes").toString())
        .contains("\"entries\"", "\"after\":\"1\"", "\"csv\"");
  }

  @Test
  void eachLineOfJsonIsAWholeEntry() {
    var person = door.owner();
    contact(person, "Wanjiku");
    seal(person);

    var lines =
        file(person, "jsonl").lines().map(line -> JsonMapper.shared().readTree(line)).toList();

    var made =
        lines.stream()
            .filter(line -> line.path("action").asString().equals("contact.created"))
            .findFirst()
            .orElseThrow();
    assertThat(made.at("/after/displayName").asString()).isEqualTo("Wanjiku");
    assertThat(made.path("block").asLong()).isEqualTo(1);
    assertThat(lines.getFirst().path("action").asString()).isEqualTo("audit.exported");
  }

  @Test
  void tooManyEntriesForAFileAreRefusedBeforeItBegins() {
    var person = door.owner();
    JdbcClient.create(TestDatabase.owner())
        .sql(
            """
            insert into audit_log (id, tenant_id, actor, action, entity_type)
            select gen_random_uuid(), ?, 'system', 'x.y', 'x' from generate_series(1, ?)
            """)
        .params(person.tenantId(), AuditExport.MOST)
        .update();

    var refused = person.get("/v1/audit-log/export?format=csv").expect(422);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("TOO_MANY");
    assertThat(actions(person, "?action=audit.exported")).isEmpty();
  }

  @Test
  void whatAPersonDoesToTheirAccountIsInTheLogOfTheirBusiness() {
    var person = door.owner();
    person.patch("/v1/auth/me", "{\"display_name\":\"Asha N.\"}").expect(200);
    person.post("/v1/auth/logout-everywhere", "").expect(200);
    var again = person.with(person.login(Door.PASSWORD).expect(200).text("/data/access_token"));

    var entries = again.get("/v1/audit-log?entity_type=user").expect(200).data();

    assertThat(entries.valueStream().map(entry -> entry.path("sentence").asString()))
        .containsExactly(
            "Asha N. signed in",
            "Asha N. signed out on every device",
            "Asha N. changed the display name of their profile from Asha to Asha N.",
            "Asha N. signed in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "l.entity_type = 'contact'",
        "l.entity_id = '00000000-0000-7000-8000-000000000001'",
        "l.actor = 'system'",
        "l.action = 'x.y'",
        "true"
      })
  void eachQuestionHasAnIndexThatIsInItsOrder(String condition) {
    var plan =
        String.join(
            "\n",
            JdbcClient.create(TestDatabase.owner())
                .sql(
                    """
                    explain select id from audit_log_%s l
                    where l.tenant_id = '%s' and %s order by l.id desc limit 21
                    """
                        .formatted(
                            LocalDate.now(ZoneOffset.UTC)
                                .toString()
                                .substring(0, 7)
                                .replace('-', '_'),
                            UUID.randomUUID(),
                            condition))
                .query(String.class)
                .list());

    assertThat(plan).contains("Index").doesNotContain("Seq Scan");
  }

  private static String contact(Person person, String name) {
    return person
        .post("/v1/contacts", "{\"display_name\":\"%s\"}".formatted(name))
        .expect(201)
        .text("/data/id");
  }

  private static List<String> actions(Person person, String question) {
    return person
        .get("/v1/audit-log" + question)
        .expect(200)
        .data()
        .valueStream()
        .map((JsonNode entry) -> entry.path("action").asString())
        .toList();
  }

  private static String file(Person person, String format) {
    return new String(
        person
            .get("/v1/audit-log/export?format=" + format)
            .expect(200)
            .raw()
            .getContentAsByteArray(),
        StandardCharsets.UTF_8);
  }

  private void seal(Person person) {
    Tenant.run(person.tenantId(), () -> assertThat(sealing.seal()).isPositive());
  }
}
