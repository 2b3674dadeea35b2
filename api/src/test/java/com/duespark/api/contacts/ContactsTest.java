package com.duespark.api.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.domain.storage.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class ContactsTest {

  @Autowired Door door;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  @Test
  void aContactIsNumberedNormalisedAndAudited() {
    var person = door.owner();

    var made =
        person
            .post(
                "/v1/contacts",
                """
                {"display_name":"  John Smith ","type":"customer","email":"John@Example.COM",
                 "phone":"+1 (416) 555-0100","country":"ca","payment_terms":"net_30",
                 "tags":["vip","vip"],"tenant_id":"ignored"}""")
            .expect(201);

    assertThat(made.text("/data/code")).isEqualTo("CUST-0001");
    assertThat(made.text("/data/display_name")).isEqualTo("John Smith");
    assertThat(made.text("/data/type")).isEqualTo("CUSTOMER");
    assertThat(made.text("/data/email")).isEqualTo("john@example.com");
    assertThat(made.text("/data/phone")).isEqualTo("+14165550100");
    assertThat(made.text("/data/country")).isEqualTo("CA");
    assertThat(made.text("/data/payment_terms")).isEqualTo("NET_30");
    assertThat(made.data().path("tags")).hasSize(1);
    assertThat(made.text("/data/financial_summary/outstanding_balance")).isEqualTo("0.00");
    assertThat(made.text("/data/created_at")).endsWith("Z");
    assertThat(made.header("ETag")).startsWith("\"1.");
    assertThat(audited(made.text("/data/id"))).containsExactly("contact.created");
  }

  @Test
  void aSimilarContactIsAWarning() {
    var person = door.owner();
    var first = create(person, "{\"display_name\":\"One\",\"email\":\"same@example.com\"}");

    var second =
        person
            .post("/v1/contacts", "{\"display_name\":\"Two\",\"email\":\"SAME@example.com\"}")
            .expect(201);

    assertThat(second.text("/meta/warnings/0/code")).isEqualTo("SIMILAR_CONTACT");
    assertThat(second.text("/meta/warnings/0/ids/0")).isEqualTo(first);
  }

  @Test
  void everyWrongFieldIsNamed() {
    var answer =
        door.owner()
            .post(
                "/v1/contacts",
                """
                {"display_name":"X","email":"nobody","phone":"12","country":"XX",
                 "timezone":"Mars/Base","payment_terms":"CUSTOM"}""")
            .expect(422);

    var fields = new ArrayList<String>();
    answer
        .body()
        .at("/error/details")
        .forEach(detail -> fields.add(detail.path("field").asString()));
    assertThat(fields)
        .containsExactly("email", "phone", "country", "timezone", "payment_terms_days");
  }

  @Test
  void aPatchKeepsWhatItDoesNotNameAndClearsNull() {
    var person = door.owner();
    var id = create(person, "{\"display_name\":\"A\",\"email\":\"a@example.com\",\"city\":\"X\"}");

    var changed =
        person.patch("/v1/contacts/" + id, "{\"city\":null,\"notes\":\"new\"}").expect(200);

    assertThat(changed.text("/data/email")).isEqualTo("a@example.com");
    assertThat(changed.data().path("city").isNull()).isTrue();
    assertThat(changed.text("/data/notes")).isEqualTo("new");
    assertThat(changed.data().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void anOldVersionIsRefusedWithTheLatest() {
    var person = door.owner();
    var id = create(person, "{\"display_name\":\"A\"}");
    var etag = String.valueOf(person.get("/v1/contacts/" + id).header("ETag"));
    person
        .patch("/v1/contacts/" + id, "{\"display_name\":\"B\"}", Map.of("If-Match", etag))
        .expect(200);

    var byHeader =
        person.patch("/v1/contacts/" + id, "{\"display_name\":\"C\"}", Map.of("If-Match", etag));
    var byBody =
        person.patch("/v1/contacts/" + id, "{\"display_name\":\"C\",\"if_match_version\":1}");

    assertThat(byHeader.expect(409).text("/error/latest/display_name")).isEqualTo("B");
    assertThat(byHeader.text("/error/details/0/code")).isEqualTo("VERSION_MISMATCH");
    assertThat(byBody.expect(409).text("/error/latest/version")).isEqualTo("2");
    person.patch("/v1/contacts/" + id, "{\"display_name\":\"C\"}").expect(200);
  }

  @Test
  void pagesAreStableInEverySort() {
    var person = door.owner();
    for (int i = 0; i < 7; i++) {
      create(person, "{\"display_name\":\"Name %d\"}".formatted(i % 3));
    }

    for (var sort : List.of("name", "-name", "outstanding_balance", "-last_invoice_date")) {
      var seen = new ArrayList<String>();
      var cursor = "";
      do {
        var page =
            person
                .get("/v1/contacts?limit=3&include_total=true&sort=%s%s".formatted(sort, cursor))
                .expect(200);
        assertThat(page.text("/meta/total")).isEqualTo("7");
        page.data().forEach(row -> seen.add(row.path("id").asString()));
        cursor =
            page.body().at("/meta/cursor").isNull() ? "" : "&cursor=" + page.text("/meta/cursor");
      } while (!cursor.isEmpty());
      assertThat(seen).as(sort).hasSize(7).doesNotHaveDuplicates();
    }
  }

  @Test
  void aCursorOfAnotherSortIsRefused() {
    var person = door.owner();
    create(person, "{\"display_name\":\"A\"}");
    create(person, "{\"display_name\":\"B\"}");
    var cursor = person.get("/v1/contacts?limit=1").text("/meta/cursor");

    person.get("/v1/contacts?limit=1&sort=-name&cursor=" + cursor).expect(422);
    person.get("/v1/contacts?cursor=rubbish").expect(422);
    person.get("/v1/contacts?limit=101").expect(422);
  }

  @Test
  void searchAndFiltersFindWhatTheyShould() {
    var person = door.owner();
    create(person, "{\"display_name\":\"Blue Lake\",\"company_name\":\"100%_Water Ltd\"}");
    create(person, "{\"display_name\":\"Red Hill\",\"type\":\"VENDOR\",\"tags\":[\"vip\"]}");
    create(person, "{\"display_name\":\"Old\",\"status\":\"ARCHIVED\"}");

    assertThat(names(person, "q=LAKE")).containsExactly("Blue Lake");
    assertThat(names(person, "q=100%25_w")).containsExactly("Blue Lake");
    assertThat(names(person, "q=cust-0002")).containsExactly("Red Hill");
    assertThat(names(person, "type=vendor")).containsExactly("Red Hill");
    assertThat(names(person, "tag=vip")).containsExactly("Red Hill");
    assertThat(names(person, "payment_status=good")).hasSize(2);
    assertThat(names(person, "payment_status=OVERDUE")).isEmpty();
    assertThat(names(person, "status=archived")).containsExactly("Old");
    assertThat(names(person, "")).containsExactly("Blue Lake", "Red Hill");
  }

  @Test
  void whatIsOwedIsCountedFromSentInvoices() {
    var person = door.owner();
    var id = create(person, "{\"display_name\":\"Debtor\"}");
    invoice(person.tenantId(), id, "SENT", "INV-1", 10_000, 2_500, "2020-01-31", "KES");
    invoice(person.tenantId(), id, "VOID", "INV-2", 99_900, 0, "2020-01-31", "KES");

    var detail = person.get("/v1/contacts/" + id).expect(200);
    var line = person.get("/v1/contacts?sort=-outstanding_balance").expect(200);

    assertThat(detail.text("/data/financial_summary/outstanding_balance")).isEqualTo("75.00");
    assertThat(detail.text("/data/financial_summary/overdue_balance")).isEqualTo("75.00");
    assertThat(detail.text("/data/financial_summary/by_currency/0/overdue_balance"))
        .isEqualTo("75.00");
    assertThat(detail.text("/data/financial_summary/total_billed")).isEqualTo("100.00");
    assertThat(detail.text("/data/financial_summary/total_invoices")).isEqualTo("1");
    assertThat(detail.text("/data/financial_summary/payment_status")).isEqualTo("OVERDUE");
    assertThat(detail.text("/data/recent_invoices/1/status")).isEqualTo("OVERDUE");
    assertThat(line.text("/data/0/outstanding_balance")).isEqualTo("75.00");
    assertThat(line.text("/data/0/payment_status")).isEqualTo("OVERDUE");
  }

  @Test
  void aDebtInAnotherCurrencyStandsBesideTheBalance() {
    var person = door.owner();
    var id = create(person, "{\"display_name\":\"Debtor\"}");
    invoice(person.tenantId(), id, "SENT", "INV-1", 10_000, 2_500, "2020-01-31", "USD");
    invoice(person.tenantId(), id, "SENT", "INV-2", 500, 500, "2020-01-31", "EUR");

    var line = person.get("/v1/contacts").expect(200);

    assertThat(line.text("/data/0/outstanding_balance")).isEqualTo("0.00");
    assertThat(line.text("/data/0/other_balances/0/currency")).isEqualTo("USD");
    assertThat(line.text("/data/0/other_balances/0/outstanding_balance")).isEqualTo("75.00");
    assertThat(line.text("/data/0/other_balances/1")).isEmpty();
  }

  @Test
  void aDeletedContactIsGoneUntilRestored() {
    var person = door.owner();
    var id = create(person, "{\"display_name\":\"Gone\"}");

    person.delete("/v1/contacts/" + id).expect(200);

    person.get("/v1/contacts/" + id).expect(404);
    assertThat(names(person, "q=gone")).isEmpty();
    person.delete("/v1/contacts/" + id).expect(404);
    person.post("/v1/contacts/" + id + "/restore", "").expect(200);
    person.post("/v1/contacts/" + id + "/restore", "").expect(200);
    person.get("/v1/contacts/" + id).expect(200);
    assertThat(audited(id))
        .containsExactly("contact.created", "contact.deleted", "contact.restored");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIVE", "TEST"})
  void aContactsMinuteSpreadsItsRemindersExceptInATestBusiness(String kind) {
    var person = door.owner();
    owner.sql("update tenants set kind = ? where id = ?").params(kind, person.tenantId()).update();

    for (int i = 0; i < 12; i++) {
      create(person, "{\"display_name\":\"A\"}");
    }

    var minutes =
        owner
            .sql("select send_minute from contacts where tenant_id = ?")
            .param(person.tenantId())
            .query(Integer.class)
            .list();
    if (kind.equals("TEST")) {
      assertThat(minutes).hasSize(12).containsOnly(0);
    } else {
      assertThat(minutes).hasSize(12).allMatch(minute -> minute >= 0 && minute < 30);
      assertThat(minutes.stream().distinct()).hasSizeGreaterThan(1);
    }
  }

  private String create(Door.Person person, String body) {
    return person.post("/v1/contacts", body).expect(201).text("/data/id");
  }

  private static List<String> names(Door.Person person, String query) {
    var names = new ArrayList<String>();
    person
        .get("/v1/contacts?" + query)
        .expect(200)
        .data()
        .forEach(row -> names.add(row.path("display_name").asString()));
    return names;
  }

  private List<String> audited(String id) {
    return owner
        .sql("select action from audit_log where entity_id = ? order by created_at, id")
        .param(UUID.fromString(id))
        .query(String.class)
        .list();
  }

  private void invoice(
      UUID tenant,
      String contact,
      String status,
      String number,
      long total,
      long paid,
      String due,
      String currency) {
    owner
        .sql(
            """
            insert into invoices (id, tenant_id, contact_id, invoice_number, status, issue_date,
              due_date, currency, line_items, subtotal_minor, discount_total_minor, tax_total_minor,
              total_minor, amount_paid_minor, tax_breakdown, document)
            values (uuidv7(), ?, ?::uuid, ?, ?, date '2020-01-01', ?::date, ?,
              '{"payload_version":1,"payload":[]}', ?, 0, 0, ?, ?, '{"shares":[]}', '{}')
            """)
        .params(tenant, contact, number, status, due, currency, total, total, paid)
        .update();
  }
}
