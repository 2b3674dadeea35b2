package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.worker.system.Http.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** One business sees and touches nothing of another (TIS-01 to TIS-03, TIS-06). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantWallIT {
  private static final String NOBODY = UUID.randomUUID().toString();

  private final Rig rig = Rig.running();
  private final Business owner = Business.foundedOn(rig);
  private final Business stranger = Business.foundedOn(rig);
  private String contact = "";
  private String invoice = "";
  private String draft = "";
  private String payment = "";
  private String delivery = "";
  private String integration = "";
  private String reminder = "";
  private String policy = "";
  private String holiday = "";

  /** A request that names something by id. */
  private record Door(String method, String path, @Nullable Object body) {}

  @BeforeAll
  void ownSomethingOfEachKind() {
    contact = owner.contact();
    draft = owner.draft();
    invoice = owner.sent();
    payment = owner.receive(invoice, "32").require(201).data().path("id").asString();
    delivery = owner.deliveries(invoice).getFirst().path("id").asString();
    integration = owner.list("/v1/integrations").getFirst().path("id").asString();
    reminder = owner.awaitReminders(invoice).getFirst().path("id").asString();
    policy = owner.list("/v1/reminder-policies").getFirst().path("id").asString();
    var day = Map.of("day", "2030-12-24", "name", "Inventory");
    holiday = owner.post("/v1/holidays", day).require(201).data().path("id").asString();
  }

  private static List<Door> doors(
      String contact,
      String invoice,
      String payment,
      String delivery,
      String integration,
      String reminder,
      String policy,
      String holiday) {
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
        new Door("POST", ofInvoice + "/portal-link", none),
        new Door("DELETE", ofInvoice + "/portal-link", null),
        new Door("GET", "/v1/payments/" + payment, null),
        new Door("GET", "/v1/payments/" + payment + "/receipt", null),
        new Door("POST", "/v1/deliveries/" + delivery + "/resolve", Map.of("outcome", "SENT")),
        new Door("GET", "/v1/reminders/" + reminder, null),
        new Door("GET", "/v1/reminders/" + reminder + "/why", null),
        new Door("GET", "/v1/reminder-policies/" + policy, null),
        new Door("DELETE", "/v1/holidays/" + holiday, null),
        new Door("DELETE", "/v1/integrations/" + integration, null));
  }

  @TestFactory
  List<DynamicTest> aStrangersIdIsAnsweredLikeAnUnknownOne() {
    List<Door> theirs =
        doors(contact, invoice, payment, delivery, integration, reminder, policy, holiday);
    List<Door> unknown = doors(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY);
    return IntStream.range(0, theirs.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    unknown.get(i).method() + " " + unknown.get(i).path().replace(NOBODY, "{id}"),
                    () -> assertSameNotFound(theirs.get(i), unknown.get(i))))
        .toList();
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
    var borrowed = Map.of("contact_id", contact, "line_items", List.of(line));

    assertThat(stranger.post("/v1/invoices", borrowed).status()).isIn(404, 422);
    assertThat(stranger.receive(invoice, "1").status()).isIn(404, 422);
    String own = stranger.draft();
    var moved = Map.of("contact_id", contact);
    assertThat(stranger.ask("PATCH", "/v1/invoices/" + own, moved).status()).isIn(404, 422);
  }

  @Test
  void aStrangersListsHoldNothingOfOurs() {
    for (String list : List.of("/v1/contacts", "/v1/invoices", "/v1/payments")) {
      assertThat(stranger.get(list).require(200).text())
          .doesNotContain(contact, invoice, draft, payment);
    }
    assertThat(stranger.get("/v1/integrations").require(200).text()).doesNotContain(integration);
    assertThat(stranger.get("/v1/reminder-policies").require(200).text()).doesNotContain(policy);
    assertThat(stranger.get("/v1/home/summary").require(200).text())
        .doesNotContain(contact, invoice, draft, delivery);
    assertThat(stranger.list("/v1/reminders")).isEmpty();
    assertThat(stranger.list("/v1/holidays")).isEmpty();
    assertThat(stranger.list("/v1/reminders?invoice_id=" + invoice)).isEmpty();
    assertThat(stranger.list("/v1/reminders?contact_id=" + contact)).isEmpty();
    assertThat(stranger.list("/v1/payments?invoice_id=" + invoice)).isEmpty();
    assertThat(stranger.list("/v1/invoices?contact_id=" + contact)).isEmpty();
  }

  @Test
  void withoutATenantTheProgramsRoleFindsNoRowInAnyTenantTable() {
    List<String> tables =
        rig.database()
            .ask(
                "select tablename from pg_policies where policyname = 'tenant'"
                    + " and schemaname = 'public' order by 1");

    assertThat(tables)
        .contains("invoices", "contacts", "payments", "deliveries", "commands", "reminders");
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
