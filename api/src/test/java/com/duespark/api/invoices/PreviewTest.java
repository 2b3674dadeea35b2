package com.duespark.api.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.storage.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class PreviewTest {

  private static final String LINK = "https://pay.example.com/portal/invoices/example";

  @Autowired Door door;
  @Autowired Chase chase;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  private Person person;
  private String contact = "";

  @BeforeEach
  void foundABusiness() {
    person = door.owner();
    contact = chase.contact(person);
  }

  // ------------------------------------------------------------------ the invoice

  @Test
  void aDraftIsShownAsItWouldBeSent() {
    var draft = chase.draft(person, contact);

    var preview = preview(person, draft).expect(200);
    var again = preview(person, draft).expect(200);

    assertThat(preview.text("/data/to/0")).isEqualTo("debtor@example.com");
    assertThat(preview.text("/data/subject")).isEqualTo("Invoice INV-1001 from Asha Repairs");
    assertThat(preview.text("/data/attachment/name")).isEqualTo("INV-1001.pdf");
    assertThat(preview.text("/data/html")).contains("INV-1001.pdf", LINK, "Dear Debtor");
    assertThat(preview.text("/data/text")).contains("View Invoice Online: " + LINK);
    assertThat(again.data()).isEqualTo(preview.data());
    assertThat(person.get("/v1/invoices/" + draft).data().path("invoice_number").isNull()).isTrue();
    assertThat(
            owner
                .sql("select count(*) from portal_tokens where tenant_id = ?")
                .param(person.tenantId())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void theSendersOwnWordsReplaceTheUsualOnes() {
    var draft = chase.draft(person, contact);

    var preview =
        person
            .get("/v1/invoices/" + draft + "/preview?message=Thanks%20for%20coming,%20%3Cb%3E")
            .expect(200);

    assertThat(preview.text("/data/text")).contains("Thanks for coming, <b>");
    assertThat(preview.text("/data/html"))
        .contains("Thanks for coming, &lt;b&gt;")
        .doesNotContain("Here is invoice");
    person.get("/v1/invoices/" + draft + "/preview?message=" + "x".repeat(2_001)).expect(422);
  }

  @Test
  void whatWasSentIsShownAsItWas() {
    var sent = chase.sent(person, contact);
    var draft = chase.draft(person, contact);

    person.patch("/v1/contacts/" + contact, "{\"display_name\":\"Renamed\"}").expect(200);

    assertThat(preview(person, sent).text("/data/text")).contains("Dear Debtor");
    assertThat(preview(person, draft).text("/data/text")).contains("Dear Renamed");
    assertThat(preview(person, draft).text("/data/subject")).contains("INV-1002");
  }

  @Test
  void withoutAnAddressItIsToNobody() {
    var draft = chase.draft(person, contact);
    owner.sql("update contacts set email = null where id = ?::uuid").param(contact).update();

    assertThat(preview(person, draft).expect(200).data().path("to")).isEmpty();
  }

  // ------------------------------------------------------------------ the reminder

  @Test
  void aReminderSpeaksInTheToneAndOnTheDayOfThePlan() {
    var sent = chase.sent(person, contact);
    chase.plan(person, contact);
    owner
        .sql(
            "update reminders set status = 'CANCELED' where invoice_id = ?::uuid and step_key <> 'FINAL'")
        .param(sent)
        .update();

    var planned = remind(person, sent, "").expect(200);
    var mild = remind(person, sent, ",\"tone\":\"FRIENDLY\"").expect(200);

    assertThat(planned.text("/data/to/0")).isEqualTo("debtor@example.com");
    assertThat(planned.data().path("attachment").isNull()).isTrue();
    assertThat(planned.text("/data/html")).contains(LINK, "INV-1001");
    assertThat(planned.text("/data/text")).containsPattern("1[4-9] days");
    assertThat(mild.text("/data/subject")).isNotEqualTo(planned.text("/data/subject"));
    assertThat(remind(person, sent, ",\"tone\":\"FIRM\"").data()).isEqualTo(planned.data());
  }

  @Test
  void whatIsNotPlannedYetIsWrittenForToday() {
    var sent = chase.sent(person, contact);
    owner
        .sql(
            "update invoices set issue_date = current_date - 60, due_date = current_date - 40"
                + " where id = ?::uuid")
        .param(sent)
        .update();

    var late = remind(person, sent, "").expect(200);

    assertThat(late.data()).isEqualTo(remind(person, sent, ",\"tone\":\"FIRM\"").data());
    assertThat(late.text("/data/text")).containsPattern("(39|40|41) days");
    assertThat(remind(person, chase.draft(person, contact), "").expect(200).text("/data/html"))
        .contains("INV-1002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAID", "VOID"})
  void nobodyIsRemindedOfWhatIsClosed(String status) {
    var sent = chase.sent(person, contact);
    owner.sql("update invoices set status = ? where id = ?::uuid").params(status, sent).update();

    var refused = remind(person, sent, "").expect(409);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("NOTHING_DUE");
  }

  @Test
  void aReminderByHandSaysOnesOwnWords() {
    var sent = chase.sent(person, contact);

    var mail = remind(person, sent, ",\"message\":\"The bags are torn.\"").expect(200);

    assertThat(mail.text("/data/html")).contains("The bags are torn.");
    remind(person, sent, ",\"message\":\"%s\"".formatted("x".repeat(2_001))).expect(422);
  }

  // ------------------------------------------------------------------ who may

  @ParameterizedTest
  @ValueSource(strings = {"ADMIN", "STAFF", "VIEWER"})
  void everyMemberMayLook(String role) {
    var sent = chase.sent(person, contact);
    var member = door.member(person, role);

    preview(member, sent).expect(200);
    remind(member, sent, "").expect(200);
  }

  /** RBC-20. */
  @Test
  void anAgentLooksAtWhatIsTheirs() {
    var agent = door.member(person, "AGENT");
    var own = chase.sent(person, chase.contact(agent));
    var others = chase.sent(person, contact);

    preview(agent, own).expect(200);
    remind(agent, own, "").expect(200);
    preview(agent, others).expect(404);
    remind(agent, others, "").expect(404);
  }

  @Test
  void anotherBusinessIsNotThere() {
    var sent = chase.sent(person, contact);
    var stranger = door.owner();

    for (var id : new String[] {sent, UUID.randomUUID().toString()}) {
      preview(stranger, id).expect(404);
      remind(stranger, id, "").expect(404);
    }
    preview(door.stranger(), sent).expect(401);
    remind(person, "x", "").expect(422);
    remind(person, sent, ",\"tone\":\"LOUD\"").expect(422);
  }

  private static Answer preview(Person person, String invoice) {
    return person.get("/v1/invoices/" + invoice + "/preview");
  }

  private static Answer remind(Person person, String invoice, String more) {
    return person.post(
        "/v1/reminders/preview", "{\"invoice_id\":\"%s\"%s}".formatted(invoice, more));
  }
}
