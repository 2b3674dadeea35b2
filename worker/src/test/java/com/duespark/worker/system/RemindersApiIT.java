package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the desk shows of reminders and how it holds them, with the cadence at work behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemindersApiIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @Test
  void aSentInvoiceHasItsPlanWithinSecondsAndSaysWhy() {
    String id = sent("planned");

    List<JsonNode> plan = business.awaitReminders(id);

    assertThat(each(plan, "step_key"))
        .containsExactly("PRE_3", "REMINDER_1", "REMINDER_2", "FINAL");
    assertThat(plan)
        .allSatisfy(
            reminder -> {
              assertThat(reminder.path("status").asString()).isEqualTo("SCHEDULED");
              assertThat(reminder.path("reasons")).isNotEmpty();
              assertThat(reminder.path("invoice_id").asString()).isEqualTo(id);
            });
    JsonNode first = plan.getFirst();
    String why = "/v1/reminders/" + first.path("id").asString() + "/why";
    assertThat(business.get(why).require(200).data().path("sentence").asString())
        .startsWith("It will be sent on ")
        .contains("3 days before the due day");
    assertThat(business.invoice(id).at("/next_reminder/send_at")).isEqualTo(first.path("send_at"));
    assertThat(each(business.list("/v1/invoices/" + id + "/next-send-times"), "send_at"))
        .isEqualTo(each(plan, "send_at"));
  }

  @Test
  void aPausedInvoiceHoldsItsRemindersUntilItIsResumed() {
    String id = sent("paused");
    List<JsonNode> before = business.awaitReminders(id);
    JsonNode version = business.invoice(id).path("version");

    JsonNode paused = business.act(id, "pause-reminders").require(200).data();

    assertThat(paused.path("reminders_paused").asBoolean()).isTrue();
    assertThat(paused.path("version")).isEqualTo(version);
    assertThat(paused.path("next_reminder").isNull()).isTrue();
    assertThat(each(reminders(id), "status")).containsOnly("HELD");
    assertThat(each(reminders(id), "held_by")).containsOnly("PAUSED");
    assertThat(business.act(id, "pause-reminders").status()).isEqualTo(200);

    JsonNode resumed = business.act(id, "resume-reminders").require(200).data();

    assertThat(resumed.path("reminders_paused").asBoolean()).isFalse();
    assertThat(each(reminders(id), "status")).containsOnly("SCHEDULED");
    assertThat(each(reminders(id), "send_at")).isEqualTo(each(before, "send_at"));
  }

  @Test
  void aPauseWithAnEndHoldsWhatFallsIntoIt() {
    String id = sent("until");
    List<JsonNode> plan = business.awaitReminders(id);
    Instant afterFirst = Instant.parse(plan.getFirst().path("send_at").asString()).plusSeconds(60);

    JsonNode paused =
        business.act(id, "pause-reminders", Map.of("until", afterFirst.toString())).data();

    assertThat(paused.path("reminders_paused_until").asString()).isEqualTo(afterFirst.toString());
    assertThat(each(reminders(id), "status"))
        .containsExactly("HELD", "SCHEDULED", "SCHEDULED", "SCHEDULED");
    Reply past = business.act(id, "pause-reminders", Map.of("until", "2020-01-01T00:00:00Z"));
    assertThat(past.require(422).reason()).isEqualTo("IN_THE_PAST");
  }

  @Test
  void aPausedContactHoldsAllItsInvoices() {
    String contact = business.contact("contact-" + business.payer());
    String one = sentTo(contact);
    String two = sentTo(contact);
    String other = sent("not-paused");
    List.of(one, two, other).forEach(business::awaitReminders);

    JsonNode paused =
        business.post("/v1/contacts/" + contact + "/pause-reminders", Map.of()).require(200).data();

    assertThat(paused.path("reminders_paused").asBoolean()).isTrue();
    assertThat(each(business.list("/v1/reminders?contact_id=" + contact), "status"))
        .hasSize(8)
        .containsOnly("HELD");
    assertThat(each(reminders(other), "status")).containsOnly("SCHEDULED");

    business.post("/v1/contacts/" + contact + "/resume-reminders", Map.of()).require(200);

    assertThat(each(business.list("/v1/reminders?contact_id=" + contact), "status"))
        .hasSize(8)
        .containsOnly("SCHEDULED");
  }

  @Test
  void aPausedBusinessHoldsEveryone() {
    Business other = Business.foundedOn(rig);
    String contact = other.contact();
    String id = other.draftDue(contact, 30);
    other.send(id).require(200);
    other.awaitReminders(id);

    other.post("/v1/tenant/pause-reminders", Map.of()).require(200);

    await().atMost(SOON).until(() -> statuses(other, id), List.of("HELD")::equals);

    other.post("/v1/tenant/resume-reminders", Map.of()).require(200);

    await().atMost(SOON).until(() -> statuses(other, id), List.of("SCHEDULED")::equals);
  }

  @Test
  void remindersMoveOffAFreeDayOfTheBusiness() {
    Business other = Business.foundedOn(rig);
    String id = other.draftDue(other.contact(), 30);
    other.send(id).require(200);
    String planned = other.awaitReminders(id).getFirst().path("send_at").asString();
    String day = Instant.parse(planned).atZone(NAIROBI).toLocalDate().toString();

    other.post("/v1/holidays", Map.of("day", day, "name", "Inventory")).require(201);

    JsonNode moved =
        await()
            .atMost(SOON)
            .until(
                () -> other.list("/v1/invoices/" + id + "/reminders").getFirst(),
                reminder -> !reminder.path("send_at").asString().equals(planned));
    assertThat(moved.path("reasons").toString()).contains("HOLIDAY", "Inventory");
  }

  @Test
  void anEditedContactIsWrittenToInItsNewHours() {
    String contact = business.contact("moves-" + business.payer());
    String id = sentTo(contact);
    Instant planned =
        Instant.parse(business.awaitReminders(id).getFirst().path("send_at").asString());

    var tokyo = Map.of("timezone", "Asia/Tokyo");
    business.ask("PATCH", "/v1/contacts/" + contact, tokyo).require(200);

    // Tokyo is six hours ahead of Nairobi the whole year
    await()
        .atMost(SOON)
        .until(
            () -> Instant.parse(reminders(id).getFirst().path("send_at").asString()),
            planned.minus(6, ChronoUnit.HOURS)::equals);
  }

  @Test
  void aClosedInvoiceIsNeitherPausedNorResumed() {
    String id = sent("closed");
    business.voidInvoice(id).require(200);

    assertThat(business.act(id, "pause-reminders").require(409).reason()).isEqualTo("NOT_OPEN");
    assertThat(business.act(id, "resume-reminders").require(409).reason()).isEqualTo("NOT_OPEN");
    assertThat(business.invoice(id).path("allowed_actions").toString())
        .doesNotContain("_reminders");
  }

  @Test
  void strangersFindNothingAndViewersOnlyLook() {
    String id = sent("looked-at");
    String reminder = business.awaitReminders(id).getFirst().path("id").asString();
    Business stranger = Business.foundedOn(rig);
    Business viewer = business.colleague("VIEWER");

    assertThat(stranger.act(id, "pause-reminders").status()).isEqualTo(404);
    assertThat(stranger.get("/v1/reminders/" + reminder).status()).isEqualTo(404);
    assertThat(viewer.get("/v1/reminders/" + reminder).status()).isEqualTo(200);
    assertThat(viewer.act(id, "pause-reminders").status()).isEqualTo(403);
    assertThat(viewer.post("/v1/tenant/pause-reminders", Map.of()).status()).isEqualTo(403);
    assertThat(viewer.invoice(id).path("allowed_actions").toString()).doesNotContain("_reminders");
    assertThat(each(reminders(id), "status")).containsOnly("SCHEDULED");
  }

  // ------------------------------------------------------------------ a lost answer

  @Test
  void aPersonDecidesAboutAReminderWhoseAnswerWasLost() {
    Business other = Business.foundedOn(rig);
    String delivery = lostReminder(other, overdue(other));
    String path = "/v1/deliveries/" + delivery + "/resolve";

    JsonNode resolved = other.post(path, Map.of("outcome", "SENT")).require(200).data();

    assertThat(resolved.path("id").asString()).isEqualTo(delivery);
    assertThat(resolved.path("type").asString()).isEqualTo("REMINDER");
    assertThat(resolved.path("status").asString()).isEqualTo("SENT");
    assertThat(other.list("/v1/reminders?status=UNKNOWN")).isEmpty();
    assertThat(other.post(path, Map.of("outcome", "SENT")).require(409).reason())
        .isEqualTo("NOT_UNKNOWN");
  }

  @Test
  void aPayerWhoOpensTheLinkOfALostReminderHasIt() {
    Business other = Business.foundedOn(rig);
    String id = overdue(other);
    String delivery = lostReminder(other, id);
    JsonNode mail = rig.sandbox().mailsTo(other.payer()).getLast();

    Payer.reading(rig, mail).invoice();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(other.list("/v1/reminders?status=SENT"))
                    .extracting(reminder -> reminder.path("delivery_id").asString())
                    .contains(delivery));
    assertThat(other.invoice(id).path("ar_stage").asString()).isEqualTo("REMINDER_1");
  }

  /** An invoice whose first reminder after the due day went out. */
  private static String overdue(Business other) {
    String id = other.draftDue(other.contact(), 0);
    other.send(id).require(200);
    other.awaitReminders(id);
    other.travel(6);
    return id;
  }

  /** As a mail server leaves it that cannot be asked what became of a message. */
  private String lostReminder(Business other, String invoiceId) {
    JsonNode sent = other.list("/v1/reminders?status=SENT&invoice_id=" + invoiceId).getFirst();
    String delivery = sent.path("delivery_id").asString();
    rig.database()
        .ask("update deliveries set status = 'UNKNOWN' where id = ?::uuid returning id", delivery);
    rig.database()
        .ask(
            "update reminders set status = 'UNKNOWN', sent_at = null"
                + " where delivery_id = ?::uuid returning id",
            delivery);
    rig.database()
        .ask(
            "update invoice_dunning set ar_stage = 'NONE' where invoice_id = ?::uuid"
                + " returning invoice_id",
            invoiceId);
    assertThat(other.list("/v1/reminders?status=UNKNOWN")).hasSize(1);
    return delivery;
  }

  /** An invoice to a contact of its own, due in 30 days. */
  private String sent(String who) {
    return sentTo(business.contact(who + "-" + business.payer()));
  }

  private String sentTo(String contact) {
    String id = business.draftDue(contact, 30);
    business.send(id).require(200);
    return id;
  }

  private List<JsonNode> reminders(String invoiceId) {
    return business.list("/v1/invoices/" + invoiceId + "/reminders");
  }

  private static List<String> statuses(Business other, String invoiceId) {
    return each(other.list("/v1/invoices/" + invoiceId + "/reminders"), "status").stream()
        .distinct()
        .toList();
  }

  private static List<String> each(List<JsonNode> rows, String field) {
    return rows.stream().map(row -> row.path(field).asString()).toList();
  }
}
