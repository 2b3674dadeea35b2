package com.duespark.activities.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.activities.reminders.Office;
import com.duespark.activities.reminders.OfficeTest;
import com.duespark.domain.audit.Sealing;
import com.duespark.domain.retention.Thing;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import com.duespark.workflows.retention.RetentionActivities;
import com.duespark.workflows.retention.RetentionActivities.Round;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the day, not the day before, once, and of nobody else; in batches of four. */
@OfficeTest
class RetentionTest {

  @Autowired Office office;
  @Autowired RetentionActivities steps;
  @Autowired Sealing sealing;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  private Cupboard ours;
  private Cupboard theirs;

  @BeforeEach
  void open() {
    ours = cupboard();
    theirs = cupboard();
    owner.sql("delete from retention_runs").update();
  }

  private Cupboard cupboard() {
    var desk = office.open();
    return new Cupboard(desk.tenant, desk.user, desk.customer);
  }

  @ParameterizedTest
  @CsvSource({
    "WEBHOOK_PAYLOADS, 90 days",
    "WEBHOOK_EVENTS, 12 months",
    "MESSAGE_TEXTS, 90 days",
    "DELIVERY_EVENTS, 12 months",
    "ACCOUNT_MAILS, 12 months",
    "OUTBOX, 7 days",
    "IDEMPOTENCY_KEYS, 7 days",
    "RATE_WINDOWS, 1 day",
    "ACCOUNT_TOKENS, 30 days",
    "REFRESH_TOKENS, 30 days",
    "SESSIONS, 30 days",
    "INVITATIONS, 30 days",
    "PORTAL_LINKS, 30 days",
    "PRIVACY_COPIES, 0 days",
    "DELETED_DRAFTS, 90 days",
    "DELETED_CONTACTS, 90 days",
    "DELETED_SETTINGS, 90 days",
    "SETTLED_INVOICES, 24 months"
  })
  void itGoesOnItsDayAndNotTheDayBefore(Thing thing, String kept) {
    clear(thing);
    var over = Stream.generate(() -> ours.put(thing, kept)).limit(9).toList();
    var dayBefore = ours.put(thing, kept + " -1 minute");
    var young = theirs.put(thing, kept + " -24 hours");

    assertThat(remove(thing)).isEqualTo(9);

    assertThat(over).noneMatch(id -> ours.has(thing, id));
    assertThat(ours.has(thing, dayBefore)).isTrue();
    assertThat(theirs.has(thing, young)).isTrue();
    assertThat(remove(thing)).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELIVERY_EVENTS", "DELETED_CONTACTS", "MESSAGE_TEXTS"})
  void whoDiesMidwayIsFollowedByWhoGoesOnAndNothingCountsTwice(Thing thing) {
    clear(thing);
    var over = Stream.generate(() -> ours.put(thing, "2 years")).limit(10).toList();
    var world = TestActivityEnvironment.newInstance();
    try {
      world.registerActivitiesImplementations(steps);
      world.requestCancelActivity();
      var dying = world.newActivityStub(RetentionActivities.class);
      assertThatThrownBy(() -> dying.remove(new Round(steps.day(), thing)))
          .isInstanceOf(CanceledFailure.class);
    } finally {
      world.close();
    }
    long left = over.stream().filter(id -> ours.has(thing, id)).count();
    assertThat(left).isEqualTo(6);
    assertThat(items(thing)).isEqualTo(4);
    assertThat(finished(thing)).isFalse();

    remove(thing);

    assertThat(over).noneMatch(id -> ours.has(thing, id));
    assertThat(items(thing)).isEqualTo(10);
    assertThat(finished(thing)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"IDEMPOTENCY_KEYS", "DELETED_CONTACTS", "WEBHOOK_PAYLOADS"})
  void twoAtOnceShareTheWork(Thing thing) throws Exception {
    clear(thing);
    var over = Stream.generate(() -> ours.put(thing, "2 years")).limit(40).toList();

    twice(() -> remove(thing));
    remove(thing);

    assertThat(over).noneMatch(id -> ours.has(thing, id));
    assertThat(items(thing)).isEqualTo(40);
  }

  // ------------------------------------------------------------------ what stays at any age

  @Test
  void anEventThatIsNotBookedKeepsItsPayload() {
    var waiting = ours.put(Cupboard.webhook("RECEIVED", "null", "null"), "2 years");
    var told = ours.put(Cupboard.webhook("PROCESSED", "null", "null"), "2 years");
    var booked = ours.put(Cupboard.webhook("PROCESSED", "now()", "null"), "2 years");

    remove(Thing.WEBHOOK_PAYLOADS);
    remove(Thing.WEBHOOK_EVENTS);

    assertThat(ours.has(Thing.WEBHOOK_PAYLOADS, waiting)).isTrue();
    assertThat(ours.has(Thing.WEBHOOK_PAYLOADS, told)).isTrue();
    assertThat(ours.has(Thing.WEBHOOK_EVENTS, booked)).isFalse();
    owner.sql("delete from webhook_events where tenant_id = ?").param(ours.tenant).update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NEW", "ATTEMPTING", "UNKNOWN"})
  void aMessageThatMayStillBeSentKeepsItsText(String status) {
    var message = ours.put(Cupboard.message(status), "2 years");

    remove(Thing.MESSAGE_TEXTS);

    assertThat(ours.has(Thing.MESSAGE_TEXTS, message)).isTrue();
    owner.sql("update deliveries set status = 'FAILED' where id = ?").param(message).update();
  }

  @Test
  void aKeyWhoseCommandWaitsIsKept() {
    var key = ours.put(Thing.IDEMPOTENCY_KEYS, "1 year");
    owner
        .sql(
            """
            with c as (insert into commands (id, tenant_id, entity_type, entity_id, kind, actor)
              values (gen_random_uuid(), :tenant, 'INVOICE', gen_random_uuid(), 'SEND', 'test')
              returning id)
            update idempotency_keys k set command_id = c.id from c where k.idempotency_key = :key
            """)
        .param("tenant", ours.tenant)
        .param("key", key)
        .update();

    remove(Thing.IDEMPOTENCY_KEYS);
    assertThat(ours.has(Thing.IDEMPOTENCY_KEYS, key)).isTrue();

    owner
        .sql("update commands set status = 'DONE' where tenant_id = ?")
        .param(ours.tenant)
        .update();
    remove(Thing.IDEMPOTENCY_KEYS);
    assertThat(ours.has(Thing.IDEMPOTENCY_KEYS, key)).isFalse();
  }

  @Test
  void whatMoneyRefersToIsNotPurged() {
    var contact = ours.put(Thing.DELETED_CONTACTS, "1 year");
    ours.invoice(contact, "PAID", "1 year");
    var draft = ours.put(Thing.DELETED_DRAFTS, "1 year");
    owner
        .sql(
            """
            insert into payment_attempts (id, tenant_id, invoice_id, method, status, amount_minor,
              currency, request, expires_at)
            values (gen_random_uuid(), ?, ?, 'STRIPE_LINK', 'EXPIRED', 100, 'KES', '{}', now())
            """)
        .params(ours.tenant, draft)
        .update();

    remove(Thing.DELETED_DRAFTS);
    remove(Thing.DELETED_CONTACTS);

    assertThat(ours.has(Thing.DELETED_CONTACTS, contact)).isTrue();
    assertThat(ours.has(Thing.DELETED_DRAFTS, draft)).isTrue();
  }

  @Test
  void theProgramsRoleCannotRemoveWhatIsYoungerThanTheFloor() {
    var app = JdbcClient.create(TestDatabase.app());

    for (var call :
        List.of(
            "retain_webhook_payloads('29 days', 4)",
            "retain_message_texts('29 days', 4)",
            "retain_delivery_events('89 days', 4)",
            "retain_deleted_contacts('29 days', 4)",
            "retain_settled_invoices('364 days', 4)",
            "drop_analytics_month('89 days')")) {
      assertThatThrownBy(() -> app.sql("select " + call).query().singleRow())
          .as(call)
          .hasMessageContaining("Nothing younger than");
    }
    for (var table : List.of("webhook_events", "retention_runs", "audit_blocks")) {
      assertThatThrownBy(() -> app.sql("delete from " + table).update())
          .hasStackTraceContaining("permission denied for table");
    }
  }

  // ------------------------------------------------------------------ set aside

  @ParameterizedTest
  @CsvSource({"VOID, voided_at", "WRITTEN_OFF, written_off_at", "PAID, paid_at"})
  void anInvoiceIsSetAsideByTheDayItWasSettled(String status, String settled) {
    var over = ours.invoice(ours.contact, status, "3 years");
    var lately = ours.invoice(ours.contact, status, "3 years");
    at(settled, over, "2 years 1 day");
    at(settled, lately, "1 year");

    remove(Thing.SETTLED_INVOICES);

    assertThat(ours.has(Thing.SETTLED_INVOICES, over)).isFalse();
    assertThat(ours.has(Thing.SETTLED_INVOICES, lately)).isTrue();
  }

  private void at(String settled, UUID invoice, String age) {
    owner
        .sql("update invoices set %s = now() - ?::interval where id = ?".formatted(settled))
        .params(age, invoice)
        .update();
  }

  @Test
  void whatIsStillOwedIsNeverSetAsideAndWhatIsOwedAgainComesBack() {
    var owed = ours.invoice(ours.contact, "SENT", "9 years");
    var part = ours.invoice(ours.contact, "PARTIALLY_PAID", "9 years");
    at("paid_at", part, "8 years");
    var refunded = ours.put(Thing.SETTLED_INVOICES, "3 years");

    remove(Thing.SETTLED_INVOICES);
    assertThat(ours.has(Thing.SETTLED_INVOICES, refunded)).isFalse();
    owner.sql("update invoices set status = 'SENT' where id = ?").param(refunded).update();

    for (var open : List.of(owed, part, refunded)) {
      assertThat(ours.has(Thing.SETTLED_INVOICES, open)).isTrue();
    }
    remove(Thing.SETTLED_INVOICES);
    assertThat(ours.has(Thing.SETTLED_INVOICES, refunded)).isTrue();
  }

  // ------------------------------------------------------------------ held for the law

  @Test
  void anErasedContactGoesWithAllItsMoneyTheDayAfterItsHold() {
    var over = held(ours, "1 day", "7 years 2 days");
    var today = held(ours, "0 days", "7 years 2 days");
    var other = held(theirs, "-1 day", "7 years 2 days");

    remove(Thing.HELD_CONTACTS);
    remove(Thing.HELD_CONTACTS);

    assertThat(items(Thing.HELD_CONTACTS)).isEqualTo(1);
    assertThat(ours.has(Thing.HELD_CONTACTS, over)).isFalse();
    assertThat(ours.has(Thing.HELD_CONTACTS, today)).isTrue();
    assertThat(theirs.has(Thing.HELD_CONTACTS, other)).isTrue();
    for (var table : List.of("invoices", "payments", "refunds", "deliveries", "delivery_events")) {
      assertThat(count(table, ours)).as(table).isEqualTo(1);
      assertThat(count(table, theirs)).as(table).isEqualTo(1);
    }
    assertThat(
            owner
                .sql(
                    """
                    select after::text from audit_log
                    where action = 'contact.removed' and entity_id = ?
                    """)
                .param(over)
                .query(String.class)
                .list())
        .containsExactly("{\"invoices\": 1, \"messages\": 1, \"payments\": 1}");
  }

  @Test
  void whoStillOwesOrPaidLatelyIsHeldOn() {
    var owes = held(ours, "1 day", "7 years 2 days");
    owner.sql("update invoices set status = 'SENT' where contact_id = ?").param(owes).update();
    var paidLately = held(ours, "1 day", "7 years 2 days");
    owner
        .sql(
            """
            update payments p set paid_at = now() - interval '2 years'
            from invoices i where i.id = p.invoice_id and i.contact_id = ?
            """)
        .param(paidLately)
        .update();

    remove(Thing.HELD_CONTACTS);

    assertThat(ours.has(Thing.HELD_CONTACTS, owes)).isTrue();
    assertThat(ours.has(Thing.HELD_CONTACTS, paidLately)).isTrue();
  }

  @Test
  void twoAtOnceRemoveAHeldContactOnce() throws Exception {
    var over = held(ours, "1 day", "8 years");

    twice(() -> remove(Thing.HELD_CONTACTS));

    assertThat(ours.has(Thing.HELD_CONTACTS, over)).isFalse();
    assertThat(items(Thing.HELD_CONTACTS)).isEqualTo(1);
  }

  /** An erased contact with an invoice that was paid and written about when it was issued. */
  private UUID held(Cupboard of, String since, String issued) {
    var contact = of.put(Thing.DELETED_CONTACTS, issued);
    var invoice = of.invoice(contact, "PAID", issued);
    owner
        .sql(
            """
            update contacts set erased_at = deleted_at,
              hold_until = (now() at time zone 'UTC' - :since::interval)::date
            where id = :id
            """)
        .param("since", since)
        .param("id", contact)
        .update();
    of.run(
        """
        with p as (
          insert into payments (id, tenant_id, invoice_id, provider, status, amount_minor, currency,
            method_label, paid_at, created_at)
          select :id, :tenant, i.id, 'CASH', 'SUCCEEDED', 100, 'KES', 'Cash',
            now() - :age::interval, now() - :age::interval
          from invoices i where i.contact_id = :contact
          returning id)
        insert into refunds (id, tenant_id, payment_id, amount_minor, kind, status, provider_refund_id)
        select :id, :tenant, p.id, 1, 'REFUND', 'SUCCEEDED', 'r' from p
        """,
        invoice,
        contact,
        issued);
    of.run(Cupboard.message("SENT"), invoice, contact, issued);
    owner
        .sql(
            """
            insert into delivery_events (id, tenant_id, delivery_id, kind, recipient, occurred_at)
            values (?, ?, ?, 'DELIVERED', 'erased', now())
            """)
        .params(invoice, of.tenant, invoice)
        .update();
    owner
        .sql(
            """
            insert into reminders (id, tenant_id, contact_id, invoice_id, policy_id, step_key, cycle,
              stage, offset_days, tone, channel, send_at, status, delivery_id)
            select :id, :tenant, :contact, :id, id, 'PRE_3', 1, 'NONE', -3, 'FRIENDLY', 'EMAIL', now(),
              'SENT', :id
            from reminder_policies where tenant_id = :tenant limit 1
            """)
        .param("id", invoice)
        .param("tenant", of.tenant)
        .param("contact", contact)
        .update();
    return contact;
  }

  // ------------------------------------------------------------------ whole months

  @Test
  void productEventsGoByWholeMonthsAndStraysByTheirAge() {
    var edge = LocalDate.now(ZoneOffset.UTC).minusMonths(13).withDayOfMonth(1);
    var over = edge.minusMonths(1);
    var stray = edge.minusYears(3);
    owner.sql("call month_partitions(?)").param(over).update();
    owner.sql("call month_partitions(?)").param(edge).update();
    for (var day : List.of(over, edge, stray)) {
      event(day, ours);
      event(day, theirs);
    }

    assertThat(remove(Thing.ANALYTICS)).isEqualTo(4);
    assertThat(remove(Thing.ANALYTICS)).isEqualTo(4);

    assertThat(exists("analytics_events", over)).isFalse();
    assertThat(exists("analytics_events", edge)).isTrue();
    assertThat(old("analytics_events", ours)).isEqualTo(1);
    assertThat(old("analytics_events", theirs)).isEqualTo(1);
  }

  @Test
  void theAuditLogGoesByWholeMonthsAndTellsEachBusiness() {
    var edge = LocalDate.now(ZoneOffset.UTC).minusYears(7).withDayOfMonth(1);
    var over = edge.minusMonths(1);
    owner.sql("call month_partitions(?)").param(over).update();
    owner.sql("call month_partitions(?)").param(edge).update();
    for (var of : List.of(ours, theirs)) {
      entry(over, of);
      entry(edge, of);
      Tenant.call(of.tenant, sealing::seal);
    }

    assertThat(remove(Thing.AUDIT_LOG)).isEqualTo(2);
    assertThat(remove(Thing.AUDIT_LOG)).isEqualTo(2);

    assertThat(exists("audit_log", over)).isFalse();
    assertThat(exists("audit_log", edge)).isTrue();
    assertThat(old("audit_log", ours)).isEqualTo(1);
    assertThat(old("audit_log", theirs)).isEqualTo(1);
    assertThat(
            owner
                .sql("select count(*) from audit_log where action = 'audit.month_dropped'")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void monthsAreMadeAheadAndOneWithStraysKeepsNobody() {
    var month = LocalDate.of(2001, 2, 1);
    event(month, ours);
    owner.sql("call month_partitions(?)").param(month).update();
    assertThat(exists("analytics_events", month)).isFalse();
    assertThat(exists("audit_log", month)).isTrue();

    remove(Thing.MONTHS_AHEAD);

    assertThat(exists("audit_log", LocalDate.now(ZoneOffset.UTC).plusMonths(2))).isTrue();
    assertThat(finished(Thing.MONTHS_AHEAD)).isTrue();
    owner.sql("delete from analytics_events_rest where created_at < '2002-01-01'").update();
    owner.sql("drop table " + name("audit_log", month)).update();
    owner.sql("drop table " + name("audit_places", month)).update();
  }

  @Test
  void aThingThatFailsIsSeenToHaveBeenBegun() {
    owner.sql("revoke execute on function retain_outbox from duespark_app").update();
    try {
      assertThatThrownBy(() -> remove(Thing.OUTBOX)).isInstanceOf(RuntimeException.class);
    } finally {
      owner.sql("grant execute on function retain_outbox to duespark_app").update();
    }

    assertThat(finished(Thing.OUTBOX)).isFalse();
    remove(Thing.OUTBOX);
    assertThat(finished(Thing.OUTBOX)).isTrue();
  }

  // ------------------------------------------------------------------ words of these tests

  private long remove(Thing thing) {
    var world = TestActivityEnvironment.newInstance();
    try {
      world.registerActivitiesImplementations(steps);
      return world.newActivityStub(RetentionActivities.class).remove(new Round(steps.day(), thing));
    } finally {
      world.close();
    }
  }

  /** What other tests left behind. */
  private void clear(Thing thing) {
    remove(thing);
    owner.sql("delete from retention_runs").update();
  }

  private static void twice(Callable<Long> work) throws Exception {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both = new ArrayList<Future<Long>>();
      for (int i = 0; i < 2; i++) {
        both.add(
            threads.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return work.call();
                }));
      }
      for (var one : both) {
        one.get(60, TimeUnit.SECONDS);
      }
    }
  }

  private long items(Thing thing) {
    return owner
        .sql("select coalesce(sum(items), 0) from retention_runs where thing = ?")
        .param(thing.name())
        .query(Long.class)
        .single();
  }

  private boolean finished(Thing thing) {
    return owner
        .sql("select finished_at is not null from retention_runs where thing = ?")
        .param(thing.name())
        .query(Boolean.class)
        .single();
  }

  private long count(String table, Cupboard of) {
    return owner
        .sql("select count(*) from %s where tenant_id = ?".formatted(table))
        .param(of.tenant)
        .query(Long.class)
        .single();
  }

  private void event(LocalDate day, Cupboard of) {
    owner
        .sql(
            """
            insert into analytics_events (id, tenant_id, event_name, source, created_at)
            values (gen_random_uuid(), ?, 'test.done', 'test', ?::date + interval '12 hours')
            """)
        .params(of.tenant, day)
        .update();
  }

  private void entry(LocalDate day, Cupboard of) {
    owner
        .sql(
            """
            insert into audit_log (id, tenant_id, actor, action, entity_type, created_at)
            values (gen_random_uuid(), ?, 'system', 'test.done', 'test', ?::date + interval '12 hours')
            """)
        .params(of.tenant, day)
        .update();
  }

  private long old(String table, Cupboard of) {
    return owner
        .sql(
            "select count(*) from %s where tenant_id = ? and created_at < now() - interval '6 months'"
                .formatted(table))
        .param(of.tenant)
        .query(Long.class)
        .single();
  }

  private boolean exists(String table, LocalDate month) {
    return owner
        .sql("select to_regclass(?) is not null")
        .param(name(table, month))
        .query(Boolean.class)
        .single();
  }

  private static String name(String table, LocalDate month) {
    return table + month.format(DateTimeFormatter.ofPattern("_yyyy_MM"));
  }
}
