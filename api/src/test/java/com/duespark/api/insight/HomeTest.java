package com.duespark.api.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The business is in Nairobi and its clock stands at Thursday 28 March 2030, about noon. */
@ApiTest
class HomeTest {

  @Autowired Door door;
  @Autowired Chase chase;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  private Person person;
  private String contact = "";

  @BeforeEach
  void foundABusiness() {
    person = door.owner();
    setClock("2030-03-28 12:00");
    contact = contact("Savanna Bloom");
  }

  // ------------------------------------------------------------------ money

  @Test
  void anEmptyBusinessHasZeros() {
    var home = home();

    assertThat(home.path("today").asString()).isEqualTo("2030-03-28");
    assertThat(home.path("timezone").asString()).isEqualTo("Africa/Nairobi");
    assertThat(home.at("/unpaid/count").asInt()).isZero();
    assertThat(home.at("/unpaid/total_due").asString()).isEqualTo("0.00");
    assertThat(home.at("/overdue/total").asString()).isEqualTo("0.00");
    assertThat(home.at("/todays_payments/count").asInt()).isZero();
    assertThat(home.path("next_actions")).isEmpty();
    assertThat(home.path("planned")).isEmpty();
    assertThat(home.path("by_currency")).hasSize(1);
    assertThat(home.at("/by_currency/0/currency").asString()).isEqualTo("KES");
    assertThat(home.at("/by_currency/0/last_payment").isNull()).isTrue();
    assertThat(values(home.at("/by_currency/0/weeks"), "monday"))
        .hasSize(16)
        .startsWith("2030-01-07")
        .contains("2030-03-25")
        .endsWith("2030-04-22");
  }

  @Test
  void whatIsOwedIsCountedPerCurrencyAndSplit() {
    var other = contact("Harbour");
    sent(contact, "KES", "100", "2030-04-02");
    pay(sent(contact, "KES", "200", "2030-03-20"), "50", "2030-03-27 10:00", "PARTIALLY_PAID");
    var disputed = sent(other, "KES", "1000", "2030-03-08");
    sql(
        "insert into invoice_dunning (tenant_id, invoice_id, dispute_state)"
            + " select tenant_id, id, 'OPEN' from invoices where id = ?::uuid",
        disputed);
    sent(other, "USD", "7", "2030-03-28");
    draft(other, "KES", "5000", "2030-04-02");

    var home = home();

    assertThat(home.at("/unpaid/count").asInt()).isEqualTo(4);
    assertThat(home.at("/unpaid/total_due").asString()).isEqualTo("1250.00");
    assertThat(home.at("/overdue/count").asInt()).isEqualTo(2);
    assertThat(home.at("/overdue/total").asString()).isEqualTo("1150.00");
    assertThat(values(home.path("by_currency"), "currency")).containsExactly("KES", "USD");
    var kes = home.at("/by_currency/0/owed");
    assertThat(kes.path("amount").asString()).isEqualTo("1250.00");
    assertThat(kes.path("invoices").asInt()).isEqualTo(3);
    assertThat(kes.path("customers").asInt()).isEqualTo(2);
    assertThat(kes.path("not_due").asString()).isEqualTo("100.00");
    assertThat(kes.path("late").asString()).isEqualTo("150.00");
    assertThat(kes.path("disputed").asString()).isEqualTo("1000.00");
    assertThat(home.at("/by_currency/0/overdue/oldest_days").asInt()).isEqualTo(20);
    assertThat(home.at("/by_currency/1/owed/not_due").asString()).isEqualTo("7.00");
    assertThat(home.at("/by_currency/1/overdue/oldest_days").asInt()).isZero();
  }

  /** Late in the evening of UTC it is the next day, the next week and the next month in Nairobi. */
  @Test
  void daysWeeksAndMonthsAreThoseOfTheBusiness() {
    setClock("2030-04-01 00:30");
    var invoice = sent(contact, "KES", "1000", "2030-04-30");
    pay(invoice, "1", "2030-04-01 00:10", "PARTIALLY_PAID");
    pay(invoice, "2", "2030-03-31 23:50", "PARTIALLY_PAID");
    pay(invoice, "4", "2030-03-01 23:50", "PARTIALLY_PAID");
    pay(invoice, "8", "2030-03-02 00:10", "PARTIALLY_PAID");

    var home = home();

    assertThat(home.path("today").asString()).isEqualTo("2030-04-01");
    assertThat(home.at("/todays_payments/total").asString()).isEqualTo("1.00");
    assertThat(home.at("/by_currency/0/paid/this_month").asString()).isEqualTo("1.00");
    assertThat(home.at("/by_currency/0/paid/last_month").asString()).isEqualTo("4.00");
    assertThat(week(home, "2030-04-01").path("received").asString()).isEqualTo("1.00");
    assertThat(week(home, "2030-03-25").path("received").asString()).isEqualTo("2.00");
    assertThat(week(home, "2030-02-25").path("received").asString()).isEqualTo("12.00");
  }

  @ParameterizedTest
  @CsvSource({
    // the same day, where last month has it; else its last day
    "2030-03-15 12:00, 2030-02-15 23:00, 2030-02-16 00:30",
    "2030-03-31 12:00, 2030-02-28 23:00, 2030-01-31 12:00",
    "2030-01-31 12:00, 2029-12-31 23:00, 2029-11-30 12:00"
  })
  void lastMonthIsCountedUpToTheSameDay(String now, String counted, String not) {
    setClock(now);
    var invoice = sent(contact, "KES", "1000", "2030-04-30");
    pay(invoice, "3", counted, "PARTIALLY_PAID");
    pay(invoice, "5", not, "PARTIALLY_PAID");

    assertThat(home().at("/by_currency/0/paid/last_month").asString()).isEqualTo("3.00");
  }

  @Test
  void onlyMoneyThatCountsIsReceived() {
    var invoice = sent(contact, "KES", "1000", "2030-04-30");
    pay(invoice, "10", "2030-03-28 09:00", "PARTIALLY_PAID");
    var refunded = pay(invoice, "20", "2030-03-28 08:00", "PARTIALLY_PAID");
    sql(
        "update payments set status = 'PARTIALLY_REFUNDED', refunded_minor = 500"
            + " where id = ?::uuid",
        refunded);
    for (var change :
        List.of(
            "unapplied = true",
            "status = 'PENDING'",
            "status = 'REFUNDED', refunded_minor = amount_minor",
            "reconciliation_state = 'EXCEPTION'")) {
      var payment = pay(invoice, "400", "2030-03-28 10:00", "PARTIALLY_PAID");
      sql("update payments set " + change + " where id = ?::uuid", payment);
    }

    var home = home();

    assertThat(home.at("/todays_payments/count").asInt()).isEqualTo(2);
    assertThat(home.at("/todays_payments/total").asString()).isEqualTo("25.00");
    assertThat(home.at("/by_currency/0/paid/this_month").asString()).isEqualTo("25.00");
    var last = home.at("/by_currency/0/last_payment");
    assertThat(last.path("amount").asString()).isEqualTo("10.00");
    assertThat(last.path("contact_name").asString()).isEqualTo("Savanna Bloom");
    assertThat(last.path("contact_id").asString()).isEqualTo(contact);
    assertThat(last.path("at").asString()).isEqualTo("2030-03-28T06:00:00Z");
  }

  @Test
  void openAmountsAreExpectedInTheWeekOfTheirDueDay() {
    sent(contact, "KES", "1", "2030-03-27");
    sent(contact, "KES", "2", "2030-03-28");
    sent(contact, "KES", "4", "2030-03-31");
    sent(contact, "KES", "8", "2030-04-01");
    sent(contact, "KES", "16", "2030-04-28");
    sent(contact, "KES", "32", "2030-04-29");

    var home = home();

    assertThat(week(home, "2030-03-25").path("expected").asString()).isEqualTo("6.00");
    assertThat(week(home, "2030-04-01").path("expected").asString()).isEqualTo("8.00");
    assertThat(week(home, "2030-04-15").path("expected").asString()).isEqualTo("0.00");
    assertThat(week(home, "2030-04-22").path("expected").asString()).isEqualTo("16.00");
  }

  // ------------------------------------------------------------------ what needs a person

  @Test
  void whatNeedsAPersonIsListedMostPressingFirst() {
    var late = sent(contact, "KES", "200", "2030-03-20");
    var later = sent(contact, "KES", "300", "2030-03-27");
    var failing = draft(contact, "KES", "400", "2030-04-20");
    sql(
        "update invoices set send_state = 'FAILED', last_send_error = 'No such mailbox'"
            + " where id = ?::uuid",
        failing);
    var collected = sent(contact, "KES", "500", "2030-02-01");
    var item = workItem("Collect invoice", collected, null);
    var ready = draft(contact, "KES", "600", "2030-04-20");
    var silent = contact("No address");
    sql("update contacts set email = null where id = ?::uuid", silent);
    draft(silent, "KES", "700", "2030-04-20");
    var chased = contact("Chased");
    var lost = sent(chased, "KES", "800", "2030-04-20");
    chase.plan(person, chased);
    var delivery = chase.loseAnswer(person, chased).deliveryId();

    var actions = home().path("next_actions");

    assertThat(values(actions, "kind"))
        .containsExactly(
            "DELIVERY_UNKNOWN", "SEND_FAILED", "WORK_ITEM", "OVERDUE", "OVERDUE", "DRAFT_READY");
    assertThat(values(actions, "invoice_id"))
        .containsExactly(lost, failing, collected, late, later, ready);
    assertThat(values(actions, "amount"))
        .containsExactly("800.00", "400.00", "500.00", "200.00", "300.00", "600.00");
    assertThat(actions.at("/0/delivery_id").asString()).isEqualTo(delivery.toString());
    assertThat(actions.at("/0/contact_name").asString()).isEqualTo("Chased");
    assertThat(actions.at("/1/words").asString()).isEqualTo("No such mailbox");
    assertThat(actions.at("/2/work_item_id").asString()).isEqualTo(item);
    assertThat(actions.at("/2/words").asString()).isEqualTo("Collect invoice");
    assertThat(actions.at("/3/since").asString()).isEqualTo("2030-03-20T21:00:00Z");
    assertThat(actions.at("/3/due_date").asString()).isEqualTo("2030-03-20");
    assertThat(actions.at("/3/invoice_number").asString()).startsWith("INV-");
    assertThat(actions.at("/3/currency").asString()).isEqualTo("KES");
    assertThat(actions.at("/5/since").asString()).startsWith("2030-03-28T09:");
    assertThat(home().path("new_work_items").asInt()).isEqualTo(1);
  }

  @Test
  void aFailedReminderIsLookedAfterUntilALaterOneLeaves() {
    sent(contact, "KES", "200", "2030-03-20");
    sent(contact, "KES", "300", "2030-03-20");
    chase.plan(person, contact);
    var claimed = "claimed_at = '2030-03-28 06:00+00'";
    sql(
        "update reminders set status = 'FAILED', "
            + claimed
            + " where status = 'SCHEDULED'"
            + " and step_key = 'REMINDER_2' and contact_id = ?::uuid",
        contact);

    var failed = home().at("/next_actions/0");
    assertThat(failed.path("kind").asString()).isEqualTo("REMINDER_FAILED");
    assertThat(failed.path("contact_id").asString()).isEqualTo(contact);
    assertThat(failed.path("amount").asString()).isEqualTo("500.00");
    assertThat(failed.path("invoice_id").isNull()).isTrue();
    assertThat(failed.path("since").asString()).isEqualTo("2030-03-28T06:00:00Z");

    sql(
        "update reminders set status = 'SKIPPED', claimed_at = '2030-03-28 08:00+00'"
            + " where step_key = 'FINAL' and contact_id = ?::uuid",
        contact);

    assertThat(values(home().path("next_actions"), "kind")).containsOnly("OVERDUE");
  }

  @Test
  void missedRemindersAreAskedAboutOnceForEachCustomer() {
    sent(contact, "KES", "200", "2030-03-20");
    sent(contact, "KES", "300", "2030-03-20");
    chase.plan(person, contact);
    sql(
        "update reminders set status = 'HELD', held_by = 'ASKED',"
            + " asked_at = '2030-03-28 06:00+00'"
            + " where step_key in ('REMINDER_1', 'REMINDER_2') and contact_id = ?::uuid",
        contact);

    var asked = home().at("/next_actions/0");
    assertThat(asked.path("kind").asString()).isEqualTo("REMINDER_MISSED");
    assertThat(asked.path("contact_id").asString()).isEqualTo(contact);
    assertThat(asked.path("amount").asString()).isEqualTo("500.00");
    assertThat(asked.path("since").asString()).isEqualTo("2030-03-28T06:00:00Z");
    assertThat(values(home().path("next_actions"), "kind"))
        .containsExactly("REMINDER_MISSED", "OVERDUE", "OVERDUE");
  }

  @Test
  void noMoreThanEightAreListed() {
    for (int i = 0; i < 10; i++) {
      sent(contact, "KES", "1", "2030-03-0" + (i % 5 + 1));
    }

    var home = home();

    assertThat(home.path("next_actions")).hasSize(8);
    assertThat(values(home.path("next_actions"), "due_date")).isSorted();
    assertThat(home.at("/overdue/count").asInt()).isEqualTo(10);
  }

  // ------------------------------------------------------------------ what leaves by itself

  @Test
  void remindersOfOneMessageAreOneAndScheduledSendsStandBetween() {
    var first = sent(contact, "KES", "200", "2030-04-10");
    var second = sent(contact, "KES", "300", "2030-04-10");
    chase.plan(person, contact);
    var waiting = chase.issue(person, draft(contact, "USD", "50", "2030-05-30"));
    sql(
        "update invoices set status = 'SCHEDULED', scheduled_send_at = '2030-04-09 09:00+03'"
            + " where id = ?::uuid",
        waiting);
    var reminders = person.get("/v1/reminders?invoice_id=" + first).data();

    var planned = home().path("planned");

    assertThat(values(planned, "kind"))
        .containsExactly("REMINDER", "SEND", "REMINDER", "REMINDER", "REMINDER");
    assertThat(values(planned, "at")).isSorted();
    var message = planned.get(0);
    assertThat(message.path("at")).isEqualTo(reminders.at("/0/send_at"));
    assertThat(message.path("contact_name").asString()).isEqualTo("Savanna Bloom");
    assertThat(message.path("timezone").asString()).isEqualTo("Africa/Nairobi");
    assertThat(message.path("channel").asString()).isEqualTo("EMAIL");
    assertThat(message.path("tone").asString()).isEqualTo("FRIENDLY");
    assertThat(message.path("held_by").isNull()).isTrue();
    assertThat(message.path("invoice_count").asInt()).isEqualTo(2);
    assertThat(values(message.path("invoices"), "id")).containsExactly(first, second);
    assertThat(message.at("/invoices/0/amount_due").asString()).isEqualTo("200.00");
    assertThat(message.at("/invoices/0/number").asString()).isEqualTo("INV-1001");
    assertThat(message.at("/invoices/0/reminder_id")).isEqualTo(reminders.at("/0/id"));
    assertThat(message.path("amount").asString()).isEqualTo("500.00");
    assertThat(message.path("currency").asString()).isEqualTo("KES");
    assertThat(texts(message.path("reasons")))
        .anyMatch(words -> words.startsWith("3 days before the due day"))
        .contains("One message with 1 other invoice");
    var send = planned.get(1);
    assertThat(send.path("at").asString()).isEqualTo("2030-04-09T06:00:00Z");
    assertThat(send.at("/invoices/0/id").asString()).isEqualTo(waiting);
    assertThat(send.path("amount").asString()).isEqualTo("50.00");
    assertThat(send.path("tone").isNull()).isTrue();
    assertThat(planned.get(4).path("tone").asString()).isEqualTo("FIRM");
  }

  @Test
  void remindersThatLeaveOneByOneAreNotJoined() {
    sql(
        "update reminder_policies set consolidate = false, cap_per_day = 5, cap_per_week = 20"
            + " where tenant_id = ?::uuid",
        person.tenantId().toString());
    sent(contact, "KES", "200", "2030-04-10");
    sent(contact, "KES", "300", "2030-04-10");
    chase.plan(person, contact);

    var planned = home().path("planned");

    assertThat(planned).hasSize(8);
    assertThat(values(planned, "invoice_count")).containsOnly("1");
    assertThat(planned.at("/0/at")).isEqualTo(planned.at("/1/at"));
  }

  @Test
  void heldRemindersComeLastWithWhatHoldsThem() {
    var paused = sent(contact, "KES", "200", "2030-04-10");
    chase.plan(person, contact);
    chase.pauseInvoice(person, paused);
    chase.plan(person, contact);
    var other = contact("Later");
    sent(other, "KES", "300", "2030-06-10");
    chase.plan(person, other);

    var planned = home().path("planned");

    assertThat(planned).hasSize(5);
    assertThat(values(planned, "contact_name")).startsWith("Later").endsWith("Savanna Bloom");
    var held = planned.get(4);
    assertThat(held.path("held_by").asString()).isEqualTo("PAUSED");
    assertThat(values(held.path("invoices"), "id")).containsExactly(paused);
    assertThat(texts(held.path("reasons"))).contains("Reminders are paused");
    assertThat(held.path("at").asString()).isLessThan(planned.get(0).path("at").asString());
  }

  @Test
  void whatWasPaidIsNoLongerPlanned() {
    var invoice = sent(contact, "KES", "200", "2030-04-10");
    chase.plan(person, contact);

    pay(invoice, "200", "2030-03-28 09:00", "PAID");

    assertThat(home().path("planned")).isEmpty();
  }

  // ------------------------------------------------------------------ who may

  @ParameterizedTest
  @ValueSource(strings = {"ADMIN", "STAFF", "VIEWER"})
  void everyMemberSeesTheMoney(String role) {
    sent(contact, "KES", "200", "2030-03-20");

    var home = door.member(person, role).get("/v1/home/summary").expect(200).data();

    assertThat(home.at("/unpaid/total_due").asString()).isEqualTo("200.00");
    assertThat(home.path("next_actions")).hasSize(1);
  }

  @Test
  void anAgentSeesTheirOwnWithoutTotals() {
    var agent = door.member(person, "AGENT");
    sent(contact, "KES", "200", "2030-03-20");
    chase.plan(person, contact);
    var assigned = sent(contact, "KES", "300", "2030-03-20");
    workItem("Call them", assigned, agent.userId());
    workItem("Somebody else's", null, null);
    var own = contact(agent, "Own");
    chase.issue(person, draft(agent, own, "KES", "400", "2030-03-21"));

    var home = agent.get("/v1/home/summary").expect(200).data();

    assertThat(home.at("/unpaid/count").asInt()).isEqualTo(2);
    assertThat(home.at("/unpaid/total_due").isNull()).isTrue();
    assertThat(home.at("/overdue/count").asInt()).isEqualTo(2);
    assertThat(home.at("/overdue/total").isNull()).isTrue();
    assertThat(home.path("todays_payments").isNull()).isTrue();
    assertThat(home.path("by_currency")).isEmpty();
    assertThat(home.path("new_work_items").asInt()).isEqualTo(1);
    assertThat(values(home.path("next_actions"), "amount")).containsExactly("300.00", "400.00");
    assertThat(home.path("planned")).isEmpty();
  }

  @Test
  void anotherBusinessSeesNothingOfIt() {
    var invoice = sent(contact, "KES", "200", "2030-03-20");
    pay(invoice, "50", "2030-03-28 09:00", "PARTIALLY_PAID");
    chase.plan(person, contact);
    workItem("Collect", invoice, null);

    var home = door.owner().get("/v1/home/summary").expect(200).data();

    assertThat(home.at("/unpaid/count").asInt()).isZero();
    assertThat(home.at("/todays_payments/count").asInt()).isZero();
    assertThat(home.path("new_work_items").asInt()).isZero();
    assertThat(home.path("next_actions")).isEmpty();
    assertThat(home.path("planned")).isEmpty();
    assertThat(home.at("/by_currency/0/last_payment").isNull()).isTrue();
    door.stranger().get("/v1/home/summary").expect(401);
  }

  // ------------------------------------------------------------------ the story so far

  private JsonNode home() {
    return person.get("/v1/home/summary").expect(200).data();
  }

  /** Local time of the business. */
  private void setClock(String local) {
    owner
        .sql(
            """
            update tenants set kind = 'TEST',
              clock_offset = ?::timestamp at time zone 'Africa/Nairobi' - now()
            where id = ?
            """)
        .params(local, person.tenantId())
        .update();
  }

  private String contact(String name) {
    return contact(person, name);
  }

  private static String contact(Person author, String name) {
    return author
        .post(
            "/v1/contacts",
            "{\"display_name\":\"%s\",\"email\":\"%s@example.com\"}"
                .formatted(name, UUID.randomUUID()))
        .expect(201)
        .text("/data/id");
  }

  private String draft(String contactId, String currency, String amount, String due) {
    return draft(person, contactId, currency, amount, due);
  }

  private static String draft(
      Person author, String contactId, String currency, String amount, String due) {
    return author
        .post(
            "/v1/invoices",
            """
            {"contact_id":"%s","currency":"%s","issue_date":"2030-01-02","due_date":"%s",
             "line_items":[{"name":"Work","qty":1,"rate":"%s"}]}"""
                .formatted(contactId, currency, due, amount))
        .expect(201)
        .text("/data/id");
  }

  private String sent(String contactId, String currency, String amount, String due) {
    return chase.issue(person, draft(contactId, currency, amount, due));
  }

  /** Money arrives at a local time. */
  private String pay(String invoice, String amount, String local, String status) {
    var id = UUID.randomUUID().toString();
    owner
        .sql(
            """
            insert into payments (id, tenant_id, invoice_id, provider, status, amount_minor, currency,
              paid_at, method_label)
            select ?::uuid, tenant_id, id, 'CASH', 'SUCCEEDED', ?::numeric * 100, currency,
              ?::timestamp at time zone 'Africa/Nairobi', 'Cash'
            from invoices where id = ?::uuid
            """)
        .params(id, amount, local, invoice)
        .update();
    owner
        .sql(
            """
            update invoices set status = ?, amount_paid_minor = amount_paid_minor + ?::numeric * 100
            where id = ?::uuid
            """)
        .params(status, amount, invoice)
        .update();
    return id;
  }

  private String workItem(String title, @Nullable String invoice, @Nullable UUID assignee) {
    var id = UUID.randomUUID().toString();
    owner
        .sql(
            """
            insert into work_items (id, tenant_id, type, title, contact_id, invoice_id, assigned_to,
              source)
            values (:id::uuid, :tenant, :type, :title, :contact::uuid, :invoice::uuid, :assignee,
              'SYSTEM')
            """)
        .param("id", id)
        .param("tenant", person.tenantId())
        .param("type", invoice == null ? "REQUEST" : "COLLECTION")
        .param("title", title)
        .param("contact", contact)
        .param("invoice", invoice)
        .param("assignee", assignee)
        .update();
    return id;
  }

  private void sql(String update, String id) {
    owner.sql(update).param(id).update();
  }

  private static JsonNode week(JsonNode home, String monday) {
    return StreamSupport.stream(home.at("/by_currency/0/weeks").spliterator(), false)
        .filter(week -> week.path("monday").asString().equals(monday))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> values(JsonNode rows, String field) {
    return rows.valueStream().map(row -> row.path(field).asString()).toList();
  }

  private static List<String> texts(JsonNode rows) {
    return rows.valueStream().map(JsonNode::asString).toList();
  }
}
