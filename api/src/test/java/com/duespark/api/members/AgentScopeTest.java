package com.duespark.api.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.domain.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What an AGENT finds (RBC-20), and what is answered as if it were not there. */
@ApiTest
class AgentScopeTest {

  private static final String NOBODY = UUID.randomUUID().toString();

  @Autowired Door door;
  @Autowired Chase chase;

  private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

  private Door.Person owner;
  private Door.Person agent;
  private String contact = "";
  private String invoice = "";
  private String reminder = "";

  @BeforeEach
  void aBusinessWithAnAgent() {
    owner = door.verifiedOwner();
    agent = door.member(owner, "AGENT");
    door.verify(agent);
    owner.patch("/v1/members/" + Team.idOf(owner, agent.email()), "{\"can_send\":true}");
    contact = chase.contact(owner);
    invoice = chase.sent(owner, contact);
    chase.plan(owner, contact);
    reminder = owner.get("/v1/reminders").text("/data/0/id");
  }

  /** Every endpoint about an invoice or a reminder that an AGENT's role opens. */
  private static List<Ask> asks(String invoice, String reminder) {
    var ofInvoice = "/v1/invoices/" + invoice;
    var ofReminder = "/v1/reminders/" + reminder;
    return List.of(
        new Ask("GET", ofInvoice, ""),
        new Ask("PATCH", ofInvoice, "{\"internal_note\":\"x\"}"),
        new Ask("POST", ofInvoice + "/duplicate", ""),
        new Ask("GET", ofInvoice + "/delivery-status", ""),
        new Ask("GET", ofInvoice + "/pdf", ""),
        new Ask("GET", ofInvoice + "/preview", ""),
        new Ask("GET", ofInvoice + "/reminders", ""),
        new Ask("GET", ofInvoice + "/explain", ""),
        new Ask("GET", ofInvoice + "/next-send-times", ""),
        new Ask("POST", ofInvoice + "/send", "{}"),
        new Ask("GET", ofReminder, ""),
        new Ask("GET", ofReminder + "/why", ""),
        new Ask("POST", "/v1/reminders/preview", "{\"invoice_id\":\"%s\"}".formatted(invoice)));
  }

  private record Ask(String method, String path, String body) {

    Door.Answer of(Door.Person person) {
      return switch (method) {
        case "GET" -> person.get(path);
        case "PATCH" -> person.patch(path, body);
        default -> person.post(path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
      };
    }
  }

  @Test
  void whatIsOutsideIsAnsweredLikeWhatIsNotThere() {
    var outside = asks(invoice, reminder);
    var unknown = asks(NOBODY, NOBODY);

    for (int i = 0; i < outside.size(); i++) {
      var refused = outside.get(i).of(agent);
      assertThat(refused.status()).as(unknown.get(i).path()).isEqualTo(404);
      assertThat(refused.body().path("error"))
          .as(unknown.get(i).path())
          .isEqualTo(unknown.get(i).of(agent).body().path("error"));
    }
    agent.get("/v1/contacts/" + contact).expect(404);
  }

  @Test
  void listsHoldNothingFromOutside() {
    assertThat(agent.get("/v1/invoices").expect(200).data()).isEmpty();
    assertThat(agent.get("/v1/contacts").expect(200).data()).isEmpty();
    var reminders = agent.get("/v1/reminders?include_total=true").expect(200);
    assertThat(reminders.data()).isEmpty();
    assertThat(reminders.body().at("/meta/total").asInt()).isZero();
    assertThat(agent.get("/v1/reminders?invoice_id=" + invoice).data()).isEmpty();
    assertThat(owner.get("/v1/reminders").data()).hasSize(4);
    agent.get("/v1/payments").expect(403);
  }

  @Test
  void noInvoiceIsWrittenToAContactFromOutside() {
    var refused =
        agent
            .post(
                "/v1/invoices",
                """
                {"contact_id":"%s","line_items":[{"name":"Repair","qty":1,"rate":"10"}]}"""
                    .formatted(contact))
            .expect(422);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("UNKNOWN_CONTACT");
  }

  @Test
  void whatTheyWroteIsTheirs() {
    var own = chase.contact(agent);
    var draft = chase.draft(agent, own);

    agent.get("/v1/invoices/" + draft).expect(200);
    agent.patch("/v1/invoices/" + draft, "{\"internal_note\":\"Mine\"}").expect(200);
    agent.get("/v1/invoices/" + draft + "/pdf").expect(200);
    agent.get("/v1/invoices/" + draft + "/next-send-times").expect(200);
    assertThat(agent.get("/v1/invoices").data()).hasSize(1);
  }

  @Test
  void whatIsIssuedIsNotTheirsToEditNotEvenPastTheHint() {
    var own = chase.contact(agent);
    var sent = chase.sent(owner, own);
    var scheduled = chase.draft(agent, own);
    chase.schedule(owner, scheduled, Instant.now().plus(Duration.ofDays(2)));
    long denials = denials();

    for (var issued : List.of(sent, scheduled)) {
      var seen = agent.get("/v1/invoices/" + issued).expect(200);
      assertThat(seen.data().path("allowed_actions").valueStream().map(JsonNode::asString))
          .doesNotContain("update");
      var refused =
          agent.patch("/v1/invoices/" + issued, "{\"internal_note\":\"Mine\"}").expect(403);
      assertThat(refused.text("/error/code")).isEqualTo("FORBIDDEN");
      assertThat(refused.text("/error/details/0/code")).isEqualTo("DRAFTS_ONLY");
      var after = owner.get("/v1/invoices/" + issued).expect(200);
      assertThat(after.data().path("version")).isEqualTo(seen.data().path("version"));
    }

    assertThat(denials()).isEqualTo(denials + 2);
    assertThat(
            database
                .sql("select count(*) from commands where tenant_id = ? and kind = 'AMEND'")
                .param(owner.tenantId())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private long denials() {
    return database
        .sql(
            """
            select count(*) from analytics_events
            where tenant_id = ? and event_name = 'security.permission_denied'
              and properties ->> 'endpoint' = 'PATCH /v1/invoices/{id}'
            """)
        .param(owner.tenantId())
        .query(Long.class)
        .single();
  }

  @Test
  void invoicesOfTheirContactsAreTheirsWithTheirReminders() {
    var own = chase.contact(agent);
    var colleagues = chase.sent(owner, own);
    chase.plan(owner, own);

    agent.get("/v1/invoices/" + colleagues).expect(200);
    var reminders = agent.get("/v1/reminders").expect(200);

    assertThat(reminders.data()).hasSize(4);
    assertThat(reminders.text("/data/0/invoice_id")).isEqualTo(colleagues);
    agent.get("/v1/reminders/" + reminders.text("/data/0/id") + "/why").expect(200);
    agent
        .post("/v1/reminders/preview", "{\"invoice_id\":\"%s\"}".formatted(colleagues))
        .expect(200);
  }

  @Test
  void assignedWorkBringsItsInvoice() {
    database
        .sql(
            """
            insert into work_items (id, tenant_id, type, title, invoice_id, assigned_to, source)
            values (gen_random_uuid(), ?, 'JOB', 'Call them', ?::uuid, ?, 'MANUAL')
            """)
        .params(owner.tenantId(), invoice, agent.userId())
        .update();

    agent.get("/v1/invoices/" + invoice).expect(200);
    assertThat(agent.get("/v1/invoices").data()).hasSize(1);
    assertThat(agent.get("/v1/reminders").data()).hasSize(4);
  }

  @Test
  void othersAreNotLimited() {
    for (var role : List.of("ADMIN", "STAFF", "VIEWER")) {
      door.member(owner, role).get("/v1/invoices/" + invoice).expect(200);
    }
  }
}
