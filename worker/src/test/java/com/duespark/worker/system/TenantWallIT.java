package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.worker.system.Http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One business sees and touches nothing of another (TIS-01 to TIS-03, TIS-05, TIS-06). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantWallIT {
  private static final String NOBODY = UUID.randomUUID().toString();

  private final Rig rig = Rig.running();
  private final Business owner = Business.foundedOn(rig);
  private final Business stranger = Business.foundedOn(rig);
  private final Things ours = thingsOf(owner);

  /** A request that names something by id. */
  private record Door(String method, String path, @Nullable Object body) {

    /** Whether it is the door of an endpoint, by its method and path. */
    boolean opens(String endpoint) {
      return (method + " " + path).matches(endpoint.replaceAll("\\{\\w+}", "[^/]+"));
    }
  }

  /** One of each kind, by its id. */
  private record Things(
      String contact,
      String invoice,
      String draft,
      String payment,
      String delivery,
      String integration,
      String reminder,
      String policy,
      String holiday,
      String rate,
      String apiKey,
      String member,
      String privacyRequest,
      String export) {

    static Things ofNobody() {
      return new Things(
          NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY,
          NOBODY, NOBODY, NOBODY);
    }

    List<Door> doors() {
      Map<String, Object> none = Map.of();
      Map<String, Object> reason = Map.of("reason", "None of your business");
      String ofInvoice = "/v1/invoices/" + invoice;
      return List.of(
          new Door("GET", "/v1/contacts/" + contact, null),
          new Door("PATCH", "/v1/contacts/" + contact, Map.of("display_name", "Mine now")),
          new Door("PUT", "/v1/contacts/" + contact, Map.of("display_name", "Mine now")),
          new Door("DELETE", "/v1/contacts/" + contact, null),
          new Door("POST", "/v1/contacts/" + contact + "/restore", none),
          new Door("POST", "/v1/contacts/" + contact + "/pause-reminders", none),
          new Door("POST", "/v1/contacts/" + contact + "/resume-reminders", none),
          new Door("POST", "/v1/contacts/" + contact + "/channels/EMAIL/mute", none),
          new Door("POST", "/v1/contacts/" + contact + "/channels/EMAIL/unmute", none),
          new Door("GET", ofInvoice, null),
          new Door("PATCH", ofInvoice, Map.of("internal_note", "Mine now")),
          new Door("DELETE", ofInvoice, null),
          new Door("POST", ofInvoice + "/duplicate", none),
          new Door("GET", ofInvoice + "/delivery-status", null),
          new Door("GET", ofInvoice + "/pdf", null),
          new Door("GET", ofInvoice + "/preview", null),
          new Door("POST", "/v1/reminders/preview", Map.of("invoice_id", invoice)),
          new Door("POST", ofInvoice + "/send", none),
          new Door("POST", ofInvoice + "/schedule", Map.of("send_at", "2099-01-01T00:00:00Z")),
          new Door("POST", ofInvoice + "/unschedule", none),
          new Door("POST", ofInvoice + "/mark-sent", none),
          new Door("POST", ofInvoice + "/void", reason),
          new Door("POST", ofInvoice + "/write-off", reason),
          new Door("GET", ofInvoice + "/reminders", null),
          new Door("GET", ofInvoice + "/next-send-times", null),
          new Door("POST", ofInvoice + "/pause-reminders", none),
          new Door("POST", ofInvoice + "/resume-reminders", none),
          new Door("GET", ofInvoice + "/explain", null),
          new Door("POST", ofInvoice + "/remind", none),
          new Door("POST", ofInvoice + "/promise", Map.of("promised_on", "2099-01-01")),
          new Door("POST", ofInvoice + "/dispute", reason),
          new Door("POST", ofInvoice + "/resolve-dispute", none),
          new Door("PUT", ofInvoice + "/reminder-policy", none),
          new Door("POST", ofInvoice + "/portal-link", none),
          new Door("DELETE", ofInvoice + "/portal-link", null),
          new Door("GET", "/v1/payments/" + payment, null),
          new Door("GET", "/v1/payments/" + payment + "/receipt", null),
          new Door("POST", "/v1/deliveries/" + delivery + "/resolve", Map.of("outcome", "SENT")),
          new Door("GET", "/v1/reminders/" + reminder, null),
          new Door("GET", "/v1/reminders/" + reminder + "/why", null),
          new Door("PATCH", "/v1/reminders/" + reminder, Map.of("tone", "FIRM")),
          new Door("DELETE", "/v1/reminders/" + reminder, null),
          new Door("POST", "/v1/reminders/" + reminder + "/restore", none),
          new Door("POST", "/v1/reminders/" + reminder + "/decide", Map.of("answer", "SEND")),
          new Door("POST", "/v1/reminders/send-now", Map.of("reminder_id", reminder)),
          new Door("GET", "/v1/reminder-policies/" + policy, null),
          new Door("PATCH", "/v1/reminder-policies/" + policy, Map.of("name", "Mine now")),
          new Door("DELETE", "/v1/reminder-policies/" + policy, null),
          new Door(
              "POST",
              "/v1/reminder-policies/what-if",
              Map.of("policy_id", policy, "policy", Map.of("name", "Mine now"))),
          new Door("DELETE", "/v1/holidays/" + holiday, null),
          new Door("DELETE", "/v1/api-keys/" + apiKey, null),
          new Door("PATCH", "/v1/members/" + member, Map.of("role", "OWNER")),
          new Door("DELETE", "/v1/members/" + member, null),
          new Door("POST", "/v1/members/" + member + "/resend-invite", none),
          new Door("GET", "/v1/privacy-requests/" + privacyRequest, null),
          new Door("GET", "/v1/privacy-requests/" + privacyRequest + "/file", null),
          new Door("POST", "/v1/privacy-requests/" + privacyRequest + "/override", reason),
          new Door("POST", "/v1/privacy-requests/" + privacyRequest + "/cancel", none),
          new Door("GET", "/v1/export/" + export, null),
          new Door("POST", "/v1/export/" + export + "/cancel", none),
          new Door("PATCH", "/v1/tax-rates/" + rate, Map.of("name", "Mine now")),
          new Door("DELETE", "/v1/tax-rates/" + rate, null),
          new Door("DELETE", "/v1/integrations/" + integration, null));
    }
  }

  private static Things thingsOf(Business business) {
    String invoice = business.sent();
    var day = Map.of("day", "2030-12-24", "name", "Inventory");
    var key = Map.of("name", "Shop", "scopes", List.of("contacts:read"));
    var invited = Map.of("email", "wanjiru@lantana.example", "role", "STAFF");
    var request =
        Map.of(
            "kind", "EXPORT",
            "subject_type", "CONTACT",
            "subject_id", business.contact(),
            "identity_note", "Known by voice");
    return new Things(
        business.contact(),
        invoice,
        business.draft(),
        made(business.receive(invoice, "32")).path("id").asString(),
        business.deliveries(invoice).getFirst().path("id").asString(),
        business.list("/v1/integrations").getFirst().path("id").asString(),
        business.awaitReminders(invoice).getFirst().path("id").asString(),
        business.list("/v1/reminder-policies").getFirst().path("id").asString(),
        made(business.post("/v1/holidays", day)).path("id").asString(),
        business.list("/v1/tax-rates").getFirst().path("id").asString(),
        made(business.post("/v1/api-keys", key)).path("key").path("id").asString(),
        made(business.post("/v1/members", invited)).path("id").asString(),
        made(business.post("/v1/privacy-requests", request)).path("id").asString(),
        Archive.ask(business));
  }

  private static JsonNode made(Reply reply) {
    return reply.require(201).data();
  }

  @TestFactory
  List<DynamicTest> aStrangersIdIsAnsweredLikeAnUnknownOne() {
    List<Door> theirs = ours.doors();
    List<Door> unknown = Things.ofNobody().doors();
    return IntStream.range(0, theirs.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    unknown.get(i).method() + " " + unknown.get(i).path().replace(NOBODY, "{id}"),
                    () -> assertSameNotFound(theirs.get(i), unknown.get(i))))
        .toList();
  }

  @Test
  void everyEndpointThatNamesSomethingIsKnockedAt() throws IOException {
    List<Door> doors = ours.doors();
    List<String> named = named();

    assertThat(named)
        .allSatisfy(
            endpoint -> assertThat(doors).as(endpoint).anyMatch(door -> door.opens(endpoint)));
    System.out.printf("%d endpoints name something; %d doors tried%n", named.size(), doors.size());
  }

  /** The endpoints of members whose path holds an id. */
  private static List<String> named() throws IOException {
    var described =
        JsonMapper.shared().readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
    List<String> all = new ArrayList<>();
    for (var path : described.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (path.getKey().contains("{") && operation.getValue().has("x-role")) {
          all.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return all;
  }

  private void assertSameNotFound(Door theirs, Door unknown) {
    Reply refused = knock(theirs);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.json().path("error")).isEqualTo(knock(unknown).json().path("error"));
  }

  private Reply knock(Door door) {
    return stranger.ask(door.method(), door.path(), door.body());
  }

  @Test
  void aStrangersIdIsNoPartOfOwnThings() {
    var line = Map.of("name", "Repair", "qty", 1, "rate", "200");
    var borrowed = Map.of("contact_id", ours.contact(), "line_items", List.of(line));

    assertThat(stranger.post("/v1/invoices", borrowed).status()).isIn(404, 422);
    assertThat(stranger.receive(ours.invoice(), "1").status()).isIn(404, 422);
    String own = stranger.draft();
    var moved = Map.of("contact_id", ours.contact());
    assertThat(stranger.ask("PATCH", "/v1/invoices/" + own, moved).status()).isIn(404, 422);
  }

  @Test
  void aStrangersListsHoldNothingOfOurs() {
    for (String list : List.of("/v1/contacts", "/v1/invoices", "/v1/payments")) {
      assertThat(stranger.get(list).require(200).text())
          .doesNotContain(ours.contact(), ours.invoice(), ours.draft(), ours.payment());
    }
    assertThat(stranger.get("/v1/integrations").require(200).text())
        .doesNotContain(ours.integration());
    assertThat(stranger.get("/v1/reminder-policies").require(200).text())
        .doesNotContain(ours.policy());
    assertThat(stranger.get("/v1/members").require(200).text())
        .doesNotContain(ours.member(), owner.owner());
    assertThat(stranger.get("/v1/home/summary").require(200).text())
        .doesNotContain(ours.contact(), ours.invoice(), ours.draft(), ours.delivery());
    assertThat(stranger.list("/v1/reminders")).isEmpty();
    assertThat(stranger.list("/v1/holidays")).isEmpty();
    assertThat(stranger.list("/v1/api-keys")).isEmpty();
    assertThat(stranger.list("/v1/privacy-requests")).isEmpty();
    assertThat(stranger.list("/v1/export")).isEmpty();
    assertThat(stranger.list("/v1/reminders?invoice_id=" + ours.invoice())).isEmpty();
    assertThat(stranger.list("/v1/reminders?contact_id=" + ours.contact())).isEmpty();
    assertThat(stranger.list("/v1/payments?invoice_id=" + ours.invoice())).isEmpty();
    assertThat(stranger.list("/v1/invoices?contact_id=" + ours.contact())).isEmpty();
    assertThat(stranger.list("/v1/audit-log?entity_id=" + ours.invoice())).isEmpty();
    assertThat(stranger.get("/v1/audit-log/export?format=jsonl").require(200).text())
        .doesNotContain(ours.contact(), ours.invoice(), ours.draft(), ours.payment());
  }

  @Test
  void aStrangersExportHoldsNothingOfOurs() {
    var visitor = Business.foundedOn(rig);
    visitor.sent();

    Archive archive = Archive.of(visitor);

    assertThat(archive.count("invoices")).isEqualTo(1);
    assertThat(archive.everything())
        .contains(visitor.contact(), visitor.owner())
        .doesNotContain(owner.tenantId(), owner.owner(), ours.contact(), ours.invoice())
        .doesNotContain(
            ours.draft(), ours.payment(), ours.delivery(), ours.apiKey(), ours.member());
  }

  @Test
  void withoutATenantTheProgramsRoleFindsNoRowInAnyTenantTable() {
    List<String> tables =
        rig.database()
            .ask(
                "select tablename from pg_policies where policyname = 'tenant'"
                    + " and schemaname = 'public' order by 1");

    assertThat(tables)
        .contains("invoices", "contacts", "payments", "deliveries", "commands", "reminders")
        .contains("tenant_members", "invitations");
    assertThat(tables)
        .allSatisfy(
            table ->
                assertThat(rig.database().askAsProgram("select count(*) from " + table))
                    .as(table)
                    .containsExactly("0"));
    assertThat(rig.database().count("select count(*) from invoices")).isPositive();
  }

  @Test
  void onlyTablesReadBeforeTheTenantIsKnownGoWithoutRowLevelSecurity() {
    assertThat(
            rig.database()
                .ask(
                    """
                    select c.relname from pg_class c
                      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                      and not c.relispartition and not c.relrowsecurity
                    order by 1
                    """))
        .isSubsetOf("sessions", "rate_windows", "webhook_events", "dead_letters");
  }
}
