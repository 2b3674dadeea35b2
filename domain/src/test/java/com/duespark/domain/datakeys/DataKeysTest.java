package com.duespark.domain.datakeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TenantWall;
import com.duespark.domain.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DataKeysTest {

  private static final byte[] PLAIN = "an id".getBytes(StandardCharsets.UTF_8);

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private final JdbcTransactionManager transactions =
      new JdbcTransactionManager(TestDatabase.app());
  private final DataKeys keys = keys(TestSecrets.sealed());
  private final UUID tenant = Ids.next();

  private DataKeys keys(Sealed box) {
    return new DataKeys(
        JdbcClient.create(Objects.requireNonNull(transactions.getDataSource())), transactions, box);
  }

  private void change(String set, UUID whose) {
    owner.sql("update data_keys set %s where tenant_id = ?".formatted(set)).param(whose).update();
  }

  @Test
  void aKeyIsMadeOnFirstUseAndKept() throws GeneralSecurityException {
    var made = keys.current(tenant);
    byte[] encrypted = made.encrypt(PLAIN);

    assertThat(made.name()).isEqualTo(new DataKey.Name(tenant, 1));
    assertThat(keys.current(tenant).name()).isEqualTo(made.name());
    assertThat(keys.find(made.name()).decrypt(encrypted)).isEqualTo(PLAIN);
    assertThat(made.encrypt(PLAIN)).isNotEqualTo(encrypted);
    assertThat(made).hasToString(tenant + "/1");
    assertThat(DataKey.Name.parse(made.toString())).isEqualTo(made.name());
  }

  @Test
  void whatOneKeyEncryptedNoOtherOpensAndNoChangedByteIsTaken() {
    var mine = keys.current(tenant);
    var others = keys.current(Ids.next());
    byte[] encrypted = mine.encrypt(PLAIN);

    assertThatThrownBy(() -> others.decrypt(encrypted))
        .isInstanceOf(GeneralSecurityException.class);
    for (int i = 0; i < encrypted.length; i++) {
      byte[] changed = encrypted.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> mine.decrypt(changed)).isInstanceOf(GeneralSecurityException.class);
    }
    assertThatThrownBy(() -> mine.decrypt(new byte[3]))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @RepeatedTest(10)
  void ofManyWhoAreFirstAtOnceOneMakesTheKey() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<DataKey>> asked =
          threads.invokeAll(
              IntStream.range(0, 16)
                  .<Callable<DataKey>>mapToObj(one -> () -> keys.current(tenant))
                  .toList());

      for (var one : asked) {
        assertThat(one.get().name()).isEqualTo(new DataKey.Name(tenant, 1));
      }
    }
  }

  @Test
  void anErasedKeyOpensNothingAndItsNumberIsNotUsedAgain() {
    var erased = keys.current(tenant).name();
    change("sealed = null, erased_at = now()", tenant);

    assertThatThrownBy(() -> keys.find(erased))
        .isInstanceOf(MissingDataKey.class)
        .hasMessageContaining(erased + " was erased on 20");
    assertThat(keys.current(tenant).name()).isEqualTo(new DataKey.Name(tenant, 2));
    assertThatThrownBy(() -> keys.find(new DataKey.Name(tenant, 9)))
        .isInstanceOf(MissingDataKey.class)
        .hasMessageContaining("another installation");
  }

  @Test
  void aYearLaterThereIsANewKeyAndTheOldOneIsStillRead() throws GeneralSecurityException {
    var old = keys.current(tenant);
    byte[] encrypted = old.encrypt(PLAIN);
    change("created_at = now() - interval '366 days'", tenant);

    assertThat(keys.current(tenant).name()).isEqualTo(new DataKey.Name(tenant, 2));
    assertThat(keys.find(old.name()).decrypt(encrypted)).isEqualTo(PLAIN);
  }

  @Test
  void aKeyIsSealedAgainWhenTheInstallationsKeyWasChanged() throws GeneralSecurityException {
    var made = keys.current(tenant);
    byte[] encrypted = made.encrypt(PLAIN);
    var changed = keys(new Sealed(TestSecrets.otherEncryption(TestSecrets.key())));
    var later = keys(new Sealed(TestSecrets.otherEncryption(null)));

    assertThatThrownBy(() -> later.find(made.name()))
        .isInstanceOf(MissingDataKey.class)
        .hasMessageContaining("encryption-previous");
    assertThat(changed.find(made.name()).decrypt(encrypted)).isEqualTo(PLAIN);
    assertThat(later.find(made.name()).decrypt(encrypted)).isEqualTo(PLAIN);
    assertThat(later.current(tenant).name()).isEqualTo(made.name());
  }

  @Test
  void keysThatNobodyUsesAreSealedAgainToo() throws GeneralSecurityException {
    var made = keys.current(tenant);
    byte[] encrypted = made.encrypt(PLAIN);
    var erased = Ids.next();
    keys.current(erased);
    change("sealed = null, erased_at = now()", erased);
    var changed = keys(new Sealed(TestSecrets.otherEncryption(TestSecrets.key())));

    assertThat(changed.sealAgain()).isPositive();

    assertThat(changed.sealAgain()).isZero();
    var later = keys(new Sealed(TestSecrets.otherEncryption(null)));
    assertThat(later.find(made.name()).decrypt(encrypted)).isEqualTo(PLAIN);
  }

  @Test
  void aKeyOutlivesTheRollbackOfWhoNeededIt() {
    var name =
        new TransactionTemplate(transactions)
            .execute(
                running -> {
                  running.setRollbackOnly();
                  return keys.current(tenant).name();
                });

    assertThat(keys.find(Objects.requireNonNull(name)).name()).isEqualTo(name);
  }

  @Test
  void theProgramCannotDeleteAKey() {
    keys.current(tenant);
    var app = JdbcClient.create(TestDatabase.app());

    assertThat(app.sql("select count(*) from data_keys").query(Long.class).single()).isZero();
    assertThatThrownBy(() -> app.sql("delete from data_keys").update())
        .matches(TenantWall::stopped);
  }

  @Test
  void whoseAWorkflowIsIsReadFromItsRow() {
    var contact = Ids.next();
    var invoice = Ids.next();
    var connection = Ids.next();
    var request = Ids.next();
    owner.sql(rows()).params(rowParams(contact, invoice, connection, request)).update();

    assertThat(keys.tenantOf("invoice", invoice)).contains(tenant);
    assertThat(keys.tenantOf("cadence", contact)).contains(tenant);
    assertThat(keys.tenantOf("connect", connection)).contains(tenant);
    assertThat(keys.tenantOf("privacy", request)).contains(tenant);
    assertThat(keys.tenantOf("test-clock", tenant)).contains(tenant);
    assertThat(keys.tenantOf("invoice", contact)).isEmpty();
    assertThat(keys.tenantOf("account-mail", contact)).isEmpty();
    var ring = new KeyRing(keys);
    assertThat(ring.ownerOf("cadence", contact)).isEqualTo(tenant);
    assertThat(ring.ownerOf("account-mail", contact)).isEqualTo(DataKeys.INSTALLATION);
  }

  private Map<String, Object> rowParams(UUID contact, UUID invoice, UUID connection, UUID request) {
    return Map.of(
        "tenant", tenant,
        "contact", contact,
        "invoice", invoice,
        "connection", connection,
        "request", request,
        "user", Ids.next());
  }

  private static String rows() {
    return """
    with business as (
      insert into tenants (id, name, timezone, currency, country)
      values (:tenant, 'Test', 'Africa/Nairobi', 'KES', 'KE') returning id),
    person as (
      insert into users (id, email, display_name, referral_code)
      values (:user, :user || '@duespark.example', 'Njeri', :user) returning id),
    customer as (
      insert into contacts (id, tenant_id, code, display_name)
      select :contact, id, 'CUST-0001', 'Savanna Bloom' from business returning id, tenant_id),
    account as (
      insert into integration_connections (id, tenant_id, provider, kind, status)
      select :connection, id, 'stripe', 'PAYMENT', 'CONNECTED' from business),
    asked as (
      insert into privacy_requests (id, tenant_id, kind, subject_type, subject_id, identity_note,
        due_on, created_by)
      select :request, c.tenant_id, 'EXPORT', 'CONTACT', c.id, 'Called', current_date, p.id
      from customer c, person p)
    insert into invoices (id, tenant_id, contact_id, issue_date, due_date, currency, line_items,
      subtotal_minor, discount_total_minor, tax_total_minor, total_minor, tax_breakdown)
    select :invoice, tenant_id, id, '2026-03-01', '2026-03-31', 'KES', '[]', 0, 0, 0, 0, '[]'
    from customer
    """;
  }
}
