package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.domain.reminders.PublicHolidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Customers are chased on the running system, moved through time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReminderIT {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  /** JRN-13. */
  @Test
  void threeInvoicesInOneSlotAreOneMessage() {
    business.travelToOrdinaryWeeks();
    String payer = "three-" + business.payer();
    String contact = business.contact(payer);
    List<String> invoices =
        List.of(
            business.draftDue(contact, 0),
            business.draftDue(contact, 0),
            business.draftDue(contact, 0));
    invoices.forEach(id -> business.send(id).require(200));

    business.travel(6);

    assertThat(reminders(payer))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.path("subject").asString()).contains("3 ", "KES 696.00");
              invoices.forEach(
                  id ->
                      assertThat(mail.path("text").asString())
                          .contains(business.invoice(id).path("invoice_number").asString()));
            });
    assertThat(invoices.stream().map(id -> row(id, "REMINDER_1", "status || delivery_id")))
        .allMatch(row -> row.startsWith("SENT"))
        .containsOnly(row(invoices.getFirst(), "REMINDER_1", "status || delivery_id"));
  }

  /** Nobody moves the clock when the slot comes: it comes as it does for a live business. */
  @Test
  void aSlotThatComesWhileTheClockStandsIsKept() {
    business.travelToOrdinaryWeeks();
    String id = business.draftDue(business.contact("stands-" + business.payer()), 0);
    business.send(id).require(200);

    business.travelTo(slot(id).minusSeconds(3));

    awaitSent(id);
  }

  /** Five hours later by real time, which the database is told have gone by. */
  @Test
  void aSlotThatComesLongAfterTheLastMoveIsKept() {
    business.travelToOrdinaryWeeks();
    String id = business.draftDue(business.contact("stood-" + business.payer()), 0);
    business.send(id).require(200);
    business.travelTo(slot(id).minus(Duration.ofHours(5)));
    rig.database()
        .ask(
            """
            update tenants set clock_offset = clock_offset + interval '4 hours 59 minutes 50 seconds'
            where id = ?::uuid returning id
            """,
            business.tenantId());

    assertThat(rig.command("reconcile")).endsWith("exit 0");

    awaitSent(id);
  }

  private Instant slot(String invoiceId) {
    return business.awaitReminders(invoiceId).stream()
        .filter(row -> row.path("step_key").asString().equals("REMINDER_1"))
        .map(row -> Instant.parse(row.path("send_at").asString()))
        .findFirst()
        .orElseThrow();
  }

  private void awaitSent(String invoiceId) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(row(invoiceId, "REMINDER_1", "status")).isEqualTo("SENT"));
  }

  /** JRN-14: due on a Friday, the third day after is a holiday where the customer lives. */
  @Test
  void aCustomerElsewhereIsWrittenToInTheirOwnHoursAndNotOnTheirHoliday() {
    var holiday = nextMondayHoliday();
    String contact =
        business
            .post(
                "/v1/contacts",
                Map.of(
                    "display_name",
                    "Hudson Flowers",
                    "email",
                    "hudson-" + business.payer(),
                    "country",
                    "US",
                    "timezone",
                    NEW_YORK.getId()))
            .require(201)
            .data()
            .path("id")
            .asString();
    business.travelTo(holiday.minusDays(12).atTime(12, 0).atZone(NEW_YORK).toInstant());
    String id = business.draftDue(contact, 9);
    business.send(id).require(200);

    business.travelTo(holiday.plusDays(2).atTime(12, 0).atZone(NEW_YORK).toInstant());

    var local = "to_char(sent_at at time zone 'America/New_York', 'YYYY-MM-DD HH24:MI')";
    assertThat(row(id, "PRE_3", local)).isEqualTo(holiday.minusDays(6) + " 09:30");
    assertThat(row(id, "REMINDER_1", local)).isEqualTo(holiday.plusDays(1) + " 09:30");
    assertThat(row(id, "REMINDER_1", "reasons->>1")).contains("HOLIDAY");
  }

  private LocalDate nextMondayHoliday() {
    var calendar = PublicHolidays.of("US", Map.of());
    var day = LocalDate.ofInstant(business.now(), NEW_YORK).plusDays(15);
    while (day.getDayOfWeek() != DayOfWeek.MONDAY
        || calendar.holidayOn(day) == null
        || calendar.holidayOn(day.minusDays(6)) != null
        || calendar.holidayOn(day.plusDays(1)) != null) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** JRN-15. */
  @Test
  void anInvoiceThatStaysOpenIsChasedMoreFirmlyAndThenHandedToAPerson() {
    business.travelToOrdinaryWeeks();
    String payer = "stays-" + business.payer();
    String id = business.draftDue(business.contact(payer), 0);
    business.send(id).require(200);

    business.travel(40);

    assertThat(
            List.of(
                row(id, "REMINDER_1", "tone || ' ' || stage"),
                row(id, "REMINDER_2", "tone || ' ' || stage"),
                row(id, "FINAL", "tone || ' ' || stage")))
        .containsExactly("FRIENDLY REMINDER_1", "NEUTRAL REMINDER_2", "FIRM FINAL");
    assertThat(reminders(payer)).hasSize(3);
    assertThat(ask("select ar_stage from invoice_dunning where invoice_id = ?::uuid", id))
        .isEqualTo("COLLECTIONS");
    assertThat(ask("select type || ' ' || status from work_items where invoice_id = ?::uuid", id))
        .isEqualTo("COLLECTION NEW");
    var due = LocalDate.parse(business.invoice(id).path("due_date").asString());
    assertThat(ask("select title from work_items where invoice_id = ?::uuid", id))
        .isEqualTo("Collect invoice " + business.invoice(id).path("invoice_number").asString());
    assertThat(business.now()).isAfter(due.plusDays(28).atStartOfDay(NEW_YORK).toInstant());

    business.receive(id, "232.00").require(201);

    business.awaitStatus(id, "PAID");
    business.travel(1);
    assertThat(ask("select status from work_items where invoice_id = ?::uuid", id))
        .isEqualTo("DONE");
  }

  /** REM-30, WFS-08. */
  @Test
  void aPaymentEndsTheReminders() {
    business.travelToOrdinaryWeeks();
    String payer = "pays-" + business.payer();
    String id = business.draftDue(business.contact(payer), 0);
    business.send(id).require(200);
    business.travel(6);
    int before = reminders(payer).size();

    business.receive(id, "232.00").require(201);
    business.travel(30);

    assertThat(before).isEqualTo(1);
    assertThat(reminders(payer)).hasSize(1);
    assertThat(row(id, "REMINDER_2", "status")).isEqualTo("CANCELED");
    assertThat(row(id, "FINAL", "reasons->-1->>'code'")).isEqualTo("CANCELED");
  }

  /** The provider is away for the whole day: the reminder goes the next business day, once. */
  @Test
  void aReminderThatNobodyTookGoesInTheNextSlot() {
    business.travelToOrdinaryWeeks();
    String payer = "away-" + business.payer();
    String id = business.draftDue(business.contact(payer), 0);
    business.send(id).require(200);
    rig.sandbox()
        .fault(
            Map.of(
                "provider",
                "postmark",
                "path",
                "/email",
                "recipient",
                payer,
                "action",
                "status",
                "code",
                503,
                "times",
                2));

    business.travel(8);
    rig.sandbox().heal();

    assertThat(reminders(payer)).isNotEmpty().size().isLessThanOrEqualTo(2);
    assertThat(row(id, "REMINDER_1", "status")).isEqualTo("SENT");
    assertThat(
            rig.database()
                .count(
                    "select count(*) from deliveries where recipient = ? and type = 'REMINDER' and status = 'FAILED'",
                    payer))
        .isEqualTo(2);
  }

  private List<JsonNode> reminders(String payer) {
    return rig.sandbox().mailsTo(payer).stream()
        .filter(mail -> !mail.path("subject").asString().contains(" from Lantana"))
        .filter(mail -> !mail.path("subject").asString().startsWith("Receipt"))
        .toList();
  }

  private String row(String invoiceId, String step, String column) {
    return ask(
        "select " + column + " from reminders where invoice_id = ?::uuid and step_key = ?",
        invoiceId,
        step);
  }

  private String ask(String sql, String... parameters) {
    var rows = rig.database().ask(sql, parameters);
    return rows.size() == 1 ? rows.getFirst() : rows.toString();
  }
}
