package com.duespark.worker.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.datakeys.DataKey;
import com.duespark.domain.datakeys.DataKeys;
import com.duespark.domain.inbox.EventSeals;
import com.duespark.domain.ops.Outstanding;
import com.duespark.domain.payments.ConnectionSeals;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.secrets.Secret;
import com.duespark.domain.secrets.Secrets;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.StoredSeals;
import com.duespark.domain.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A change of the encryption secret, from the first start with it to the last need of the old. */
class ResealingTest {

  private static final byte[] PLAIN = "sk_live_1".getBytes(StandardCharsets.UTF_8);

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private final DataSource source = TestDatabase.app();
  private final JdbcClient app = JdbcClient.create(source);
  private final JdbcTransactionManager transactions = new JdbcTransactionManager(source);

  private final Secrets before = TestSecrets.all();
  private final Secrets changed = TestSecrets.otherEncryption(TestSecrets.key());
  private final Secrets later = TestSecrets.otherEncryption(null);

  /** Other tests share the database and know the first key only. */
  @AfterEach
  void changeItBack() {
    resealing(rotated(TestSecrets.key(), changed.encryption())).seal();
    assertThat(sealedOtherwise(before)).isZero();
  }

  @Test
  void whatWasSealedBeforeAStartWithANewKeyIsReadWithoutTheOldOneAfterwards()
      throws GeneralSecurityException {
    var tenant = Ids.next();
    var made = keys(before).current(tenant);
    var encrypted = made.encrypt(PLAIN);
    var account = account(tenant, new Sealed(before).seal(PLAIN));
    assertThat(sealedOtherwise(changed)).isGreaterThanOrEqualTo(2);

    resealing(changed).seal();

    assertThat(sealedOtherwise(changed)).isZero();
    DataKey found = keys(later).find(made.name());
    assertThat(found.decrypt(encrypted)).isEqualTo(PLAIN);
    assertThat(new Sealed(later).open(keysOf(account))).isEqualTo(PLAIN);
    assertThat(sealedOtherwise(later)).isZero();
  }

  @Test
  void itRunsUntilItIsStopped() {
    var resealing = resealing(changed);

    resealing.start();
    assertThat(resealing.isRunning()).isTrue();
    resealing.stop();

    assertThat(resealing.isRunning()).isFalse();
  }

  private static Secrets rotated(Secret encryption, @Nullable Secret previous) {
    var key = TestSecrets.key();
    return new Secrets(key, null, encryption, previous, key, null, key, List.of());
  }

  private Resealing resealing(Secrets secrets) {
    var box = new Sealed(secrets);
    return new Resealing(
        keys(secrets),
        new ConnectionSeals(app, transactions, box),
        new StoredSeals(app, transactions, box),
        new EventSeals(app, box),
        secrets);
  }

  private DataKeys keys(Secrets secrets) {
    return new DataKeys(app, transactions, new Sealed(secrets));
  }

  private long sealedOtherwise(Secrets secrets) {
    return new Outstanding(app, new Sealed(secrets))
        .now().stream()
            .filter(line -> line.what().equals("sealed_otherwise"))
            .mapToLong(Outstanding.Line::items)
            .sum();
  }

  private UUID account(UUID tenant, byte[] keys) {
    var id = Ids.next();
    owner
        .sql(
            """
            with business as (
              insert into tenants (id, name, timezone, currency, country)
              values (:tenant, 'Test', 'Africa/Nairobi', 'KES', 'KE') returning id)
            insert into integration_connections (id, tenant_id, provider, kind, status, auth_sealed)
            select :id, id, 'stripe', 'PAYMENT', 'CONNECTED', :sealed from business
            """)
        .param("tenant", tenant)
        .param("id", id)
        .param("sealed", keys)
        .update();
    return id;
  }

  private byte[] keysOf(UUID id) {
    return owner
        .sql("select auth_sealed from integration_connections where id = ?")
        .param(id)
        .query((row, index) -> row.getBytes(1))
        .single();
  }
}
