package com.duespark.api.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.storage.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner closes the business and opens it again (RET-07). Erasing it is another test's. */
@ApiTest
class ClosingTest {

  private static final String CLOSE = "{\"name\":\"Asha Repairs\"}";

  @Autowired Door door;

  private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

  private Person owner;
  private UUID tenant;

  @BeforeEach
  void found() {
    owner = door.verifiedOwner();
    tenant = owner.tenantId();
  }

  private Answer close() {
    return owner.post("/v1/tenant/close", CLOSE).expect(200);
  }

  @Test
  void itIsClosedToldToItsWorkflowAuditedAndItsOwnersAreWrittenTo() {
    var second = door.member(owner, "OWNER");
    door.member(owner, "ADMIN");

    var closed = close();

    assertThat(closed.text("/data/status")).isEqualTo("CLOSED");
    assertThat(closed.text("/data/erase_on"))
        .isEqualTo(LocalDate.now(ZoneId.of("Africa/Nairobi")).plusDays(60).toString());
    assertThat(closed.data().path("reminders_paused").asBoolean()).isTrue();
    assertThat(closed.data().path("allowed_actions").toString()).isEqualTo("[\"reopen\"]");
    assertThat(owner.get("/v1/tenant").expect(200).data()).isEqualTo(closed.data());
    assertThat(told()).isEqualTo(1);
    assertThat(audited()).contains("tenant.closed");
    assertThat(mailed()).containsExactlyInAnyOrder(owner.email(), second.email());
  }

  @Test
  void nobodyWorksInItAndItsOwnerMayTakeEverythingAway() {
    var admin = door.member(owner, "ADMIN");
    var contact =
        owner.post("/v1/contacts", "{\"display_name\":\"Jo\"}").expect(201).text("/data/id");
    close();

    for (var path : List.of("/v1/contacts/" + contact, "/v1/invoices", "/v1/health")) {
      assertThat(closedDoor(owner.get(path))).isEqualTo("BUSINESS_CLOSED");
    }
    assertThat(closedDoor(owner.post("/v1/contacts", "{\"display_name\":\"Ju\"}")))
        .isEqualTo("BUSINESS_CLOSED");
    assertThat(closedDoor(owner.patch("/v1/tenant", "{\"name\":\"Mine\"}")))
        .isEqualTo("BUSINESS_CLOSED");
    assertThat(closedDoor(admin.get("/v1/tenant"))).isEqualTo("BUSINESS_CLOSED");
    assertThat(closedDoor(admin.post("/v1/export", "{}"))).isEqualTo("BUSINESS_CLOSED");
    assertThat(closedDoor(admin.post("/v1/tenant/reopen", "{}"))).isEqualTo("BUSINESS_CLOSED");
    owner.get("/v1/auth/me").expect(200);
    var export = owner.post("/v1/export", "{}").expect(202).text("/data/job_id");
    owner.get("/v1/export/" + export).expect(200);
    owner.post("/v1/export/" + export + "/cancel", "{}").expect(200);
    owner.get("/v1/export").expect(200);
  }

  private static String closedDoor(Answer answer) {
    return answer.expect(403).text("/error/details/0/code");
  }

  @Test
  void itsKeysAreRefused() {
    var key =
        owner
            .post("/v1/api-keys", "{\"name\":\"Shop\",\"scopes\":[\"contacts:read\"]}")
            .expect(201)
            .text("/data/secret");
    close();

    door.stranger().with(key).get("/v1/contacts").expect(403);
  }

  @Test
  void whoOpensItAgainWorksOnWithRemindersPaused() {
    close();

    var opened = owner.post("/v1/tenant/reopen", "{}").expect(200);

    assertThat(opened.text("/data/status")).isEqualTo("ACTIVE");
    assertThat(opened.data().path("closed_at").isNull()).isTrue();
    assertThat(opened.data().path("reminders_paused").asBoolean()).isTrue();
    assertThat(opened.data().path("allowed_actions").toString())
        .contains("update", "resume_reminders", "close");
    owner.get("/v1/invoices").expect(200);
    assertThat(audited()).contains("tenant.closed", "tenant.reopened");
    assertThat(told()).isEqualTo(2);
    assertThat(owner.post("/v1/tenant/reopen", "{}").expect(409).text("/error/details/0/code"))
        .isEqualTo("OPEN");
  }

  @Test
  void afterItsDaysItIsNotOpenedAgain() {
    close();
    database
        .sql("update tenants set closed_at = now() - interval '60 days 1 second' where id = ?")
        .param(tenant)
        .update();

    assertThat(owner.post("/v1/tenant/reopen", "{}").expect(409).text("/error/details/0/code"))
        .isEqualTo("ERASED");
  }

  @Test
  void whoeverClosesItTypesItsName() {
    var refused = owner.post("/v1/tenant/close", "{\"name\":\"asha repairs\"}").expect(422);

    assertThat(refused.text("/error/details/0/field")).isEqualTo("name");
    assertThat(refused.text("/error/details/0/code")).isEqualTo("NOT_THE_NAME");
    owner.post("/v1/tenant/close", "{}").expect(422);
    owner.get("/v1/invoices").expect(200);
  }

  @Test
  void whatIsScheduledOrOnItsWayIsInTheWay() {
    var contact =
        owner
            .post("/v1/contacts", "{\"display_name\":\"Jo\",\"email\":\"jo@example.com\"}")
            .expect(201)
            .text("/data/id");
    var invoice =
        UUID.fromString(
            owner
                .post(
                    "/v1/invoices",
                    """
                    {"contact_id":"%s","line_items":[{"name":"Repair","rate":"200"}]}
                    """
                        .formatted(contact))
                .expect(201)
                .text("/data/id"));
    set(invoice, "status = 'SCHEDULED', invoice_number = 'INV-1', document = '{}'");
    assertThat(owner.post("/v1/tenant/close", CLOSE).expect(409).text("/error/details/0/code"))
        .isEqualTo("SCHEDULED_INVOICES");
    set(invoice, "status = 'DRAFT', send_state = 'SENDING'");
    assertThat(owner.post("/v1/tenant/close", CLOSE).expect(409).text("/error/details/0/code"))
        .isEqualTo("UNDER_WAY");
    set(invoice, "send_state = 'IDLE'");
    close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADMIN", "STAFF", "AGENT", "VIEWER"})
  void anOwnerAloneClosesIt(String role) {
    var member = door.member(owner, role);

    assertThat(member.post("/v1/tenant/close", CLOSE).expect(403).text("/error/details/0/code"))
        .isEqualTo("ROLE_REQUIRED");
    assertThat(member.get("/v1/tenant").expect(200).data().path("allowed_actions").toString())
        .doesNotContain("close");
  }

  private void set(UUID invoice, String what) {
    database.sql("update invoices set %s where id = ?".formatted(what)).param(invoice).update();
  }

  private int told() {
    return database
        .sql("select count(*) from outbox_messages where workflow_id = ?")
        .param("closing/" + tenant)
        .query(Integer.class)
        .single();
  }

  private List<String> audited() {
    return database
        .sql("select action from audit_log where tenant_id = ? order by id")
        .param(tenant)
        .query(String.class)
        .list();
  }

  private List<String> mailed() {
    return database
        .sql(
            """
            select recipient from account_deliveries
            where type = 'BUSINESS_CLOSED' and request ->> 'business' = 'Asha Repairs'
              and recipient in (select u.email from users u join tenant_members m
                on m.user_id = u.id where m.tenant_id = ?)
            """)
        .param(tenant)
        .query(String.class)
        .list();
  }
}
