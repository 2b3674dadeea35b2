package com.duespark.api.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.storage.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The list of invoices in every order (EP-080, API-06, API-07). */
@ApiTest
class InvoiceListTest {

  @Autowired Door door;
  @Autowired Chase chase;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private Person person;
  private String akili;
  private String zuri;

  /** Two drafts and five sent invoices of two customers; days, totals and payments repeat. */
  @BeforeEach
  void sevenInvoices() {
    person = door.owner();
    akili = contact(person, "Akili");
    zuri = contact(person, "Zuri");
    for (int i = 0; i < 7; i++) {
      var id = chase.draft(person, i % 2 == 0 ? zuri : akili);
      if (i > 1) {
        chase.issue(person, id);
      }
      owner
          .sql(
              """
              update invoices set due_date = issue_date + ?, total_minor = ?, amount_paid_minor = ?
              where id = ?::uuid""")
          .params(i % 3, 1_000 * (i % 4), i == 3 ? 5_000 : i % 2, id)
          .update();
    }
  }

  private static String contact(Person person, String name) {
    return person
        .post("/v1/contacts", "{\"display_name\":\"%s\"}".formatted(name))
        .expect(201)
        .text("/data/id");
  }

  private List<JsonNode> walk(Person who, String query) {
    var rows = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var page = who.get("/v1/invoices?limit=2&%s%s".formatted(query, cursor)).expect(200);
      page.data().forEach(rows::add);
      cursor =
          page.body().at("/meta/cursor").isNull() ? "" : "&cursor=" + page.text("/meta/cursor");
    } while (!cursor.isEmpty());
    return rows;
  }

  private static List<String> ids(List<JsonNode> rows) {
    return rows.stream().map(row -> row.path("id").asString()).toList();
  }

  private static Comparator<JsonNode> order(String field) {
    Comparator<JsonNode> byValue =
        switch (field) {
          case "created_at" -> Comparator.comparing(row -> row.path("id").asString());
          case "number" -> Comparator.comparing(row -> row.path("invoice_number").asString(""));
          case "amount_due", "total" ->
              Comparator.comparing(row -> new BigDecimal(row.path(field).asString()));
          default -> Comparator.comparing(row -> row.path(field).asString());
        };
    return byValue.thenComparing(row -> row.path("id").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"created_at", "number", "contact_name", "due_date", "amount_due", "total"})
  void walksOverTiesInBothDirections(String field) {
    var up = walk(person, "sort=" + field);
    var down = walk(person, "sort=-" + field);

    assertThat(ids(up)).hasSize(7).doesNotHaveDuplicates();
    assertThat(up).isSortedAccordingTo(order(field));
    assertThat(ids(down)).isEqualTo(ids(up).reversed());
  }

  @Test
  void isNewestFirstUnlessAskedOtherwise() {
    assertThat(ids(walk(person, "include_total=true")))
        .isEqualTo(ids(walk(person, "sort=-created_at")));
  }

  @Test
  void numbersGrowBeyondTheirPadding() {
    var issued = walk(person, "sort=number").subList(2, 7);
    rename(issued.get(0), "INV-9999");
    rename(issued.get(1), "INV-10000");

    var numbers =
        walk(person, "sort=-number").stream()
            .map(row -> row.path("invoice_number").asString("draft"))
            .toList();

    assertThat(numbers).startsWith("INV-10000", "INV-9999").endsWith("draft", "draft");
  }

  private void rename(JsonNode row, String number) {
    owner
        .sql("update invoices set invoice_number = ? where id = ?::uuid")
        .params(number, row.path("id").asString())
        .update();
  }

  @Test
  void filtersHoldInEverySort() {
    var theirs = walk(person, "sort=-total&contact_id=" + akili);
    var sent = walk(person, "sort=due_date&status=sent&overdue=false");
    var found = walk(person, "sort=number&q=INV-");
    var day = theirs.getFirst().path("issue_date").asString();

    assertThat(theirs).hasSize(3).allMatch(row -> row.path("contact_id").asString().equals(akili));
    assertThat(theirs).isSortedAccordingTo(order("total").reversed());
    assertThat(sent).hasSize(5).allMatch(row -> row.path("status").asString().equals("SENT"));
    assertThat(found).hasSize(5).isSortedAccordingTo(order("number"));
    assertThat(walk(person, "sort=contact_name&from=%s&to=%s".formatted(day, day))).hasSize(7);
    assertThat(walk(person, "sort=contact_name&to=2020-01-01")).isEmpty();
    assertThat(walk(person, "sort=amount_due&overdue=true")).isEmpty();
    assertThat(person.get("/v1/invoices?limit=1&sort=total&include_total=true").text("/meta/total"))
        .isEqualTo("7");
  }

  @Test
  void countsLateInvoicesAsOverdueAndNoLongerAsSent() {
    owner
        .sql(
            "update invoices set issue_date = '2020-01-01', due_date = '2020-01-02' where tenant_id = ?")
        .params(person.tenantId())
        .update();

    var overdue = walk(person, "sort=-amount_due&status=overdue");

    assertThat(overdue).allMatch(row -> row.path("is_overdue").asBoolean());
    assertThat(ids(walk(person, "sort=-amount_due&overdue=true"))).isEqualTo(ids(overdue));
    assertThat(walk(person, "status=SENT").size() + overdue.size()).isEqualTo(5);
    assertThat(walk(person, "overdue=false").size() + overdue.size()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour", "--total", "TOTAL", "id", "due_date;drop", ""})
  void refusesAnUnknownSortAndSaysWhichThereAre(String sort) {
    var refused = person.get("/v1/invoices?sort=" + sort).expect(422);

    assertThat(refused.text("/error/details/0/field")).isEqualTo("sort");
    assertThat(refused.text("/error/details/0/message"))
        .contains("contact_name", "-amount_due", "created_at");
  }

  @ParameterizedTest
  @CsvSource({
    "invoices?status, OVERDUE",
    "payments?status, SUCCEEDED",
    "payments?provider, MPESA",
    "contacts?type, VENDOR"
  })
  void refusesAWordThatIsNoneOfThemAndSaysWhichThereAre(String filter, String one) {
    var refused = person.get("/v1/%s=NONSENSE".formatted(filter)).expect(422);

    assertThat(refused.text("/error/details/0/field")).isEqualTo(filter.replaceAll(".*\\?", ""));
    assertThat(refused.text("/error/details/0/message")).contains(" is one of ", one);
  }

  @Test
  void refusesTheCursorOfAnotherSortAndOneThatWasTamperedWith() {
    var cursor = person.get("/v1/invoices?limit=1&sort=due_date").text("/meta/cursor");
    var tampered = UUID.randomUUID() + "|%s|tomorrow";

    person.get("/v1/invoices?sort=-due_date&cursor=" + cursor).expect(422);
    person.get("/v1/invoices?cursor=" + cursor).expect(422);
    for (var sort : List.of("due_date", "amount_due", "-total")) {
      var made =
          Base64.getUrlEncoder()
              .encodeToString(tampered.formatted(sort).getBytes(StandardCharsets.UTF_8));
      person.get("/v1/invoices?sort=%s&cursor=%s".formatted(sort, made)).expect(422);
    }
  }

  @Test
  void anotherBusinessSeesNoneOfThemInAnySort() {
    var stranger = door.owner();
    var cursor = person.get("/v1/invoices?limit=1&sort=total").text("/meta/cursor");

    for (var sort : List.of("number", "contact_name", "due_date", "-amount_due", "total")) {
      assertThat(walk(stranger, "sort=" + sort)).isEmpty();
      assertThat(walk(stranger, "sort=%s&contact_id=%s".formatted(sort, akili))).isEmpty();
    }
    assertThat(stranger.get("/v1/invoices?sort=total&cursor=" + cursor).expect(200).data())
        .isEmpty();
  }

  /** RBC-20. */
  @Test
  void anAgentSeesOwnInvoicesAndThoseOfOwnContacts() {
    var agent = door.member(person, "AGENT");
    var own = contact(agent, "Own");
    var written = chase.draft(agent, own);
    var ofOwnContact = chase.draft(person, own);

    assertThat(ids(walk(agent, "sort=contact_name")))
        .containsExactlyInAnyOrder(written, ofOwnContact);
    assertThat(agent.get("/v1/invoices?include_total=true").text("/meta/total")).isEqualTo("2");
    assertThat(walk(agent, "q=INV-")).isEmpty();
    assertThat(walk(door.member(person, "VIEWER"), "sort=contact_name")).hasSize(9);
  }
}
