package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * People ask what is held about them, or to be forgotten (JRN-30, PRV-05, PRV-06), and a business
 * closes (RET-07).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Rig rig = Rig.running();

  /** A customer whose every word is found nowhere else. */
  private record Person(
      Business business, String contact, String name, String taxId, List<String> words) {

    static Person of(Business business) {
      var mark = UUID.randomUUID().toString().substring(0, 8);
      var name = "Zawadi" + mark + " Otieno" + mark;
      var taxId = "A" + mark + "Z";
      var phone = "+2547" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
      var body =
          Map.of(
              "display_name",
              name,
              "company_name",
              "Pottery" + mark,
              "email",
              business.payer(),
              "phone",
              phone,
              "address_line1",
              "14 Close" + mark,
              "tax_id",
              taxId,
              "notes",
              "Prefers Zuzu" + mark);
      return new Person(
          business,
          business.contact(body),
          name,
          taxId,
          List.of(mark, business.payer(), phone.substring(1)));
    }

    String sent() {
      String id = business.draft(contact);
      business.send(id).require(200);
      return id;
    }

    JsonNode asks(String kind) {
      var body =
          Map.of(
              "kind",
              kind,
              "subject_type",
              "CONTACT",
              "subject_id",
              contact,
              "identity_note",
              name + " called from the number that we have");
      return business.post("/v1/privacy-requests", body).require(201).data();
    }

    JsonNode request(JsonNode asked) {
      return business
          .get("/v1/privacy-requests/" + asked.path("id").asString())
          .require(200)
          .data();
    }

    JsonNode awaitRequest(JsonNode asked, String status) {
      return await()
          .atMost(SOON)
          .until(() -> request(asked), found -> found.path("status").asString().equals(status));
    }
  }

  @Test
  void anErasureWaitsForTheMoneyAndThenLeavesNoWordOfThePerson() {
    var business = Business.foundedOn(rig);
    var person = Person.of(business);
    String paid = person.sent();
    String drafted = business.draft(person.contact());
    business
        .act(
            paid,
            "promise",
            Map.of("promised_on", "2099-01-01", "note", person.name() + " said so"))
        .require(422);
    business.act(paid, "dispute", Map.of("reason", person.name() + " says it broke")).require(200);
    business.act(paid, "resolve-dispute").require(200);
    String total = business.invoice(paid).path("total").asString();
    assertThat(rowsWith(person.words())).isNotEmpty();
    assertThat(sealedWith(person.words())).isNotEmpty();
    assertThat(rowsWith(List.of(person.taxId()))).isEmpty();

    var asked = person.asks("ERASE");
    var waiting = person.awaitRequest(asked, "WAITING");
    assertThat(waiting.path("waiting_for").toString()).isEqualTo("[\"BALANCE\"]");

    business.payerOf(paid).payByCard();
    business.awaitStatus(paid, "PAID");
    var done = person.awaitRequest(asked, "DONE");

    var everything = Archive.of(business).everything().toLowerCase(Locale.ROOT);
    assertThat(person.words()).noneMatch(word -> everything.contains(lower(word)));
    assertThat(everything).contains(person.contact());
    assertThat(done.path("report").path("invoices_kept").asInt()).isEqualTo(1);
    assertThat(done.path("report").path("hold_until").asString()).isNotEmpty();
    assertThat(rowsWith(person.words())).isEmpty();
    assertThat(sealedWith(person.words())).isEmpty();
    var kept = business.invoice(paid);
    assertThat(kept.path("total").asString()).isEqualTo(total);
    assertThat(kept.path("status").asString()).isEqualTo("PAID");
    assertThat(business.get("/v1/invoices/" + drafted).status()).isEqualTo(404);
    assertThat(business.get("/v1/contacts/" + person.contact()).status()).isEqualTo(404);
    assertThat(business.list("/v1/contacts?q=" + person.words().getFirst())).isEmpty();
    assertThat(business.list("/v1/invoices?q=" + person.words().getFirst())).isEmpty();
    var restored = business.post("/v1/contacts/" + person.contact() + "/restore", Map.of());
    assertThat(restored.reason()).isEqualTo("ERASED");
  }

  private void awaitMailsAccepted(String contact) {
    await()
        .atMost(SOON)
        .until(
            () ->
                rig.database()
                        .count(
                            """
                            select count(*) from deliveries
                            where contact_id = ?::uuid and status in ('NEW', 'ATTEMPTING')
                            """,
                            contact)
                    == 0);
  }

  @Test
  void whoInsistsErasesSomebodyWhoOwesAndNothingIsSentAnyMore() {
    var business = Business.foundedOn(rig);
    var person = Person.of(business);
    String open = person.sent();
    awaitMailsAccepted(person.contact());
    var asked = person.asks("ERASE");
    person.awaitRequest(asked, "WAITING");

    var twice = business.post("/v1/privacy-requests", bodyOf(person));
    assertThat(twice.require(409).reason()).isEqualTo("ALREADY_ASKED");
    business
        .post(
            "/v1/privacy-requests/" + asked.path("id").asString() + "/override",
            Map.of("reason", "The debt is written to nobody"))
        .require(200);
    person.awaitRequest(asked, "DONE");
    int mails = rig.sandbox().mailsTo(business.payer()).size();

    business.travel(30);

    assertThat(rig.sandbox().mailsTo(business.payer())).hasSize(mails);
    assertThat(business.status(open)).isEqualTo("OVERDUE");
    assertThat(rowsWith(person.words())).isEmpty();
  }

  private static Map<String, Object> bodyOf(Person person) {
    return Map.of(
        "kind", "ERASE",
        "subject_type", "CONTACT",
        "subject_id", person.contact(),
        "identity_note", "Again");
  }

  @Test
  void aCopyHoldsWhatIsHeldAndNothingOfOthers() {
    var business = Business.foundedOn(rig);
    var person = Person.of(business);
    String theirs = person.sent();
    String others = business.draft(business.contact("somebody@else.example"));

    var done = person.awaitRequest(person.asks("EXPORT"), "DONE");
    var file =
        business
            .get("/v1/privacy-requests/" + done.path("id").asString() + "/file")
            .require(200)
            .json();

    assertThat(file.path("contact").get(0).path("display_name").asString())
        .isEqualTo(person.name());
    assertThat(file.path("contact").get(0).path("tax_id").asString()).isEqualTo(person.taxId());
    assertThat(file.path("invoices")).hasSize(1);
    assertThat(file.path("messages").get(0).path("text").asString()).contains(person.name());
    assertThat(file.toString()).contains(theirs).doesNotContain(others, "portal/invoices/");
    assertThat(done.path("report").path("rows").path("invoices").asInt()).isEqualTo(1);
    assertThat(
            rig.database()
                .ask(
                    "select action from audit_log where entity_id = ?::uuid order by id",
                    done.path("id").asString()))
        .containsExactly("privacy.export_requested", "privacy.exported", "privacy.file_read");
  }

  /** RET-07; its sixty days are made to have passed. */
  @Test
  void aClosedBusinessSendsNothingAndIsErasedWithAllItsWorkflows() {
    var business = Business.foundedOn(rig);
    var person = Person.of(business);
    String open = person.sent();
    awaitMailsAccepted(person.contact());
    business.awaitReminders(open);
    var payer = business.payerOf(open);
    String tenant = business.tenantId();
    String name = business.get("/v1/tenant").require(200).data().path("name").asString();

    business.post("/v1/tenant/close", Map.of("name", name)).require(200);
    assertThat(business.get("/v1/invoices").require(403).reason()).isEqualTo("BUSINESS_CLOSED");
    assertThat(Http.get(payer.link()).status()).isEqualTo(404);
    assertThat(Archive.of(business).count("invoices")).isEqualTo(1);
    business.post("/v1/tenant/reopen", Map.of()).require(200);
    assertThat(business.status(open)).isEqualTo("SENT");
    assertThat(Http.get(payer.link()).status()).isEqualTo(200);
    business.post("/v1/tenant/close", Map.of("name", name)).require(200);
    awaitTold("closing/" + tenant);
    assertThat(
            rig.database()
                .ask(
                    """
                    update tenants set closed_at = now() - interval '60 days 1 second'
                    where id = ?::uuid returning id
                    """,
                    tenant))
        .hasSize(1);
    rig.temporal().signal("closing/" + tenant, "changed");

    await()
        .atMost(SOON)
        .until(
            () ->
                rig.database()
                        .count(
                            "select count(*) from tenants where id = ?::uuid and erased_at is not null",
                            tenant)
                    == 1);
    assertThat(rowsWith(person.words())).isEmpty();
    assertThat(sealedWith(person.words())).isEmpty();
    assertThat(business.get("/v1/tenant").status()).isEqualTo(403);
    await().atMost(SOON).until(() -> rig.temporal().runningOf(tenant).isEmpty());
  }

  private void awaitTold(String workflow) {
    await()
        .atMost(SOON)
        .until(
            () ->
                rig.database()
                        .count(
                            """
                            select count(*) from outbox_messages
                            where workflow_id = ? and dispatched_at is null
                            """,
                            workflow)
                    == 0);
  }

  /** Every row of every table, looked through for these words. */
  private List<String> rowsWith(List<String> words) {
    var found = new ArrayList<String>();
    var pattern = String.join("|", words).toLowerCase(Locale.ROOT);
    for (var table : rig.database().ask(TABLES)) {
      rig.database()
          .ask(
              "select left(t::text, 400) from %s t where lower(t::text) ~ ?".formatted(table),
              pattern)
          .forEach(row -> found.add(table + ": " + row));
    }
    return found;
  }

  /** The same of what is sealed in them. */
  private List<String> sealedWith(List<String> words) {
    var found = new ArrayList<String>();
    for (var table : rig.database().ask(TABLES)) {
      rig
          .database()
          .ask(
              "select m[1] from %s t, regexp_matches(t::text, 'sealed:[A-Za-z0-9+/=]+', 'g') m"
                  .formatted(table))
          .stream()
          .map(token -> rig.database().open(token).toLowerCase(Locale.ROOT))
          .filter(text -> words.stream().anyMatch(word -> text.contains(lower(word))))
          .forEach(text -> found.add(table + ": " + text));
    }
    return found;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static final String TABLES =
      """
      select table_name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name not like '%\\_2___\\___' order by 1
      """;
}
