package com.duespark.api.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.reminders.Choice;
import com.duespark.domain.reminders.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What stands in the rows decides the plan: promises, payments, and what a person chose. */
@ApiTest
class PlanFactsTest {

  @Autowired Door door;
  @Autowired Chase chase;

  private Person person;
  private String contact = "";
  private String invoice = "";

  @BeforeEach
  void planOneInvoice() {
    person = door.owner();
    contact = chase.contact(person);
    invoice = chase.sent(person, contact);
    chase.plan(person, contact);
  }

  /** Due in 30 days; REMINDER_1 goes on the 33rd day, FINAL on the 44th at the earliest. */
  @Test
  void aPromiseHoldsUntilTheDayAfter() {
    chase.promise(person, invoice, 41);

    chase.plan(person, contact);

    assertThat(of("PRE_3").path("held_by").asString()).isEqualTo("PROMISED");
    assertThat(of("REMINDER_1").path("status").asString()).isEqualTo("HELD");
    assertThat(of("FINAL").path("status").asString()).isEqualTo("SCHEDULED");
  }

  @Test
  void aPaymentOnItsWayHoldsOnlyTheNext24Hours() {
    chase.paying(person, invoice);

    chase.plan(person, contact);

    assertThat(reminders())
        .extracting(row -> row.path("status").asString())
        .containsOnly("SCHEDULED");
  }

  @Test
  void aStepThatAPersonLeftOutIsSkippedUntilTheyTakeItBack() {
    var id = UUID.fromString(of("REMINDER_1").path("id").asString());

    assertThat(chase.choose(person, all -> all.answer(id, Choice.Answer.SKIP, "someone"))).isTrue();
    chase.plan(person, contact);
    assertThat(of("REMINDER_1").path("skip_reason").asString()).isEqualTo("SKIPPED_BY_USER");

    assertThat(chase.choose(person, all -> all.answer(id, null, "someone"))).isTrue();
    chase.plan(person, contact);
    assertThat(of("REMINDER_1").path("status").asString()).isEqualTo("SCHEDULED");
  }

  @Test
  void aMovedStepAndAChosenToneAreInThePlan() {
    var id = UUID.fromString(of("FINAL").path("id").asString());
    var day = LocalDate.parse(of("FINAL").path("send_at").asString().substring(0, 10));

    chase.choose(person, all -> all.move(id, day.plusDays(7), "someone"));
    chase.choose(person, all -> all.speak(id, Tone.FRIENDLY, "someone"));
    chase.plan(person, contact);

    assertThat(of("FINAL").path("tone").asString()).isEqualTo("FRIENDLY");
    assertThat(of("FINAL").at("/reasons/1/code").asString()).isEqualTo("MOVED_BY_USER");
  }

  @Test
  void anotherBusinessChoosesNothing() {
    var id = UUID.fromString(of("FINAL").path("id").asString());

    assertThat(chase.choose(door.owner(), all -> all.answer(id, Choice.Answer.SKIP, "someone")))
        .isFalse();
  }

  @Test
  void threePaymentsAtThreeMoveTheHourToTwo() {
    for (int daysAgo = 1; daysAgo <= 3; daysAgo++) {
      chase.paid(person, chase.sent(person, contact), daysAgo);
    }

    chase.plan(person, contact);

    assertThat(reminders()).allMatch(row -> row.path("reasons").toString().contains("USUAL_HOUR"));
    assertThat(of("FINAL").path("send_at").asString()).contains("T11:"); // 14:00 in Nairobi
  }

  private JsonNode of(String step) {
    return reminders().stream()
        .filter(row -> row.path("step_key").asString().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> reminders() {
    return person
        .get("/v1/reminders?limit=100&invoice_id=" + invoice)
        .expect(200)
        .data()
        .valueStream()
        .toList();
  }
}
