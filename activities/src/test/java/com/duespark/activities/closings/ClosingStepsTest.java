package com.duespark.activities.closings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.activities.reminders.Office;
import com.duespark.activities.reminders.OfficeTest;
import com.duespark.domain.closings.Closings;
import com.duespark.domain.exports.Exports;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import com.duespark.workflows.closings.ClosingActivities.Act;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A closed business is kept for sixty days, and after that found in no table. */
@OfficeTest
class ClosingStepsTest {

  @Autowired Office office;
  @Autowired ClosingSteps steps;
  @Autowired Closings closings;
  @Autowired Exports exports;
  @Autowired TransactionTemplate transaction;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  private Office.Desk desk;

  @BeforeEach
  void open() {
    desk = office.open();
  }

  @Test
  void anOpenOneHasNothingToWaitFor() {
    assertThat(look()).isEqualTo(Act.END);
  }

  @Test
  void itIsKeptForSixtyDaysAndTheDatabaseRefusesToEraseItBefore() {
    close("59 days 23 hours");

    assertThat(look()).isEqualTo(Act.WAIT);
    assertThat(Tenant.call(desk.tenant, steps::look).atMost())
        .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(60));
    assertThatThrownBy(() -> Tenant.call(desk.tenant, steps::eraseSome))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("sixty days");
    assertThatThrownBy(() -> within(this::erasedNow))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("sixty days");
    assertThat(count("contacts")).isEqualTo(1);
  }

  private boolean erasedNow() {
    closings.erased();
    return true;
  }

  @Test
  void whoOpensItInTimeKeepsEverythingAndWhoComesLateIsRefused() {
    close("59 days");
    assertThat(within(closings::reopen)).isTrue();
    assertThat(look()).isEqualTo(Act.END);
    assertThat(count("contacts")).isEqualTo(1);

    close("60 days 1 second");
    assertThat(within(closings::reopen)).isFalse();
    assertThat(look()).isEqualTo(Act.ERASE);
  }

  @Test
  void afterItsDaysItIsInNoTableAndNothingOfAnotherIsTouched() {
    var other = office.open();
    other.sent("2037-03-13");
    var others = rowsOf(other.tenant);
    furnish();
    assertThat(found("Debtor")).isNotEmpty();
    close("60 days 1 second");

    eraseAll();

    assertThat(tablesWithRows())
        .containsExactlyInAnyOrderElementsOf(List.of("audit_log", "audit_unsealed"));
    assertThat(rowsOf(other.tenant)).isEqualTo(others);
    assertThat(
            owner
                .sql(
                    """
                    select name || settings_json::text || (erased_at is not null)::text from tenants
                    where id = ?
                    """)
                .param(desk.tenant)
                .query(String.class)
                .single())
        .isEqualTo("Erased{}true");
    assertThat(found("Debtor")).isEmpty();
    assertThat(found("203.0.113.9")).isEmpty();
    assertThat(found("Lantana Row")).isEmpty();
    assertThat(look()).isEqualTo(Act.END);
    assertThat(Tenant.call(desk.tenant, steps::finish)).isTrue();
    assertThat(
            owner
                .sql(
                    "select count(*) from audit_log where tenant_id = ? and action = 'tenant.erased'")
                .param(desk.tenant)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(
            owner
                .sql("select count(*) from users where id = ? and status = 'ACTIVE'")
                .param(desk.user)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatComesMeanwhileIsErasedToo() {
    close("60 days 1 second");
    while (Tenant.call(desk.tenant, steps::eraseSome) > 0) {
      // until nothing is left
    }
    owner
        .sql("insert into holidays (id, tenant_id, day, name) values (?, ?, '2037-12-24', 'Eve')")
        .params(Ids.next(), desk.tenant)
        .update();

    assertThat(Tenant.call(desk.tenant, steps::finish)).isFalse();
    eraseAll();

    assertThat(count("holidays")).isZero();
  }

  private void eraseAll() {
    do {
      while (Tenant.call(desk.tenant, steps::eraseSome) > 0) {
        // until nothing is left
      }
    } while (!Tenant.call(desk.tenant, steps::finish));
  }

  /** A row of the business in each of its tables. */
  private void furnish() {
    var invoice = desk.sent("2037-03-13");
    within(() -> exports.add(true, desk.user));
    var rows =
        List.of(
            "insert into export_parts (tenant_id, export_id, attempt, part, content)"
                + " select tenant_id, id, id, 0, 'x' from exports where tenant_id = :tenant",
            "insert into audit_log (id, tenant_id, actor, action, entity_type, ip_address, salts)"
                + " values (:id, :tenant, :user::text, 'auth.signed_in', 'user', '203.0.113.9',"
                + " '{\"ip_address\": \"00112233445566778899aabbccddeeff\"}')",
            "insert into notifications (id, tenant_id, user_id, kind, title)"
                + " values (:id, :tenant, :user, 'x', 'x')",
            "insert into privacy_requests (id, tenant_id, kind, subject_type, subject_id,"
                + " identity_note, due_on, created_by)"
                + " values (:id, :tenant, 'EXPORT', 'CONTACT', :contact, 'x', '2037-04-01', :user)",
            "insert into idempotency_keys (tenant_id, endpoint, idempotency_key, request_hash)"
                + " values (:tenant, 'x', :id, 'x')",
            "insert into commands (id, tenant_id, entity_type, entity_id, kind, actor)"
                + " values (:id, :tenant, 'INVOICE', :invoice, 'x', 'x')",
            "insert into deliveries (id, tenant_id, type, channel, audience, contact_id, invoice_id,"
                + " recipient, dedupe_key, request, status)"
                + " values (:id, :tenant, 'INVOICE_SENT', 'EMAIL', 'PAYER', :contact, :invoice,"
                + " 'pay@debtor.example', :id::text, '{}', 'SENT')",
            "insert into delivery_events (id, tenant_id, delivery_id, kind, recipient, occurred_at)"
                + " select gen_random_uuid(), tenant_id, id, 'DELIVERED', recipient, now()"
                + " from deliveries where tenant_id = :tenant limit 1",
            "insert into portal_tokens (id, tenant_id, entity_type, entity_id, token_hash, expires_at)"
                + " values (:id, :tenant, 'INVOICE', :invoice, sha256(:id::text::bytea), now())",
            "insert into payments (id, tenant_id, invoice_id, provider, amount_minor, currency,"
                + " status, method_label, paid_at)"
                + " values (:id, :tenant, :invoice, 'CASH', 100, 'KES', 'SUCCEEDED', 'Cash', now())",
            "insert into refunds (id, tenant_id, payment_id, provider_refund_id, amount_minor, kind,"
                + " status) select :id, tenant_id, id, 'r', 100, 'REFUND', 'SUCCEEDED' from payments"
                + " where tenant_id = :tenant limit 1",
            "insert into payment_attempts (id, tenant_id, invoice_id, method, amount_minor, currency,"
                + " request, expires_at)"
                + " values (:id, :tenant, :invoice, 'STRIPE_CHECKOUT', 100, 'KES', '{}', now())",
            "insert into work_items (id, tenant_id, type, title, contact_id, source)"
                + " values (:id, :tenant, 'REQUEST', 'x', :contact, 'MANUAL')",
            "insert into channel_consents (tenant_id, contact_id, channel)"
                + " values (:tenant, :contact, 'SMS')",
            "insert into holidays (id, tenant_id, day, name) values (:id, :tenant, '2037-12-24', 'x')",
            "insert into send_buckets (tenant_id, channel, tokens) values (:tenant, 'SMS', 1)"
                + " on conflict do nothing",
            "insert into quotas (tenant_id, reason, set_by) values (:tenant, 'x', :user)",
            "insert into invitations (id, tenant_id, member_id, token_hash, expires_at, created_by)"
                + " select :id, tenant_id, id, sha256(:id::text::bytea), now(), :user"
                + " from tenant_members where tenant_id = :tenant limit 1",
            "insert into api_keys (id, tenant_id, name, key_hash, prefix, last_four, scopes, created_by)"
                + " values (:id, :tenant, 'x', sha256(:id::text::bytea), 'dsk_test_', 'abcd',"
                + " '{contacts:read}', :user)",
            "insert into integration_connections (id, tenant_id, provider, kind, status)"
                + " values (:id, :tenant, 'STRIPE', 'PAYMENT', 'CONNECTED')",
            "insert into analytics_events (id, tenant_id, event_name, source)"
                + " values (:id, :tenant, 'x', 'x')",
            "insert into data_keys (tenant_id, number, sealed)"
                + " values (:tenant, 1, decode(repeat('00', 61), 'hex'))",
            "insert into sessions (id, user_id, tenant_id) values (:id, :user, :tenant)");
    for (var row : rows) {
      owner
          .sql(row)
          .param("id", Ids.next())
          .param("tenant", desk.tenant)
          .param("user", desk.user)
          .param("contact", desk.customer)
          .param("invoice", invoice)
          .update();
    }
  }

  // ------------------------------------------------------------------ words of these tests

  private void close(String ago) {
    owner
        .sql(
            """
            update tenants set status = 'CLOSED', closed_at = now() - ?::interval where id = ?
            """)
        .params(ago, desk.tenant)
        .update();
  }

  private Act look() {
    return Tenant.call(desk.tenant, steps::look).act();
  }

  /** Tables that hold rows of the business, but those that are kept empty-handed. */
  private List<String> tablesWithRows() {
    return tables().stream()
        .filter(table -> !List.of("tenants", "data_keys").contains(table))
        .filter(table -> count(table) > 0)
        .toList();
  }

  private List<String> tables() {
    return owner
        .sql(
            """
            select c.relname from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and not c.relispartition
            order by 1
            """)
        .query(String.class)
        .list();
  }

  private int count(String table) {
    return owner
        .sql("select count(*) from %s where tenant_id = ?".formatted(table))
        .param(desk.tenant)
        .query(Integer.class)
        .single();
  }

  private List<Integer> rowsOf(UUID tenant) {
    return tables().stream()
        .map(
            table ->
                owner
                    .sql("select count(*) from %s where tenant_id = ?".formatted(table))
                    .param(tenant)
                    .query(Integer.class)
                    .single())
        .toList();
  }

  /** Tables in which a row of the business holds a word. */
  private List<String> found(String word) {
    return tables().stream()
        .filter(
            table ->
                owner
                        .sql(
                            "select count(*) from %s t where tenant_id = ? and t::text like ?"
                                .formatted(table))
                        .params(desk.tenant, "%" + word + "%")
                        .query(Integer.class)
                        .single()
                    > 0)
        .toList();
  }

  private <T> T within(Supplier<T> work) {
    return Tenant.call(
        desk.tenant, () -> Objects.requireNonNull(transaction.execute(running -> work.get())));
  }
}
