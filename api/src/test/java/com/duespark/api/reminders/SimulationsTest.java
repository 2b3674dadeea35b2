package com.duespark.api.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiTest
class SimulationsTest {

  private final LocalDate today = LocalDate.now(ZoneId.of("Africa/Nairobi"));

  private final Chase chase;
  private final Door door;
  private final Person person;

  @Autowired
  SimulationsTest(Door door, Chase chase) {
    this.door = door;
    this.chase = chase;
    person = door.owner();
  }

  private static List<String> values(JsonNode rows, String pointer) {
    return rows.valueStream().map(row -> row.at(pointer).asString()).toList();
  }

  @Test
  void aSampleIsChasedAsTheDefaultPolicySays() {
    var played =
        person
            .post(
                "/v1/reminder-policies/simulate",
                "{\"invoices\":[{\"due_on\":\"%s\"}]}".formatted(today.plusDays(30)))
            .expect(200);

    assertThat(values(played.data().path("messages"), "/steps/0/step_key"))
        .containsExactly("PRE_3", "REMINDER_1", "REMINDER_2", "FINAL");
    assertThat(values(played.data().path("messages"), "/tone"))
        .containsExactly("FRIENDLY", "FRIENDLY", "NEUTRAL", "FIRM");
    assertThat(played.text("/data/messages/0/steps/0/reasons/0/code")).isEqualTo("OFFSET");
    assertThat(played.text("/data/timezone")).isEqualTo("Africa/Nairobi");
    assertThat(person.get("/v1/reminders").data()).isEmpty();
  }

  @Test
  void twoSamplesMeetInOneMessageAndEachKnowsItsPlace() {
    var due = today.plusDays(30);
    var played =
        person
            .post(
                "/v1/reminder-policies/simulate",
                "{\"invoices\":[{\"due_on\":\"%s\"},{\"due_on\":\"%s\"}],\"days\":90}"
                    .formatted(due, due))
            .expect(200);

    assertThat(values(played.data().at("/messages/0/steps"), "/invoice")).containsExactly("0", "1");
    assertThat(values(played.data().path("handed_over"), "/invoice")).containsExactly("0", "1");
    assertThat(played.text("/data/days")).isEqualTo("90");
  }

  @Test
  void aContentThatIsNotStoredIsPlayed() {
    var played =
        person
            .post(
                "/v1/reminder-policies/simulate",
                """
                {"policy":{"name":"x","steps":[{"key":"ONLY","offset_days":10,"tone":"FIRM"}]},
                 "invoices":[{"due_on":"%s"}]}"""
                    .formatted(today.plusDays(10)))
            .expect(200);

    assertThat(values(played.data().path("messages"), "/steps/0/step_key")).containsExactly("ONLY");
    assertThat(person.get("/v1/reminder-policies").data()).hasSize(1);
  }

  @Test
  void openInvoicesArePlayedAsTheyArePlanned() {
    var contact = chase.contact(person);
    var invoice = chase.sent(person, contact);
    var other = chase.sent(person, contact);
    chase.plan(person, contact);

    var played = simulateBook(person, invoice).expect(200).data();

    var plan = person.get("/v1/invoices/" + invoice + "/reminders").data();
    assertThat(values(played.path("messages"), "/at")).isEqualTo(values(plan, "/send_at"));
    var steps = played.at("/messages/0/steps");
    assertThat(values(steps, "/invoice_id")).containsExactlyInAnyOrder(invoice, other);
    for (var step : steps) {
      assertThat(step.path("invoice").isNull())
          .isEqualTo(step.path("invoice_id").asString().equals(other));
    }
  }

  @Test
  void openInvoicesArePlayedWithAContentThatIsNotStored() {
    var contact = chase.contact(person);
    var invoice = chase.sent(person, contact);
    chase.plan(person, contact);

    var played =
        person
            .post(
                "/v1/reminder-policies/simulate",
                """
                {"policy":{"name":"x","steps":[{"key":"ONLY","offset_days":10,"tone":"FIRM"}]},
                 "invoice_ids":["%s"]}"""
                    .formatted(invoice))
            .expect(200);

    assertThat(values(played.data().path("messages"), "/steps/0/step_key")).containsExactly("ONLY");
  }

  @Test
  void onlyOpenInvoicesOfTheBusinessArePlayed() {
    var contact = chase.contact(person);
    var invoice = chase.sent(person, contact);

    simulateBook(person, chase.draft(person, contact)).expect(409);
    simulateBook(person, UUID.randomUUID().toString()).expect(404);
    simulateBook(door.owner(), invoice).expect(404);
    simulateBook(door.member(person, "VIEWER"), invoice).expect(403);
  }

  private static Answer simulateBook(Person who, String invoice) {
    return who.post(
        "/v1/reminder-policies/simulate", "{\"invoice_ids\":[\"%s\"]}".formatted(invoice));
  }

  @Test
  void whatCannotBePlayedIsRefused() {
    refused("{}");
    refused("{\"invoice_ids\":[]}");
    refused(
        "{\"invoices\":[{\"due_on\":\"%s\"}],\"invoice_ids\":[\"%s\"]}"
            .formatted(today, UUID.randomUUID()));
    var far = today.plusYears(3);
    refused("{\"invoices\":[]}");
    refused("{\"invoices\":[{\"due_on\":\"%s\"}]}".formatted(far));
    refused("{\"invoices\":[{\"due_on\":\"%s\"}],\"days\":366}".formatted(today));
    refused(
        "{\"policy\":{\"name\":\"x\",\"steps\":[]},\"invoices\":[{\"due_on\":\"%s\"}]}"
            .formatted(today));
  }

  private void refused(String body) {
    person.post("/v1/reminder-policies/simulate", body).expect(422);
  }

  @Test
  void aChangeListsWhatItAddsMovesAndRemovesAndDoesExactlyThat() {
    var contact = chase.contact(person);
    var invoice = chase.sent(person, contact);
    chase.plan(person, contact);
    var policy = person.get("/v1/reminder-policies").text("/data/0/id");
    var content =
        """
        {"name":"Standard","steps":[
          {"key":"PRE_3","offset_days":-3,"stage":"NONE"},
          {"key":"REMINDER_1","offset_days":12,"stage":"REMINDER_1"},
          {"key":"FINAL","offset_days":28,"stage":"FINAL"},
          {"key":"LAST","offset_days":40,"stage":"FINAL"}]}""";

    var wouldBe = whatIf(person, policy, content).expect(200);

    assertThat(values(wouldBe.data().path("added"), "/step_key")).containsExactly("LAST");
    assertThat(values(wouldBe.data().path("moved"), "/step_key"))
        .containsExactly("REMINDER_1", "FINAL");
    assertThat(values(wouldBe.data().path("removed"), "/step_key")).containsExactly("REMINDER_2");
    assertThat(wouldBe.text("/data/unchanged")).isEqualTo("1");
    assertThat(wouldBe.text("/data/added/0/invoice_id")).isEqualTo(invoice);

    person.patch("/v1/reminder-policies/" + policy, content).expect(200);
    chase.plan(person, contact);

    var plan = person.get("/v1/reminders?status=SCHEDULED").data();
    assertThat(values(plan, "/step_key")).containsExactly("PRE_3", "REMINDER_1", "FINAL", "LAST");
    assertThat(List.of(values(plan, "/send_at").get(1), values(plan, "/send_at").get(2)))
        .isEqualTo(values(wouldBe.data().path("moved"), "/after"));
    assertThat(values(plan, "/send_at").get(3)).isEqualTo(wouldBe.text("/data/added/0/after"));
  }

  @Test
  void thePolicyOfAnotherBusinessIsNotThere() {
    var theirs = door.owner();
    var policy = theirs.get("/v1/reminder-policies").text("/data/0/id");

    whatIf(person, policy, "{\"name\":\"x\"}").expect(404);
    person
        .post(
            "/v1/reminder-policies/simulate",
            "{\"policy_id\":\"%s\",\"invoices\":[{\"due_on\":\"%s\"}]}".formatted(policy, today))
        .expect(404);
  }

  @Test
  void whoOnlyLooksDoesNotSimulate() {
    var viewer = door.member(person, "VIEWER");
    var policy = person.get("/v1/reminder-policies").text("/data/0/id");

    whatIf(viewer, policy, "{\"name\":\"x\"}").expect(403);
    viewer
        .post(
            "/v1/reminder-policies/simulate",
            "{\"invoices\":[{\"due_on\":\"%s\"}]}".formatted(today))
        .expect(403);
  }

  private static Answer whatIf(Person who, String policy, String content) {
    return who.post(
        "/v1/reminder-policies/what-if",
        "{\"policy_id\":\"%s\",\"policy\":%s}".formatted(policy, content));
  }
}
