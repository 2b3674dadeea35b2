package com.duespark.api.reminders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ApiTest
class RemindersTest {

  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

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

  // ------------------------------------------------------------------ what is planned

  @Test
  void everyStepOfTheStandardPolicyIsPlannedWithItsReasons() {
    var list = person.get("/v1/reminders").expect(200);

    assertThat(values(list, "step_key"))
        .containsExactly("PRE_3", "REMINDER_1", "REMINDER_2", "FINAL");
    assertThat(values(list, "tone")).containsExactly("FRIENDLY", "FRIENDLY", "NEUTRAL", "FIRM");
    assertThat(values(list, "status")).containsOnly("SCHEDULED");
    assertThat(list.text("/data/0/invoice_id")).isEqualTo(invoice);
    assertThat(list.text("/data/0/invoice_number")).isEqualTo("INV-1001");
    assertThat(list.text("/data/0/contact_id")).isEqualTo(contact);
    assertThat(list.text("/data/0/contact_name")).isEqualTo("Debtor");
    assertThat(list.text("/data/0/timezone")).isEqualTo("Africa/Nairobi");
    assertThat(list.text("/data/0/reasons/0/code")).isEqualTo("OFFSET");
    assertThat(list.text("/data/0/reasons/0/words")).startsWith("3 days before the due day");
  }

  @Test
  void oneReminderIsShownAndExplained() {
    var id = person.get("/v1/reminders").text("/data/1/id");

    var shown = person.get("/v1/reminders/" + id).expect(200);
    var why = person.get("/v1/reminders/" + id + "/why").expect(200);

    assertThat(shown.text("/data/stage")).isEqualTo("REMINDER_1");
    assertThat(shown.header("ETag")).startsWith("\"1.");
    assertThat(why.text("/data/decision")).isEqualTo("SCHEDULED");
    assertThat(why.text("/data/sentence"))
        .startsWith("It will be sent on ")
        .contains("Africa/Nairobi: 3 days after the due day");
    assertThat(why.data().path("evidence")).isEqualTo(shown.data().path("reasons"));
  }

  @Test
  void pagesAreStableInBothDirections() {
    chase.sent(person, contact);
    chase.sent(person, contact);
    chase.plan(person, contact);

    for (var sort : List.of("", "&sort=send_at", "&sort=-send_at")) {
      var seen = new ArrayList<String>();
      var moments = new ArrayList<Instant>();
      var cursor = "";
      do {
        var page =
            person.get("/v1/reminders?limit=5&include_total=true" + sort + cursor).expect(200);
        assertThat(page.text("/meta/total")).isEqualTo("12");
        page.data()
            .forEach(
                row -> {
                  seen.add(row.path("id").asString());
                  moments.add(Instant.parse(row.path("send_at").asString()));
                });
        cursor =
            page.body().at("/meta/cursor").isNull() ? "" : "&cursor=" + page.text("/meta/cursor");
      } while (!cursor.isEmpty());
      assertThat(seen).as(sort).hasSize(12).doesNotHaveDuplicates();
      assertThat(sort.contains("-") ? moments.reversed() : moments).as(sort).isSorted();
    }
  }

  @Test
  void aCursorOfAnotherSortOrAForgedOneIsRefused() {
    var cursor = person.get("/v1/reminders?limit=1").text("/meta/cursor");
    var forged =
        Base64.getUrlEncoder()
            .encodeToString((UUID.randomUUID() + "|send_at|yesterday").getBytes(UTF_8));

    person.get("/v1/reminders?sort=-send_at&cursor=" + cursor).expect(422);
    person.get("/v1/reminders?cursor=" + forged).expect(422);
    person.get("/v1/reminders?sort=tone").expect(422);
  }

  @Test
  void filtersFindWhatTheyShould() {
    var other = chase.contact(person);
    var theirs = chase.sent(person, other);
    chase.plan(person, other);
    var first = Instant.parse(person.get("/v1/reminders").text("/data/0/send_at"));
    var day = LocalDate.ofInstant(first, NAIROBI);

    assertThat(person.get("/v1/reminders?status=scheduled").data()).hasSize(8);
    assertThat(person.get("/v1/reminders?status=SENT").data()).isEmpty();
    assertThat(values(person.get("/v1/reminders?invoice_id=" + theirs), "invoice_id"))
        .hasSize(4)
        .containsOnly(theirs);
    assertThat(values(person.get("/v1/reminders?contact_id=" + contact), "contact_id"))
        .hasSize(4)
        .containsOnly(contact);
    assertThat(values(person.get("/v1/reminders?from=%s&to=%s".formatted(day, day)), "step_key"))
        .hasSize(2)
        .containsOnly("PRE_3");
    assertThat(person.get("/v1/reminders?to=" + day.minusDays(1)).data()).isEmpty();
    assertThat(person.get("/v1/reminders?from=" + day.plusDays(1)).data()).hasSize(6);
    person.get("/v1/reminders?status=LATE").expect(422);
    person.get("/v1/reminders?from=%2B999999999-01-01").expect(422);
    person.get("/v1/reminders?colour=red").expect(422);
  }

  /** A slot late in the evening of UTC is on the next day of a business in Nairobi. */
  @Test
  void aDayIsADayOfTheBusiness() {
    set("send_at = '2030-01-01 22:30:00+00' where step_key = 'PRE_3'");

    assertThat(person.get("/v1/reminders?from=2030-01-02&to=2030-01-02").data()).hasSize(1);
    assertThat(person.get("/v1/reminders?from=2030-01-01&to=2030-01-01").data()).isEmpty();
  }

  @Test
  void anInvoiceHasItsPlanAndItsNextTimes() {
    chase.sent(person, contact);
    chase.plan(person, contact);
    set("status = 'CANCELED' where step_key = 'PRE_3'");

    var plan = person.get("/v1/invoices/" + invoice + "/reminders").expect(200);
    var next = person.get("/v1/invoices/" + invoice + "/next-send-times").expect(200);

    assertThat(values(plan, "status"))
        .containsExactly("CANCELED", "SCHEDULED", "SCHEDULED", "SCHEDULED");
    assertThat(values(plan, "invoice_id")).containsOnly(invoice);
    assertThat(values(next, "step_key")).containsExactly("REMINDER_1", "REMINDER_2", "FINAL");
    assertThat(next.text("/data/0/reasons/0")).startsWith("3 days after the due day");
    assertThat(next.text("/data/0/send_at")).isEqualTo(plan.text("/data/1/send_at"));
  }

  @Test
  void anInvoiceThatIsNotSentHasNoReminders() {
    var draft = chase.draft(person, contact);

    assertThat(person.get("/v1/invoices/" + draft + "/reminders").expect(200).data()).isEmpty();
  }

  /** The plan after sending is the one that was shown before. */
  @Test
  void aDraftShowsWhatWouldFollowIfItWereSent() {
    var draft = chase.draft(person, contact);

    var before = person.get("/v1/invoices/" + draft + "/next-send-times").expect(200).data();
    var untouched = person.get("/v1/invoices/" + draft).expect(200).data();
    chase.issue(person, draft);
    chase.plan(person, contact);
    var after = person.get("/v1/invoices/" + draft + "/next-send-times").expect(200).data();

    assertThat(before).isNotEmpty().isEqualTo(after);
    assertThat(untouched.path("status").asString()).isEqualTo("DRAFT");
    assertThat(untouched.path("version").asInt()).isEqualTo(1);
  }

  @Test
  void aDraftThatIsSentLaterIsRemindedAfterThat() {
    var draft = chase.draft(person, contact);
    var path = "/v1/invoices/" + draft + "/next-send-times";
    var late = Instant.now().plus(Duration.ofDays(45));

    var now = person.get(path).expect(200).data();
    var later = person.get(path + "?send_at=" + late).expect(200).data();

    assertThat(later).isNotEmpty();
    later.forEach(step -> assertThat(Instant.parse(step.path("send_at").asString())).isAfter(late));
    assertThat(later.get(0).at("/reasons/0").asString()).contains("after the day it was sent");
    assertThat(now.size()).isGreaterThan(later.size());
    assertThat(person.get(path + "?send_at=2001-01-01T00:00:00Z").expect(200).data())
        .isEqualTo(now);
    person.get(path + "?send_at=%2B999999999-01-01T00:00:00Z").expect(422);
    person.get(path + "?send_at=soon").expect(422);
  }

  @Test
  void aScheduledInvoiceIsLookedAtFromItsMoment() {
    var draft = chase.draft(person, contact);
    var at = Instant.now().plus(Duration.ofDays(45)).truncatedTo(ChronoUnit.SECONDS);
    var path = "/v1/invoices/" + draft + "/next-send-times";
    var asked = person.get(path + "?send_at=" + at).expect(200).data();
    chase.schedule(person, draft, at);

    assertThat(person.get(path).expect(200).data()).isEqualTo(asked);
  }

  @Test
  void nothingFollowsADraftOfACustomerWhoIsPaused() {
    var draft = chase.draft(person, contact);
    chase.pauseContact(person, contact);

    assertThat(person.get("/v1/invoices/" + draft + "/next-send-times").expect(200).data())
        .isEmpty();
  }

  // ------------------------------------------------------------------ explained

  @Test
  void aDecisionNamesItsRuleAndTheFactsItWasMadeFrom() {
    var id = person.get("/v1/reminders").text("/data/1/id");

    var why = person.get("/v1/reminders/" + id + "/why").expect(200).data();

    assertThat(why.path("rule"))
        .isEqualTo(why.path("evidence").get(why.path("evidence").size() - 1));
    assertThat(why.path("step_key").asString()).isEqualTo("REMINDER_1");
    assertThat(why.path("origin").asString()).isEqualTo("POLICY");
    assertThat(why.at("/facts/cap_per_week").asInt()).isEqualTo(3);
    assertThat(why.at("/facts/quiet_days").asInt()).isEqualTo(2);
    assertThat(why.at("/facts/holds")).isEmpty();
    assertThat(why.at("/facts/routes/0").asString()).isEqualTo("EMAIL");
    assertThat(Instant.parse(why.at("/facts/checked_at").asString()))
        .isEqualTo(Instant.parse(why.path("decided_at").asString()));
  }

  @Test
  void theWholeInvoiceIsExplainedInOrderOfTime() {
    var story = person.get("/v1/invoices/" + invoice + "/explain").expect(200).data();

    assertThat(story.path("summary").asString())
        .startsWith("No reminder was sent. The next goes on ");
    assertThat(story.path("steps").valueStream().map(step -> step.path("step_key").asString()))
        .containsExactly("PRE_3", "REMINDER_1", "REMINDER_2", "FINAL");
    assertThat(story.path("ar_stage").asString()).isEqualTo("NONE");
    assertThat(story.at("/steps/0/sentence").asString()).startsWith("It will be sent on ");
  }

  @Test
  void anInvoiceThatWasNotSentIsExplainedToo() {
    var draft = chase.draft(person, contact);

    var story = person.get("/v1/invoices/" + draft + "/explain").expect(200).data();

    assertThat(story.path("summary").asString())
        .isEqualTo("Nothing is planned: the invoice was not sent yet.");
    assertThat(story.path("steps")).isEmpty();
  }

  @Test
  void whatIsAllowedOfAReminderFollowsItsState() {
    var id = person.get("/v1/reminders").text("/data/1/id");
    assertThat(actions(person.get("/v1/reminders/" + id).data()))
        .containsExactly("update", "skip", "send_now");

    set("status = 'SKIPPED', skip_reason = 'SKIPPED_BY_USER' where step_key = 'REMINDER_1'");
    assertThat(actions(person.get("/v1/reminders/" + id).data())).containsExactly("restore");
    set("status = 'HELD', held_by = 'ASKED' where step_key = 'REMINDER_1'");
    assertThat(actions(person.get("/v1/reminders/" + id).data())).containsExactly("decide", "skip");
    assertThat(actions(door.member(person, "VIEWER").get("/v1/reminders/" + id).data())).isEmpty();
  }

  @Test
  void whatIsAllowedOfAnInvoiceFollowsItsDispute() {
    assertThat(actions(person.get("/v1/invoices/" + invoice).data()))
        .contains("dispute", "promise")
        .doesNotContain("resolve_dispute");

    sql("update invoice_dunning set dispute_state = 'OPEN' where invoice_id = ?::uuid");

    assertThat(actions(person.get("/v1/invoices/" + invoice).data()))
        .contains("resolve_dispute", "promise")
        .doesNotContain("dispute", "remind");
  }

  // ------------------------------------------------------------------ asked

  /** Without Temporal every wish is kept; what it does is tested where the cadence's steps are. */
  @Test
  void whatIsAskedIsKeptForTheCadence() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var id = person.get("/v1/reminders").text("/data/1/id");
    var path = "/v1/invoices/" + invoice;
    sql(
        "update users set email_verified_at = now() where id in"
            + " (select user_id from tenant_members m join invoices i on i.tenant_id = m.tenant_id"
            + " where i.id = ?::uuid)");

    person.post(path + "/remind", "{}", key).expect(202);
    person.post(path + "/remind", "{}", key).expect(202);
    person.post(path + "/promise", "{\"promised_on\":\"2030-01-01\"}").expect(202);
    person.post(path + "/dispute", "{\"reason\":\"The amount\"}").expect(202);
    person.post(path + "/resolve-dispute", "").expect(202);
    person.patch("/v1/reminders/" + id, "{\"day\":\"2030-01-01\"}").expect(202);
    person.delete("/v1/reminders/" + id).expect(202);
    person.post("/v1/reminders/" + id + "/restore", "").expect(202);
    person.post("/v1/reminders/" + id + "/decide", "{\"answer\":\"SEND\"}").expect(202);
    person.post("/v1/contacts/" + contact + "/channels/EMAIL/mute", "").expect(202);

    assertThat(chase.waiting(contact, CommandKind.REMIND_NOW)).hasSize(1);
    assertThat(chase.waiting(contact, CommandKind.PROMISE)).hasSize(1);
    assertThat(chase.waiting(contact, CommandKind.DISPUTE)).hasSize(1);
    assertThat(chase.waiting(contact, CommandKind.RESOLVE_DISPUTE)).hasSize(1);
    assertThat(chase.waiting(contact, CommandKind.CHANGE_REMINDER))
        .singleElement()
        .asString()
        .contains("\"moves\": true", "\"speaks\": false");
    assertThat(chase.waiting(contact, CommandKind.SKIP_REMINDER)).hasSize(2);
    assertThat(chase.waiting(contact, CommandKind.DECIDE_REMINDER)).hasSize(1);
    assertThat(chase.waiting(contact, CommandKind.MUTE_CHANNEL)).hasSize(1);
  }

  @Test
  void aReminderByHandWantsAKeyAndAKnownWarning() {
    person.post("/v1/invoices/" + invoice + "/remind", "{}").expect(422);
    person
        .post(
            "/v1/invoices/" + invoice + "/remind",
            "{\"acknowledge\":[\"EVERYTHING\"]}",
            Map.of("Idempotency-Key", UUID.randomUUID().toString()))
        .expect(422);
  }

  @ParameterizedTest
  @CsvSource({"VIEWER", "AGENT"})
  void whoOnlyLooksAsksNothing(String role) {
    var member = door.member(person, role);
    var id = person.get("/v1/reminders").text("/data/1/id");
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    member.post("/v1/invoices/" + invoice + "/remind", "{}", key).expect(403);
    member.post("/v1/invoices/" + invoice + "/promise", "{}").expect(403);
    member.post("/v1/invoices/" + invoice + "/dispute", "{\"reason\":\"x\"}").expect(403);
    member.post("/v1/invoices/" + invoice + "/resolve-dispute", "").expect(403);
    member.put("/v1/invoices/" + invoice + "/reminder-policy", "{}").expect(403);
    member.patch("/v1/reminders/" + id, "{}").expect(403);
    member.delete("/v1/reminders/" + id).expect(403);
    member.post("/v1/reminders/" + id + "/restore", "").expect(403);
    member.post("/v1/reminders/" + id + "/decide", "{\"answer\":\"SEND\"}").expect(403);
    member
        .post("/v1/reminders/send-now", "{\"reminder_id\":\"%s\"}".formatted(id), key)
        .expect(403);
    member.post("/v1/contacts/" + contact + "/channels/EMAIL/mute", "").expect(403);
    assertThat(chase.told(contact)).isZero();
  }

  // ------------------------------------------------------------------ the invoice's own fields

  @Test
  void theInvoiceShowsHowFarChasingHasGot() {
    var next = person.get("/v1/reminders").data().get(0);

    var shown = person.get("/v1/invoices/" + invoice).expect(200);
    var listed = person.get("/v1/invoices").expect(200);

    for (var view : List.of(shown.data(), listed.data().get(0))) {
      assertThat(view.path("ar_stage").asString()).isEqualTo("NONE");
      assertThat(view.path("cycle").asInt()).isEqualTo(1);
      assertThat(view.path("reminders_enabled").asBoolean()).isTrue();
      assertThat(view.path("reminders_paused").asBoolean()).isFalse();
      assertThat(view.path("reminders_paused_until").isNull()).isTrue();
      assertThat(view.path("dispute_state").asString()).isEqualTo("NONE");
      assertThat(view.at("/next_reminder/id")).isEqualTo(next.path("id"));
      assertThat(view.at("/next_reminder/send_at")).isEqualTo(next.path("send_at"));
      assertThat(view.at("/next_reminder/step_key").asString()).isEqualTo("PRE_3");
      assertThat(actions(view)).contains("pause_reminders").doesNotContain("resume_reminders");
    }
  }

  @Test
  void aPauseChangesTheTagOfAnInvoiceButNotItsVersion() {
    var before = person.get("/v1/invoices/" + invoice).expect(200);

    chase.pauseInvoice(person, invoice);
    var after =
        person
            .get(
                "/v1/invoices/" + invoice,
                Map.of("If-None-Match", String.valueOf(before.header("ETag"))))
            .expect(200);

    assertThat(after.data().path("version")).isEqualTo(before.data().path("version"));
    assertThat(after.data().path("reminders_paused").asBoolean()).isTrue();
    assertThat(actions(after.data()))
        .contains("resume_reminders")
        .doesNotContain("pause_reminders");
  }

  @Test
  void aDraftIsEditedWithTheTagFromBeforeItsPause() {
    var draft = chase.draft(person, contact);
    var tag = String.valueOf(person.get("/v1/invoices/" + draft).header("ETag"));

    chase.pauseInvoice(person, draft);

    person
        .patch("/v1/invoices/" + draft, "{\"notes\":\"Thank you\"}", Map.of("If-Match", tag))
        .expect(200);
    assertThat(actions(person.get("/v1/invoices/" + draft).data()))
        .doesNotContain("pause_reminders", "resume_reminders");
  }

  @Test
  void aPauseThatIsOverIsNone() {
    chase.pauseInvoice(person, invoice);
    sql(
        "update invoice_dunning set reminders_paused_until = now() - interval '1 minute'"
            + " where invoice_id = ?::uuid");

    var shown = person.get("/v1/invoices/" + invoice).data();

    assertThat(shown.path("reminders_paused").asBoolean()).isFalse();
    assertThat(shown.path("reminders_paused_until").isNull()).isTrue();
    assertThat(actions(shown)).contains("pause_reminders");
  }

  @Test
  void aPaidInvoiceHasNoNextReminder() {
    sql("update invoices set status = 'PAID' where id = ?::uuid");

    var shown = person.get("/v1/invoices/" + invoice).data();

    assertThat(shown.path("next_reminder").isNull()).isTrue();
    assertThat(actions(shown)).doesNotContain("pause_reminders", "resume_reminders");
  }

  // ------------------------------------------------------------------ commands

  /** Temporal is away here: the command is kept and the caller told so. */
  @ParameterizedTest
  @CsvSource({
    "/v1/invoices/%s/pause-reminders, PAUSE_REMINDERS",
    "/v1/invoices/%s/resume-reminders, RESUME_REMINDERS"
  })
  void whatIsAskedOfAnInvoicesRemindersWaitsForItsCustomersCadence(String path, CommandKind kind) {
    var answer = person.post(path.formatted(invoice), "").expect(202);

    assertThat(answer.text("/data/id")).isEqualTo(invoice);
    assertThat(chase.waiting(contact, kind))
        .singleElement()
        .satisfies(body -> assertThat(body).contains(invoice));
  }

  @Test
  void aContactIsPausedUntilAMoment() {
    var answer =
        person
            .post(
                "/v1/contacts/" + contact + "/pause-reminders",
                "{\"until\":\"2030-01-01T00:00:00Z\"}")
            .expect(202);

    assertThat(answer.text("/data/id")).isEqualTo(contact);
    assertThat(chase.waiting(contact, CommandKind.PAUSE_REMINDERS))
        .singleElement()
        .satisfies(body -> assertThat(body).contains("2030-01-01").doesNotContain(invoice));
  }

  @Test
  void aRepeatedPauseIsOneCommand() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var path = "/v1/invoices/" + invoice + "/pause-reminders";

    person.post(path, "{}", key).expect(202);
    person.post(path, "{}", key).expect(202);

    assertThat(chase.waiting(contact, CommandKind.PAUSE_REMINDERS)).hasSize(1);
  }

  @Test
  void aContactShowsItsPause() {
    chase.pauseContact(person, contact);

    var shown = person.get("/v1/contacts/" + contact).expect(200).data();

    assertThat(shown.path("reminders_paused").asBoolean()).isTrue();
    assertThat(shown.path("send_reminders").asBoolean()).isTrue();
    assertThat(actions(shown)).contains("resume_reminders").doesNotContain("pause_reminders");
    assertThat(actions(person.get("/v1/contacts/" + chase.contact(person)).data()))
        .contains("pause_reminders");
  }

  @Test
  void aPersonSaysWhatBecameOfALostReminder() {
    var lost = chase.loseAnswer(person, contact);
    var path = "/v1/deliveries/" + lost.deliveryId() + "/resolve";
    var reminder = person.get("/v1/reminders?status=UNKNOWN").expect(200);
    assertThat(actions(reminder.data().get(0))).containsExactly("resolve");
    assertThat(reminder.text("/data/0/delivery_id")).isEqualTo(lost.deliveryId().toString());

    person.post(path, "{\"outcome\":\"SENT\"}").expect(422);
    var answer =
        person
            .post(
                path,
                "{\"outcome\":\"SENT\"}",
                Map.of("Idempotency-Key", UUID.randomUUID().toString()))
            .expect(202);

    assertThat(answer.text("/data/id")).isEqualTo(lost.deliveryId().toString());
    assertThat(answer.text("/data/type")).isEqualTo("REMINDER");
    assertThat(answer.text("/data/status")).isEqualTo("UNKNOWN");
    assertThat(chase.waiting(contact, CommandKind.RESOLVE_REMINDER)).hasSize(1);
  }

  @Test
  void aLostReminderOfADeletedContactCanStillBeResolved() {
    var lost = chase.loseAnswer(person, contact);
    person.delete("/v1/contacts/" + contact).expect(200);

    person
        .post(
            "/v1/deliveries/" + lost.deliveryId() + "/resolve",
            "{\"outcome\":\"RESEND\"}",
            Map.of("Idempotency-Key", UUID.randomUUID().toString()))
        .expect(202);

    assertThat(chase.waiting(contact, CommandKind.RESOLVE_REMINDER)).hasSize(1);
  }

  @Test
  void aPayerWhoOpensTheLinkHasTheReminder() {
    var lost = chase.loseAnswer(person, contact);

    var page =
        door.stranger().get(lost.portalPath(), Map.of("Accept", "application/json")).expect(200);

    assertThat(page.text("/data/invoice_number")).isEqualTo("INV-1001");
    assertThat(chase.waiting(contact, CommandKind.RESOLVE_REMINDER))
        .singleElement()
        .satisfies(body -> assertThat(body).contains(lost.deliveryId().toString(), "SENT"));
  }

  // ------------------------------------------------------------------ who may

  @ParameterizedTest
  @CsvSource({
    "ADMIN, 200, 202, 200",
    "STAFF, 200, 202, 403",
    "AGENT, 404, 403, 403",
    "VIEWER, 200, 403, 403"
  })
  void aRoleMayDoWhatTheTableSays(String role, int read, int pause, int business) {
    var member = door.member(person, role);
    var reminder = person.get("/v1/reminders").text("/data/0/id");

    member.get("/v1/reminders").expect(200);
    member.get("/v1/reminders/" + reminder).expect(read);
    member.get("/v1/invoices/" + invoice + "/reminders").expect(read);
    member.get("/v1/reminder-policies").expect(200);
    member.get("/v1/holidays").expect(200);
    member.post("/v1/invoices/" + invoice + "/pause-reminders", "").expect(pause);
    member.post("/v1/invoices/" + invoice + "/resume-reminders", "").expect(pause);
    member.post("/v1/contacts/" + contact + "/pause-reminders", "").expect(pause);
    member.post("/v1/contacts/" + contact + "/resume-reminders", "").expect(pause);
    member.post("/v1/tenant/pause-reminders", "").expect(business);
    member.post("/v1/tenant/resume-reminders", "").expect(business);
  }

  @Test
  void anotherBusinessIsNotThere() {
    var stranger = door.owner();
    var reminder = person.get("/v1/reminders").text("/data/0/id");
    var policy = person.get("/v1/reminder-policies").text("/data/0/id");

    for (var id : List.of(UUID.randomUUID().toString(), invoice)) {
      stranger.get("/v1/invoices/" + id + "/reminders").expect(404);
      stranger.get("/v1/invoices/" + id + "/next-send-times").expect(404);
      stranger.post("/v1/invoices/" + id + "/pause-reminders", "").expect(404);
      stranger.post("/v1/invoices/" + id + "/resume-reminders", "").expect(404);
    }
    stranger.get("/v1/reminders/" + reminder).expect(404);
    stranger.get("/v1/reminders/" + reminder + "/why").expect(404);
    stranger.get("/v1/reminder-policies/" + policy).expect(404);
    stranger.post("/v1/contacts/" + contact + "/pause-reminders", "").expect(404);
    assertThat(stranger.get("/v1/reminders").data()).isEmpty();
    assertThat(stranger.get("/v1/reminders?invoice_id=" + invoice).data()).isEmpty();
  }

  // ------------------------------------------------------------------ policies

  @Test
  void everyBusinessHasTheStandardPolicy() {
    var list = person.get("/v1/reminder-policies").expect(200);

    assertThat(list.data()).hasSize(1);
    var shown = person.get("/v1/reminder-policies/" + list.text("/data/0/id")).expect(200);
    assertThat(shown.data().path("is_default").asBoolean()).isTrue();
    assertThat(shown.data().path("enabled").asBoolean()).isTrue();
    assertThat(shown.text("/data/catch_up")).isEqualTo("LATEST");
    assertThat(shown.data().path("steps")).hasSize(4);
    assertThat(shown.text("/data/steps/0/key")).isEqualTo("PRE_3");
    assertThat(shown.data().at("/steps/0/offset_days").asInt()).isEqualTo(-3);
    assertThat(shown.text("/data/steps/3/stage")).isEqualTo("FINAL");
    assertThat(shown.text("/data/steps/3/channel")).isEqualTo("AUTO");
    assertThat(shown.text("/data/steps/3/tone")).isEqualTo("AUTO");
  }

  private void set(String change) {
    sql("update reminders set " + change + " and invoice_id = ?::uuid");
  }

  /** For the invoice of this test. */
  private void sql(String update) {
    JdbcClient.create(TestDatabase.owner()).sql(update).param(invoice).update();
  }

  private static List<String> values(Door.Answer answer, String field) {
    var values = new ArrayList<String>();
    answer.expect(200).data().forEach(row -> values.add(row.path(field).asString()));
    return values;
  }

  private static List<String> actions(JsonNode view) {
    return view.path("allowed_actions").valueStream().map(node -> node.asString()).toList();
  }
}
