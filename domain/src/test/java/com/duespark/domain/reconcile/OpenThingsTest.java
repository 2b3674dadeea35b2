package com.duespark.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.reconcile.OpenThings.Open;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OpenThingsTest {

  private final OpenThings things = new OpenThings(JdbcClient.create(TestDatabase.app()));
  private final UUID tenant = business();

  @Test
  void invoicesThatAreScheduledBeingSentOrUnpaidAreOpen() {
    var contact = contact(tenant);
    var open =
        List.of(
            invoice(contact, "SCHEDULED", "IDLE"),
            invoice(contact, "SENT", "IDLE"),
            invoice(contact, "PARTIALLY_PAID", "FAILED"),
            invoice(contact, "DRAFT", "SENDING"));
    invoice(contact, "DRAFT", "IDLE");
    invoice(contact, "DRAFT", "FAILED");
    invoice(contact, "PAID", "IDLE");
    invoice(contact, "VOID", "IDLE");
    invoice(contact, "WRITTEN_OFF", "UNKNOWN");

    assertThat(mine(things::invoices, 500)).containsExactlyElementsOf(open);
  }

  @Test
  void anOpenCommandMessageOrPaymentMakesAnyInvoiceOpen() {
    var contact = contact(tenant);
    var asked = invoice(contact, "DRAFT", "IDLE");
    command(asked, "INVOICE", "OPEN");
    var answered = invoice(contact, "DRAFT", "IDLE");
    command(answered, "INVOICE", "DONE");
    command(answered, "INVOICE", "REFUSED");
    var withReceipt = invoice(contact, "PAID", "IDLE");
    delivery(withReceipt, contact, "PAYMENT_RECEIVED", "NEW");
    var underWay = invoice(contact, "PAID", "IDLE");
    delivery(underWay, contact, "PAYMENT_RECEIVED", "ATTEMPTING");
    var delivered = invoice(contact, "PAID", "IDLE");
    for (var end : List.of("SENT", "FAILED", "SUPPRESSED", "UNKNOWN", "BOUNCED")) {
      delivery(delivered, contact, "PAYMENT_RECEIVED", end);
    }
    var bankIsSlow = invoice(contact, "VOID", "IDLE");
    payment(bankIsSlow, "PENDING");
    payment(delivered, "SUCCEEDED");

    assertThat(mine(things::invoices, 500))
        .containsExactly(asked, withReceipt, underWay, bankIsSlow);
  }

  @Test
  void pagesOfAnySizeHoldEveryInvoiceOfEveryTenantOnce() {
    var other = business();
    var theirs = contact(other);
    var mine = contact(tenant);
    List<UUID> expected = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      var id = Ids.next();
      insertInvoice(id, i % 2 == 0 ? tenant : other, i % 2 == 0 ? mine : theirs, "DRAFT", "IDLE");
      for (int many = 0; many < 3; many++) {
        sql(
            """
            insert into commands (id, tenant_id, entity_type, entity_id, kind, actor)
            values (gen_random_uuid(), '%s', 'INVOICE', '%s', 'SEND', 'test')
            """
                .formatted(i % 2 == 0 ? tenant : other, id));
      }
      expected.add(id);
    }
    var sent = Ids.next();
    insertInvoice(sent, tenant, mine, "SENT", "IDLE");
    command(sent, "INVOICE", "OPEN");
    expected.add(sent);

    for (int size : new int[] {1, 2, 5, 500}) {
      assertThat(all(things::invoices, size))
          .filteredOn(open -> open.tenantId().equals(tenant) || open.tenantId().equals(other))
          .extracting(Open::id)
          .as("pages of %d", size)
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void customersWhoOweOrWhoseRemindersAreUnderWayAreOpen() {
    var owes = contact(tenant);
    invoice(owes, "SENT", "IDLE");
    invoice(owes, "PARTIALLY_PAID", "IDLE");
    var asked = contact(tenant);
    command(asked, "CONTACT", "OPEN");
    var reminded = contact(tenant);
    delivery(invoice(reminded, "PAID", "IDLE"), reminded, "REMINDER", "ATTEMPTING");
    var quiet = contact(tenant);
    invoice(quiet, "SCHEDULED", "IDLE");
    var paid = invoice(quiet, "PAID", "IDLE");
    delivery(paid, quiet, "PAYMENT_RECEIVED", "NEW");
    delivery(paid, quiet, "OVERDUE", "SENT");

    assertThat(mine(things::contacts, 500)).containsExactly(owes, asked, reminded);
    assertThat(mine(things::contacts, 1)).containsExactly(owes, asked, reminded);
  }

  @Test
  void aKeyThatNobodyAnsweredForIsOpen() {
    var open = connection("ERROR", "Being checked");
    var refused = connection("ERROR", "The key was refused");
    var given = connection("DISCONNECTED", "Being checked");

    assertThat(all(things::connections, 500))
        .extracting(Open::id)
        .contains(open)
        .doesNotContain(refused, given);
  }

  @Test
  void accountMailsAreOpenUntilTheyEnd() {
    var fresh = accountMail("NEW");
    var underWay = accountMail("ATTEMPTING");
    var sent = accountMail("SENT");

    assertThat(things.accountMails(OpenThings.BEGINNING, 500))
        .contains(fresh, underWay)
        .doesNotContain(sent);
    assertThat(things.accountMails(fresh, 1)).containsExactly(underWay);
  }

  @Test
  void aTestBusinessIsOpenUntilItsClockHasArrived() {
    sql(
        "update tenants set kind = 'TEST', clock_target = now() + interval '1 day' where id = '%s'"
            .formatted(tenant));
    var standing = business();

    assertThat(things.testClocks(OpenThings.BEGINNING, 500))
        .contains(tenant)
        .doesNotContain(standing);
    assertThat(things.testClocks(tenant, 500)).doesNotContain(tenant);
  }

  @Test
  void aStandingTestBusinessIsOpenWhileItIsSoonToSendSomething() {
    var soon = testBusiness("30 days");
    reminds(soon, "1 hour 59 minutes");
    var sends = testBusiness("30 days");
    sends(sends, "1 hour 59 minutes");
    var later = testBusiness("30 days");
    reminds(later, "2 hours 1 minute");
    sends(later, "2 hours 1 minute");
    var neverMoved = testBusiness("0");
    reminds(neverMoved, "1 hour");

    assertThat(things.testClocks(OpenThings.BEGINNING, 500))
        .contains(soon, sends)
        .doesNotContain(later, neverMoved);
  }

  @Test
  void anEventThatWasToldAndNotBookedIsToldAgain() {
    var lost = event("PROCESSED", "20 minutes", false);
    var justTold = event("PROCESSED", "1 minute", false);
    var booked = event("PROCESSED", "20 minutes", true);
    var ignored = event("IGNORED", "20 minutes", false);
    var nobodys = event("PROCESSED", "20 minutes", false);
    sql("update webhook_events set tenant_id = null where id = '%s'".formatted(nobodys));

    things.tellAgain(Duration.ofMinutes(10));

    assertThat(status(lost)).isEqualTo("RECEIVED");
    assertThat(List.of(status(justTold), status(booked), status(nobodys)))
        .containsOnly("PROCESSED");
    assertThat(status(ignored)).isEqualTo("IGNORED");
  }

  @Test
  void theNamespaceIsTheOneThatWasReconciledLast() {
    things.reconciled("one");
    things.reconciled("two");
    assertThat(things.reconciledNamespace()).contains("two");

    sql("delete from temporal_namespace");
    assertThat(things.reconciledNamespace()).isEmpty();
  }

  @Test
  void theProgramReadsIdsOnlyThroughTheFunctions() {
    var jdbc = JdbcClient.create(TestDatabase.app());
    invoice(contact(tenant), "SENT", "IDLE");

    assertThat(jdbc.sql("select count(*) from invoices").query(Integer.class).single()).isZero();
    assertThatThrownBy(
            () -> jdbc.sql("select * from temporal_namespace").query(String.class).list())
        .hasStackTraceContaining("permission denied");
  }

  // ------------------------------------------------------------------ readings

  private List<UUID> mine(BiFunction<UUID, Integer, List<Open>> pages, int size) {
    return all(pages, size).stream()
        .filter(open -> open.tenantId().equals(tenant))
        .map(Open::id)
        .toList();
  }

  private static List<Open> all(BiFunction<UUID, Integer, List<Open>> pages, int size) {
    List<Open> all = new ArrayList<>();
    for (var page = pages.apply(OpenThings.BEGINNING, size);
        !page.isEmpty();
        page = pages.apply(all.getLast().id(), size)) {
      assertThat(page.size()).isLessThanOrEqualTo(size);
      all.addAll(page);
    }
    return all;
  }

  private static String status(UUID event) {
    return JdbcClient.create(TestDatabase.owner())
        .sql("select status from webhook_events where id = ?")
        .param(event)
        .query(String.class)
        .single();
  }

  // ------------------------------------------------------------------ rows

  private static UUID business() {
    var id = Ids.next();
    sql(
        """
        insert into tenants (id, name, timezone, currency, country)
        values ('%s', 'Test', 'Africa/Nairobi', 'KES', 'KE')
        """
            .formatted(id));
    return id;
  }

  private static UUID testBusiness(String ahead) {
    var id = business();
    sql(
        "update tenants set kind = 'TEST', clock_offset = '%s' where id = '%s'"
            .formatted(ahead, id));
    return id;
  }

  /** A customer is reminded so long after the business's own now. */
  private static void reminds(UUID business, String after) {
    sql(
        """
        insert into cadences (contact_id, tenant_id, next_at)
        select '%2$s', id, now() + clock_offset + interval '%3$s' from tenants where id = '%1$s'
        """
            .formatted(business, contact(business), after));
  }

  private static void sends(UUID business, String after) {
    var id = Ids.next();
    insertInvoice(id, business, contact(business), "SCHEDULED", "IDLE");
    sql(
        """
        update invoices set next_at = (
          select now() + clock_offset + interval '%3$s' from tenants where id = '%1$s')
        where id = '%2$s'
        """
            .formatted(business, id, after));
  }

  private static UUID contact(UUID tenant) {
    var id = Ids.next();
    sql(
        """
        insert into contacts (id, tenant_id, code, display_name)
        values ('%1$s', '%2$s', '%1$s', 'Savanna Bloom')
        """
            .formatted(id, tenant));
    return id;
  }

  private UUID invoice(UUID contact, String status, String sendState) {
    var id = Ids.next();
    insertInvoice(id, tenant, contact, status, sendState);
    return id;
  }

  private static void insertInvoice(
      UUID id, UUID tenant, UUID contact, String status, String sendState) {
    sql(
        """
        insert into invoices (id, tenant_id, contact_id, invoice_number, document, status, send_state,
          issue_date, due_date, currency, line_items, subtotal_minor, discount_total_minor,
          tax_total_minor, total_minor, tax_breakdown)
        values ('%1$s', '%2$s', '%3$s', '%1$s', '{}', '%4$s', '%5$s',
          '2026-03-01', '2026-03-31', 'KES', '[]', 0, 0, 0, 0, '[]')
        """
            .formatted(id, tenant, contact, status, sendState));
  }

  private void command(UUID entity, String type, String status) {
    sql(
        """
        insert into commands (id, tenant_id, entity_type, entity_id, kind, actor, status)
        values (gen_random_uuid(), '%s', '%s', '%s', 'SEND', 'test', '%s')
        """
            .formatted(tenant, type, entity, status));
  }

  private void delivery(UUID invoice, UUID contact, String type, String status) {
    sql(
        """
        insert into deliveries (id, tenant_id, type, channel, audience, contact_id, invoice_id,
          recipient, dedupe_key, request, status)
        values ('%1$s', '%2$s', '%3$s', 'EMAIL', 'PAYER', '%4$s', '%5$s', 'a@b.example', '%1$s', '{}', '%6$s')
        """
            .formatted(Ids.next(), tenant, type, contact, invoice, status));
  }

  private void payment(UUID invoice, String status) {
    sql(
        """
        insert into payments (id, tenant_id, invoice_id, provider, status, amount_minor, currency, method_label)
        values ('%s', '%s', '%s', 'STRIPE', '%s', 100, 'KES', 'Card')
        """
            .formatted(Ids.next(), tenant, invoice, status));
  }

  /** Of a business of its own, because a business has one at a time. */
  private static UUID connection(String status, String error) {
    var id = Ids.next();
    sql(
        """
        insert into integration_connections (id, tenant_id, provider, kind, status, last_error)
        values ('%s', '%s', 'stripe', 'PAYMENT', '%s', '%s')
        """
            .formatted(id, business(), status, error));
    return id;
  }

  private static UUID accountMail(String status) {
    var id = Ids.next();
    var user = Ids.next();
    sql(
        """
        insert into users (id, email, display_name, referral_code)
        values ('%1$s', '%1$s@owner.example', 'Njeri', '%1$s')
        """
            .formatted(user));
    sql(
        """
        insert into account_deliveries (id, user_id, type, recipient, dedupe_key, request, status)
        values ('%1$s', '%2$s', 'VERIFY_EMAIL', 'a@b.example', '%1$s', '{}', '%3$s')
        """
            .formatted(id, user, status));
    return id;
  }

  private UUID event(String status, String age, boolean booked) {
    var id = Ids.next();
    sql(
        """
        insert into webhook_events (id, provider, provider_event_id, tenant_id, payload_json,
          signature_ok, status, processed_at, booked_at)
        values ('%1$s', 'stripe', '%1$s', '%2$s', '{}', true, '%3$s', now() - interval '%4$s',
          case when %5$s then now() end)
        """
            .formatted(id, tenant, status, age, booked));
    return id;
  }

  private static void sql(String statement) {
    try (var connection = TestDatabase.owner().getConnection();
        var executed = connection.createStatement()) {
      executed.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }
}
