package com.duespark.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.ops.Outstanding;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ConnectionSealsTest {

  private static final byte[] KEYS = "sk_live_1 whsec_1".getBytes(StandardCharsets.UTF_8);

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private final Sealed before = TestSecrets.sealed();
  private final Sealed changed = new Sealed(TestSecrets.otherEncryption(TestSecrets.key()));
  private final Sealed later = new Sealed(TestSecrets.otherEncryption(null));

  @BeforeEach
  void nothingIsConnected() {
    owner.sql("update integration_connections set auth_sealed = null").update();
    owner.sql("delete from data_keys").update();
  }

  @Test
  void whatWasSealedBeforeTheChangeIsReadableWithoutTheKeyOfThen() {
    var connected = connection("CONNECTED", before.seal(KEYS));
    var parted = connection("DISCONNECTED", before.seal(KEYS));
    connection("ERROR", null);
    assertThat(sealedOtherwise(changed)).isEqualTo(2);
    assertThatThrownBy(() -> later.open(keysOf(connected))).hasMessageContaining("No key");

    assertThat(seals(changed).sealAgain()).isEqualTo(2);

    assertThat(later.open(keysOf(connected))).isEqualTo(KEYS);
    assertThat(later.open(keysOf(parted))).isEqualTo(KEYS);
    assertThat(sealedOtherwise(later)).isZero();
    var kept = keysOf(connected);
    assertThat(seals(changed).sealAgain()).isZero();
    assertThat(keysOf(connected)).isEqualTo(kept);
  }

  @Test
  void severalProcessesAtOnceSealEachOnce() throws Exception {
    for (int i = 0; i < 12; i++) {
      connection("CONNECTED", before.seal(KEYS));
    }
    Callable<Integer> process = () -> seals(changed).sealAgain();

    int done = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(Collections.nCopies(4, process))) {
        done += one.get();
      }
    }

    assertThat(done).isEqualTo(12);
    assertThat(sealedOtherwise(later)).isZero();
  }

  @Test
  void whatNoKeyOpensIsLeftAndStaysCountedAndKeepsNoOther() {
    var damaged = before.seal(KEYS);
    damaged[damaged.length - 1] ^= 1;
    var odd = connection("CONNECTED", damaged);
    var good = connection("CONNECTED", before.seal(KEYS));

    assertThat(seals(changed).sealAgain()).isEqualTo(1);

    assertThat(keysOf(odd)).isEqualTo(damaged);
    assertThat(later.open(keysOf(good))).isEqualTo(KEYS);
    assertThat(sealedOtherwise(changed)).isEqualTo(1);
  }

  @Test
  void nobodysVersionMovesByIt() {
    var id = connection("CONNECTED", before.seal(KEYS));

    seals(changed).sealAgain();

    assertThat(
            owner
                .sql("select version from integration_connections where id = ?")
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private static ConnectionSeals seals(Sealed box) {
    var app = TestDatabase.app();
    return new ConnectionSeals(JdbcClient.create(app), new JdbcTransactionManager(app), box);
  }

  /** What an operator reads. */
  private static long sealedOtherwise(Sealed box) {
    return new Outstanding(JdbcClient.create(TestDatabase.app()), box)
        .now().stream()
            .filter(line -> line.what().equals("sealed_otherwise"))
            .filter(line -> List.of("connections", "data_keys").contains(line.kind()))
            .mapToLong(Outstanding.Line::items)
            .sum();
  }

  private byte[] keysOf(UUID id) {
    return owner
        .sql("select auth_sealed from integration_connections where id = ?")
        .param(id)
        .query((row, index) -> row.getBytes(1))
        .single();
  }

  private UUID connection(String status, byte @Nullable [] keys) {
    var id = Ids.next();
    owner
        .sql(
            """
            with business as (
              insert into tenants (id, name, timezone, currency, country)
              values (:tenant, 'Test', 'Africa/Nairobi', 'KES', 'KE') returning id)
            insert into integration_connections (id, tenant_id, provider, kind, status, auth_sealed)
            select :id, id, 'stripe', 'PAYMENT', :status, :sealed::bytea from business
            """)
        .param("tenant", Ids.next())
        .param("id", id)
        .param("status", status)
        .param("sealed", keys)
        .update();
    return id;
  }
}
