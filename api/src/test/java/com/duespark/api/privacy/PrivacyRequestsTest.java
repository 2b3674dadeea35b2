package com.duespark.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.storage.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking, waving through, taking back: EP-181. What the workflow does is another test's. */
@ApiTest
class PrivacyRequestsTest {

  private static final String REQUESTS = "/v1/privacy-requests";

  @Autowired Door door;

  private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

  private Person owner;
  private String contact;

  @BeforeEach
  void found() {
    owner = door.owner();
    contact =
        owner
            .post("/v1/contacts", "{\"display_name\":\"Savanna Bloom\"}")
            .expect(201)
            .text("/data/id");
  }

  private static String body(String kind, String type, Object subject) {
    return """
        {"kind":"%s","subject_type":"%s","subject_id":"%s","identity_note":"Called us"}
        """
        .formatted(kind, type, subject);
  }

  private String ask(String kind) {
    return owner.post(REQUESTS, body(kind, "CONTACT", contact)).expect(201).text("/data/id");
  }

  @Test
  void aRequestIsKeptToldToItsWorkflowAndAudited() {
    var asked = owner.post(REQUESTS, body("ERASE", "CONTACT", contact)).expect(201);
    var id = asked.text("/data/id");

    assertThat(asked.text("/data/status")).isEqualTo("OPEN");
    assertThat(asked.text("/data/subject_name")).isEqualTo("Savanna Bloom");
    assertThat(asked.text("/data/due_on"))
        .isEqualTo(LocalDate.now(ZoneId.of("Africa/Nairobi")).plusDays(30).toString());
    assertThat(asked.data().path("allowed_actions").toString()).isEqualTo("[\"CANCEL\"]");
    assertThat(owner.get(REQUESTS + "/" + id).expect(200).data()).isEqualTo(asked.data());
    assertThat(owner.get(REQUESTS).expect(200).data()).hasSize(1);
    assertThat(told(id)).isEqualTo(1);
    assertThat(audited(id)).containsExactly("privacy.erase_requested");
  }

  private int told(String id) {
    return database
        .sql("select count(*) from outbox_messages where workflow_id = ?")
        .param("privacy/" + id)
        .query(Integer.class)
        .single();
  }

  private List<String> audited(String id) {
    return database
        .sql("select action from audit_log where entity_id = ? order by id")
        .param(UUID.fromString(id))
        .query(String.class)
        .list();
  }

  @Test
  void theSameIsAskedOnceAlsoWhenTwoAskAtOnce() throws Exception {
    Callable<Integer> asking =
        () -> owner.post(REQUESTS, body("EXPORT", "CONTACT", contact)).status();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = threads.invokeAll(List.of(asking, asking, asking, asking));
      assertThat(answers)
          .extracting(answer -> answer.get())
          .containsExactlyInAnyOrder(201, 409, 409, 409);
    }
    ask("ERASE");
  }

  @Test
  void whatWasTakenBackCanBeAskedAgain() {
    var id = ask("ERASE");

    var canceled = owner.post(REQUESTS + "/" + id + "/cancel", "{}").expect(200);
    owner.post(REQUESTS + "/" + id + "/cancel", "{}").expect(200);

    assertThat(canceled.text("/data/status")).isEqualTo("CANCELED");
    assertThat(canceled.data().path("allowed_actions")).isEmpty();
    assertThat(audited(id)).containsExactly("privacy.erase_requested", "privacy.canceled");
    ask("ERASE");
  }

  @Test
  void onlyAnErasureThatWaitsForMoneyIsWavedThrough() {
    var id = ask("ERASE");
    var override = REQUESTS + "/" + id + "/override";
    var reason = "{\"reason\":\"A court says so\"}";

    assertThat(owner.post(override, reason).expect(409).text("/error/details/0/code"))
        .isEqualTo("NOTHING_TO_OVERRIDE");
    owner.post(override, "{\"reason\":\" \"}").expect(422);
    database
        .sql(
            """
            update privacy_requests set status = 'WAITING', waiting_for = '{UNDER_WAY,BALANCE}'
            where id = ?
            """)
        .param(UUID.fromString(id))
        .update();
    var waiting = owner.get(REQUESTS + "/" + id).expect(200);
    assertThat(waiting.data().path("allowed_actions").toString())
        .isEqualTo("[\"OVERRIDE\",\"CANCEL\"]");

    assertThat(owner.post(override, reason).expect(200).text("/data/override_reason"))
        .isEqualTo("A court says so");
    owner.post(override, reason).expect(409);
    assertThat(told(id)).isEqualTo(2);
  }

  @Test
  void aCopyThatIsNotThereIsNotFetched() {
    var id = ask("EXPORT");

    var refused = owner.get(REQUESTS + "/" + id + "/file").expect(409);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("NO_FILE");
  }

  @Test
  void aMemberOfNowOrBeforeCanAskAndNobodyElse() {
    var colleague = door.member(owner, "STAFF");
    var stranger = door.owner();

    owner.post(REQUESTS, body("EXPORT", "USER", colleague.userId())).expect(201);
    owner.post(REQUESTS, body("ERASE", "USER", colleague.userId())).expect(201);
    var refused = owner.post(REQUESTS, body("EXPORT", "USER", stranger.userId())).expect(422);

    assertThat(refused.text("/error/details/0/field")).isEqualTo("subject_id");
  }

  @Test
  void anothersContactIsUnknown() {
    var stranger = door.owner();

    stranger.post(REQUESTS, body("EXPORT", "CONTACT", contact)).expect(422);
    stranger.get(REQUESTS + "/" + ask("EXPORT")).expect(404);
  }

  @ParameterizedTest
  @CsvSource({"ADMIN, 201, 200", "STAFF, 403, 403", "AGENT, 403, 403", "VIEWER, 403, 403"})
  void ownersAndAdminsAloneDecide(String role, int create, int read) {
    var member = door.member(owner, role);

    member.post(REQUESTS, body("EXPORT", "CONTACT", contact)).expect(create);
    member.get(REQUESTS).expect(read);
  }

  @Test
  void whoAskedIsWrittenDown() {
    var nothing =
        """
        {"kind":"EXPORT","subject_type":"CONTACT","subject_id":"%s","identity_note":"  "}
        """
            .formatted(contact);

    var refused = owner.post(REQUESTS, nothing).expect(422);

    assertThat(refused.text("/error/details/0/field")).isEqualTo("identity_note");
  }
}
