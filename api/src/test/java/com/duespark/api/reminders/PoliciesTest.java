package com.duespark.api.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.commands.CommandKind;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class PoliciesTest {

  private static final String GENTLE =
      """
      {"name":"Gentle","steps":[
        {"key":"FIRST","offset_days":5,"stage":"REMINDER_1","tone":"FRIENDLY"},
        {"key":"LAST","offset_days":20,"stage":"FINAL"}],
       "quiet_days_after_send":4,"catch_up":"ASK","adaptive":false}""";

  @Autowired Door door;
  @Autowired Chase chase;

  private Person person;

  @BeforeEach
  void found() {
    person = door.owner();
  }

  private Answer gentle() {
    return person.post("/v1/reminder-policies", GENTLE).expect(201);
  }

  private String standard() {
    return person.get("/v1/reminder-policies").text("/data/0/id");
  }

  @Test
  void aPolicyIsAddedWithWhatIsAbsentAsInTheStandard() {
    var made = gentle();

    assertThat(made.text("/data/is_default")).isEqualTo("false");
    assertThat(made.data().path("steps")).hasSize(2);
    assertThat(made.text("/data/steps/0/tone")).isEqualTo("FRIENDLY");
    assertThat(made.text("/data/steps/1/tone")).isEqualTo("AUTO");
    assertThat(made.text("/data/catch_up")).isEqualTo("ASK");
    assertThat(made.text("/data/cap_per_week")).isEqualTo("3");
    assertThat(made.text("/data/adaptive")).isEqualTo("false");
    assertThat(made.data().path("allowed_actions").toString()).contains("make_default", "delete");
    assertThat(person.get("/v1/reminder-policies").data()).hasSize(2);
    assertThat(chase.audited(made.text("/data/id"))).containsExactly("reminder_policy.created");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "steps[1].offset_days; {'name':'x','steps':[{'key':'A','offset_days':3},{'key':'B','offset_days':4}]}",
        "steps[1].key; {'name':'x','steps':[{'key':'A','offset_days':3},{'key':'A','offset_days':9}]}",
        "steps[0].key; {'name':'x','steps':[{'key':'MANUAL_1','offset_days':3}]}",
        "steps; {'name':'x','steps':[]}",
        "window_end; {'name':'x','window_start':'09:00'}",
        "cap_per_day; {'name':'x','cap_per_day':0}",
        "name; {'name':' '}",
        "steps[0].tone; {'name':'x','steps':[{'key':'A','offset_days':3,'tone':'LOUD'}]}",
        "steps[0].template_id; {'name':'x','steps':[{'key':'A','offset_days':3,'template_id':'0199a0e2-0000-7000-8000-000000000001'}]}",
      })
  void aPolicyThatCannotBeFollowedIsRefusedByField(String field, String body) {
    var refused = person.post("/v1/reminder-policies", body.strip().replace('\'', '"')).expect(422);

    assertThat(refused.body().at("/error/details").toString()).contains("\"" + field + "\"");
    assertThat(person.get("/v1/reminder-policies").data()).hasSize(1);
  }

  @Test
  void aChangePlansAnewWhoeverIsChasedByIt() {
    var contact = chase.contact(person);
    chase.sent(person, contact);
    int before = chase.told(contact);
    var other = gentle().text("/data/id");

    person
        .patch("/v1/reminder-policies/" + other, "{\"cap_per_day\":2,\"cap_per_week\":4}")
        .expect(200);
    assertThat(chase.told(contact)).isEqualTo(before);

    person
        .patch("/v1/reminder-policies/" + standard(), "{\"quiet_days_after_send\":3}")
        .expect(200);
    assertThat(chase.told(contact)).isEqualTo(before + 1);
  }

  @Test
  void aStaleVersionIsRefused() {
    var made = gentle();
    var path = "/v1/reminder-policies/" + made.text("/data/id");
    person.patch(path, "{\"name\":\"Gentler\"}").expect(200);

    var refused =
        person.patch(
            path, "{\"name\":\"Mine\"}", Map.of("If-Match", String.valueOf(made.header("ETag"))));

    assertThat(refused.expect(409).text("/error/details/0/code")).isEqualTo("VERSION_MISMATCH");
    assertThat(person.get(path).text("/data/name")).isEqualTo("Gentler");
  }

  @Test
  void theDefaultMovesAndIsNeverTakenAway() {
    var first = standard();
    var second = gentle().text("/data/id");

    person.patch("/v1/reminder-policies/" + first, "{\"is_default\":false}").expect(422);
    person.delete("/v1/reminder-policies/" + first).expect(409);
    person.patch("/v1/reminder-policies/" + second, "{\"is_default\":true}").expect(200);

    assertThat(standard()).isEqualTo(second);
    assertThat(person.get("/v1/reminder-policies/" + first).text("/data/is_default"))
        .isEqualTo("false");
    person.delete("/v1/reminder-policies/" + first).expect(200);
    person.get("/v1/reminder-policies/" + first).expect(404);
  }

  @Test
  void aPolicyThatIsUsedIsNotDeleted() {
    var contact = chase.contact(person);
    var policy = gentle().text("/data/id");
    person
        .patch("/v1/contacts/" + contact, "{\"reminder_policy_id\":\"%s\"}".formatted(policy))
        .expect(200);

    var refused = person.delete("/v1/reminder-policies/" + policy).expect(409);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("IN_USE");
    person.patch("/v1/contacts/" + contact, "{\"reminder_policy_id\":null}").expect(200);
    person.delete("/v1/reminder-policies/" + policy).expect(200);
  }

  @Test
  void aContactIsPlannedByItsOwnPolicy() {
    var contact = chase.contact(person);
    var policy = gentle().text("/data/id");
    var shown =
        person
            .patch("/v1/contacts/" + contact, "{\"reminder_policy_id\":\"%s\"}".formatted(policy))
            .expect(200);
    var invoice = chase.sent(person, contact);
    chase.plan(person, contact);

    var steps = person.get("/v1/invoices/" + invoice + "/reminders").data();

    assertThat(shown.text("/data/reminder_policy_id")).isEqualTo(policy);
    assertThat(steps.get(0).path("step_key").asString()).isEqualTo("FIRST");
    assertThat(steps).hasSize(2);
  }

  @Test
  void aPolicyOfAnotherBusinessIsNotThere() {
    var theirs = door.owner();
    var policy = theirs.post("/v1/reminder-policies", GENTLE).expect(201).text("/data/id");
    var contact = chase.contact(person);

    person.get("/v1/reminder-policies/" + policy).expect(404);
    person.patch("/v1/reminder-policies/" + policy, "{\"name\":\"x\"}").expect(404);
    person.delete("/v1/reminder-policies/" + policy).expect(404);
    person
        .patch("/v1/contacts/" + contact, "{\"reminder_policy_id\":\"%s\"}".formatted(policy))
        .expect(422);
  }

  @ParameterizedTest
  @CsvSource({"ADMIN, 201, 200", "STAFF, 403, 403", "AGENT, 403, 403", "VIEWER, 403, 403"})
  void onlyWhoRunsTheBusinessChangesPolicies(String role, int create, int change) {
    var member = door.member(person, role);
    var policy = gentle().text("/data/id");

    member.post("/v1/reminder-policies", GENTLE).expect(create);
    member.patch("/v1/reminder-policies/" + policy, "{\"name\":\"x\"}").expect(change);
    member.delete("/v1/reminder-policies/" + policy).expect(change);
    member.get("/v1/reminder-policies/" + standard()).expect(200);
  }

  @Test
  void theSameKeyAddsOnePolicy() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    var first = person.post("/v1/reminder-policies", GENTLE, key).expect(201);
    var second = person.post("/v1/reminder-policies", GENTLE, key).expect(201);

    assertThat(second.text("/data/id")).isEqualTo(first.text("/data/id"));
    assertThat(person.get("/v1/reminder-policies").data()).hasSize(2);
  }

  @Test
  void anInvoiceIsGivenAPolicyByItsCadence() {
    var contact = chase.contact(person);
    var invoice = chase.sent(person, contact);
    var policy = gentle().text("/data/id");

    person.put(
        "/v1/invoices/" + invoice + "/reminder-policy",
        "{\"reminder_policy_id\":\"%s\"}".formatted(policy));

    assertThat(chase.waiting(contact, CommandKind.USE_POLICY))
        .singleElement()
        .asString()
        .contains(policy, "\"enabled\": true");
  }
}
