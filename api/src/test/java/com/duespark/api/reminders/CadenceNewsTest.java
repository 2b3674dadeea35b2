package com.duespark.api.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the desk changes reaches the cadences of those who owe, in the same transaction. */
@ApiTest
class CadenceNewsTest {

  @Autowired Door door;
  @Autowired Chase chase;

  private Person person;
  private String debtor = "";
  private String other = "";

  @BeforeEach
  void oneOfTwoContactsOwes() {
    person = door.owner();
    debtor = chase.contact(person);
    other = chase.contact(person);
    chase.draft(person, other);
    chase.sent(person, debtor);
  }

  // ------------------------------------------------------------------ contacts

  @Test
  void aChangedContactIsLookedAtAgain() {
    assertThat(chase.told(debtor)).isZero();

    person.patch("/v1/contacts/" + debtor, "{\"timezone\":\"Asia/Tokyo\"}").expect(200);
    person.delete("/v1/contacts/" + debtor).expect(200);
    person.post("/v1/contacts/" + debtor + "/restore", "").expect(200);
    person.post("/v1/contacts/" + debtor + "/restore", "").expect(200);

    assertThat(chase.told(debtor)).isEqualTo(3);
  }

  @Test
  void whoOwesNothingHasNoCadenceToTell() {
    person.patch("/v1/contacts/" + other, "{\"timezone\":\"Asia/Tokyo\"}").expect(200);
    person.delete("/v1/contacts/" + other).expect(200);

    assertThat(chase.told(other)).isZero();
  }

  @Test
  void aRefusedChangeTellsNobody() {
    person.patch("/v1/contacts/" + debtor, "{\"timezone\":\"Mars/Base\"}").expect(422);

    assertThat(chase.told(debtor)).isZero();
  }

  // ------------------------------------------------------------------ the business

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"timezone\":\"Asia/Tokyo\"}",
        "{\"country\":\"US\"}",
        "{\"settings\":{\"sending\":{\"window_start\":\"10:00\",\"window_end\":\"12:00\"}}}",
        "{\"settings\":{\"sending\":{\"business_days\":[\"SATURDAY\"]}}}"
      })
  void otherHoursOfTheBusinessMoveEveryPlan(String change) {
    person.patch("/v1/tenant", change).expect(200);

    assertThat(chase.told(debtor)).isEqualTo(1);
    assertThat(chase.told(other)).isZero();
  }

  @Test
  void anotherNameMovesNothing() {
    person.patch("/v1/tenant", "{\"name\":\"New\"}").expect(200);

    assertThat(chase.told(debtor)).isZero();
  }

  @Test
  void aPausedBusinessHoldsEveryReminderUntilResumed() {
    var version = person.get("/v1/tenant").data().path("version");

    var paused =
        person
            .post("/v1/tenant/pause-reminders", "{\"until\":\"2035-01-01T00:00:00Z\"}")
            .expect(200);

    assertThat(paused.data().path("reminders_paused").asBoolean()).isTrue();
    assertThat(paused.text("/data/reminders_paused_until")).isEqualTo("2035-01-01T00:00:00Z");
    assertThat(paused.text("/data/allowed_actions/1")).isEqualTo("resume_reminders");
    assertThat(paused.data().path("version")).isEqualTo(version);
    assertThat(chase.told(debtor)).isEqualTo(1);
    assertThat(statusesAfterPlanning()).containsOnly("HELD");

    var resumed = person.post("/v1/tenant/resume-reminders", "").expect(200);

    assertThat(resumed.data().path("reminders_paused").asBoolean()).isFalse();
    assertThat(resumed.text("/data/allowed_actions/1")).isEqualTo("pause_reminders");
    assertThat(chase.told(debtor)).isEqualTo(2);
    assertThat(statusesAfterPlanning()).containsOnly("SCHEDULED");
    assertThat(chase.audited(person.tenantId().toString()))
        .containsSubsequence("tenant.reminders_paused", "tenant.reminders_resumed");
  }

  @Test
  void aRepeatedPauseOfTheBusinessTellsOnce() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    person.post("/v1/tenant/pause-reminders", "{}", key).expect(200);
    var again = person.post("/v1/tenant/pause-reminders", "{}", key).expect(200);

    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(chase.told(debtor)).isEqualTo(1);
  }

  @Test
  void aPauseEndsInTheFuture() {
    var refused =
        person
            .post("/v1/tenant/pause-reminders", "{\"until\":\"2020-01-01T00:00:00Z\"}")
            .expect(422);

    assertThat(refused.text("/error/details/0/field")).isEqualTo("until");
    assertThat(refused.text("/error/details/0/code")).isEqualTo("IN_THE_PAST");
    assertThat(chase.told(debtor)).isZero();
  }

  // ------------------------------------------------------------------ free days

  @Test
  void aReminderMovesOffAFreeDayAndBack() {
    chase.plan(person, debtor);
    var planned = person.get("/v1/reminders").text("/data/0/send_at");
    var day = planned.substring(0, 10);

    var made = person.post("/v1/holidays", holiday(day, " Inventory ")).expect(201);

    assertThat(made.text("/data/name")).isEqualTo("Inventory");
    assertThat(chase.told(debtor)).isEqualTo(1);
    chase.plan(person, debtor);
    var moved = person.get("/v1/reminders").data().get(0);
    assertThat(moved.path("send_at").asString()).isNotEqualTo(planned);
    assertThat(moved.path("reasons").toString()).contains("HOLIDAY", "Inventory");

    person.delete("/v1/holidays/" + made.text("/data/id")).expect(200);

    assertThat(chase.told(debtor)).isEqualTo(2);
    chase.plan(person, debtor);
    assertThat(person.get("/v1/reminders").text("/data/0/send_at")).isEqualTo(planned);
    assertThat(chase.audited(made.text("/data/id")))
        .containsExactly("holiday.created", "holiday.deleted");
  }

  @Test
  void freeDaysAreListedByDay() {
    for (int day = 9; day > 2; day--) {
      person.post("/v1/holidays", holiday("2030-01-0" + day, "Day")).expect(201);
    }

    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = person.get("/v1/holidays?limit=3&include_total=true" + cursor).expect(200);
      assertThat(page.text("/meta/total")).isEqualTo("7");
      page.data().forEach(row -> seen.add(row.path("day").asString()));
      cursor =
          page.body().at("/meta/cursor").isNull() ? "" : "&cursor=" + page.text("/meta/cursor");
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aFreeDayIsEnteredOnceAndWithinReach() {
    person.post("/v1/holidays", holiday("2030-01-01", "New Year")).expect(201);

    var twice = person.post("/v1/holidays", holiday("2030-01-01", "Again")).expect(409);
    var far = person.post("/v1/holidays", holiday("2999-01-01", "Far")).expect(422);

    assertThat(twice.text("/error/details/0/code")).isEqualTo("DUPLICATE");
    assertThat(far.text("/error/details/0/field")).isEqualTo("day");
    person.post("/v1/holidays", "{\"day\":\"2030-01-02\"}").expect(422);
    person.post("/v1/holidays", "{\"name\":\"Never\"}").expect(422);
    person.delete("/v1/holidays/" + UUID.randomUUID()).expect(404);
    assertThat(chase.told(debtor)).isEqualTo(1);
  }

  @Test
  void aBusinessHasSoManyFreeDays() {
    chase.freeDays(person, LocalDate.of(2027, 1, 1), 500);

    var refused = person.post("/v1/holidays", holiday("2030-01-01", "One more")).expect(409);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("TOO_MANY");
  }

  @Test
  void freeDaysAreTheirOwnBusinesss() {
    var made = person.post("/v1/holidays", holiday("2030-01-01", "Ours")).expect(201);
    var stranger = door.owner();

    stranger.delete("/v1/holidays/" + made.text("/data/id")).expect(404);
    assertThat(stranger.get("/v1/holidays").data()).isEmpty();
    stranger.post("/v1/holidays", holiday("2030-01-01", "Theirs")).expect(201);
    door.member(person, "STAFF").post("/v1/holidays", holiday("2030-02-01", "Staff")).expect(403);
    door.member(person, "VIEWER").delete("/v1/holidays/" + made.text("/data/id")).expect(403);
    assertThat(person.get("/v1/holidays").data()).hasSize(1);
  }

  private List<String> statusesAfterPlanning() {
    chase.plan(person, debtor);
    var statuses = new ArrayList<String>();
    person.get("/v1/reminders").data().forEach(row -> statuses.add(row.path("status").asString()));
    return statuses;
  }

  private static String holiday(String day, String name) {
    return "{\"day\":\"%s\",\"name\":\"%s\"}".formatted(day, name);
  }
}
