package com.duespark.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.duespark.domain.audit.Finding.Kind;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.storage.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditChainTest {

  private final Log log = new Log();

  @Test
  void whatNobodyTouchedVerifiesOverSeveralBlocks() {
    log.changes(3);
    assertThat(log.seal()).isEqualTo(3);
    log.changes(2);
    assertThat(log.seal()).isEqualTo(2);
    assertThat(log.seal()).isZero();

    var findings = new ArrayList<Finding>();
    var result = log.result(new AuditKeys(TestSecrets.all()), findings);

    assertThat(findings).isEmpty();
    assertThat(result.entries()).isEqualTo(5);
    assertThat(result.blocks()).isEqualTo(2);
    assertThat(result.lastBlock()).isEqualTo(2);
    assertThat(result.lastHash()).matches("[0-9a-f]{64}");
    assertThat(log.waiting()).doesNotContain(log.tenant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 'system'",
        "action = 'contact.deleted'",
        "entity_type = 'invoice'",
        "entity_id = gen_random_uuid()",
        "before = jsonb_set(before, '{terms}', '15')",
        "after = jsonb_set(after, '{rate}', '1.500')",
        "after = jsonb_set(after, '{displayName}', '\"Somebody\"')",
        "before = null",
        "ip_address = '203.0.113.8'",
        "request_id = 'req-2'",
        "workflow_id = 'invoice/1'",
        "salts = jsonb_set(salts, '{ip_address}', '\"00112233445566778899aabbccddeeff\"')"
      })
  void anAlteredEntryIsNamedWhateverWasAltered(String change) {
    var ids = log.changes(4);
    log.seal();

    assertThat(log.tamper("update audit_log set " + change + " where id = ?", ids.get(2)))
        .isEqualTo(1);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId, Finding::place, Finding::block)
        .containsExactly(tuple(Kind.ALTERED, ids.get(2), 3L, 1L));
  }

  @Test
  void anEntryThatWasMovedInTimeIsMissedAtItsTimeAndSeenAtTheOther() {
    var ids = log.changes(2);
    log.seal();

    log.tamper(
        "update audit_log set created_at = created_at - interval '1 microsecond' where id = ?",
        ids.get(0));

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId)
        .containsExactly(tuple(Kind.MISSING, ids.get(0)), tuple(Kind.ADDED, ids.get(0)));
  }

  @Test
  void aDeletedEntryIsNamedSealedOrNot() {
    var ids = log.changes(3);
    log.seal();
    var fresh = log.changes(1).getFirst();

    log.tamper("delete from audit_log where id = ?", ids.get(1));
    log.tamper("delete from audit_log where id = ?", fresh);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId)
        .containsExactly(tuple(Kind.MISSING, ids.get(1)), tuple(Kind.MISSING, fresh));
  }

  @Test
  void anEntryThatWasDeletedWithItsPlaceLeavesAGap() {
    var ids = log.changes(3);
    log.seal();

    log.tamper("delete from audit_log where id = ?", ids.get(1));
    log.tamper("delete from audit_places where entry_id = ?", ids.get(1));

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::place, Finding::block)
        .containsExactly(tuple(Kind.MISSING, 2L, 1L), tuple(Kind.BROKEN_BLOCK, null, 1L));
  }

  @Test
  void anEntryThatSlippedInIsNamed() {
    log.changes(2);
    log.seal();
    var slipped = UUID.randomUUID();

    log.tamper(
        """
        insert into audit_log (id, tenant_id, actor, action, entity_type, created_at)
        values (?, ?, 'system', 'payment.succeeded', 'payment', now() - interval '1 day')
        """,
        slipped,
        log.tenant);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId)
        .containsExactly(tuple(Kind.ADDED, slipped));
  }

  @Test
  void aPlaceThatWasMadeUpForItDoesNotHelp() {
    log.changes(2);
    log.seal();
    var slipped = UUID.randomUUID();

    log.tamper(
        "insert into audit_log (id, tenant_id, actor, action, entity_type) values (?, ?, 'x', 'x.y', 'x')",
        slipped,
        log.tenant);
    log.tamper(
        """
        insert into audit_places (tenant_id, place, block, entry_id, created_at, mark)
        select tenant_id, 3, 1, id, created_at, decode(repeat('00', 32), 'hex') from audit_log where id = ?
        """,
        slipped);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId)
        .containsExactly(tuple(Kind.ADDED, slipped));
  }

  @Test
  void swappedEntriesAndSwappedPlacesAreBothNamed() {
    var ids = log.changes(4);
    log.seal();
    log.tamper(
        """
        update audit_log a set before = b.before, after = b.after, salts = b.salts, entity_id = b.entity_id
        from audit_log b where a.id in (?, ?) and b.id in (?, ?) and a.id <> b.id
        """,
        ids.get(0),
        ids.get(1),
        ids.get(0),
        ids.get(1));
    log.tamper(
        "update audit_places set place = 7 - place where entry_id in (?, ?)",
        ids.get(2),
        ids.get(3));

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId)
        .containsExactly(
            tuple(Kind.ALTERED, ids.get(0)),
            tuple(Kind.ALTERED, ids.get(1)),
            tuple(Kind.ALTERED, ids.get(3)),
            tuple(Kind.ALTERED, ids.get(2)),
            tuple(Kind.BROKEN_BLOCK, null));
  }

  @Test
  void historyThatWasRewrittenWithAnotherKeyIsRefused() {
    log.changes(2);
    log.seal();
    log.tamper("update audit_log set actor = 'system' where tenant_id = ?", log.tenant);
    log.tamper("delete from audit_places where tenant_id = ?", log.tenant);
    log.tamper("delete from audit_blocks where tenant_id = ?", log.tenant);
    log.tamper(
        "insert into audit_unsealed select id, tenant_id, created_at from audit_log where tenant_id = ?",
        log.tenant);

    var forger = new Log(log.tenant, new AuditKeys(TestSecrets.otherAudit()));
    assertThat(forger.seal()).isEqualTo(2);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::block)
        .containsExactly(tuple(Kind.BROKEN_BLOCK, 1L));
    assertThat(forger.verify(new AuditKeys(TestSecrets.otherAudit()))).isEmpty();
  }

  @Test
  void aRewrittenHashIsRefusedThoughItFitsItsEntries() {
    log.changes(1);
    log.seal();
    log.changes(1);
    log.seal();

    log.tamper(
        "update audit_blocks set created_at = created_at - interval '1 hour' where tenant_id = ? and number = 1",
        log.tenant);
    assertThat(log.verify())
        .extracting(Finding::kind, Finding::block)
        .containsExactly(tuple(Kind.BROKEN_BLOCK, 1L));

    log.tamper("delete from audit_blocks where tenant_id = ? and number = 1", log.tenant);
    assertThat(log.verify())
        .extracting(Finding::kind, Finding::block)
        .containsExactly(tuple(Kind.BROKEN_BLOCK, 1L));
  }

  @Test
  void aLostLastBlockLeavesPlacesThatNothingCovers() {
    log.changes(1);
    log.seal();
    var last = log.changes(1).getFirst();
    log.seal();

    log.tamper("delete from audit_blocks where tenant_id = ? and number = 2", log.tenant);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId, Finding::place)
        .containsExactly(tuple(Kind.ADDED, last, 2L));
  }

  @Test
  void blocksOfARotatedKeyVerifyAsLongAsItIsConfigured() {
    log.changes(1);
    log.seal();
    var rotated = new AuditKeys(TestSecrets.otherAudit(TestSecrets.key()));
    var later = new Log(log.tenant, rotated);
    later.changes(1);
    later.seal();

    assertThat(log.verify(rotated)).isEmpty();
    assertThat(log.verify(new AuditKeys(TestSecrets.otherAudit())))
        .extracting(Finding::kind, Finding::block)
        .containsExactly(tuple(Kind.BROKEN_BLOCK, 1L));
  }

  @Test
  void anEntryThatWaitsTooLongIsNamed() {
    var id = log.changes(1).getFirst();
    assertThat(log.verify()).isEmpty();

    log.tamper(
        "update audit_log set created_at = created_at - interval '11 seconds' where id = ?", id);
    log.tamper(
        "update audit_unsealed set created_at = created_at - interval '11 seconds' where entry_id = ?",
        id);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId)
        .containsExactly(tuple(Kind.UNSEALED, id));
    assertThat(log.seal()).isEqualTo(1);
    assertThat(log.verify()).isEmpty();
  }

  @Test
  void aTransactionThatCommitsLateIsSealedLate() throws Exception {
    var written = new CountDownLatch(1);
    var othersAreSealed = new CountDownLatch(1);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var late =
          executor.submit(
              () ->
                  log.within(
                      () -> {
                        log.audit.record(
                            Log.NJERI, "contact.deleted", "contact", log.tenant, null, null);
                        written.countDown();
                        await(othersAreSealed);
                        return true;
                      }));
      await(written);

      log.changes(2);
      assertThat(log.seal()).isEqualTo(2);
      othersAreSealed.countDown();
      late.get(10, TimeUnit.SECONDS);
    }

    assertThat(log.seal()).isEqualTo(1);
    var findings = new ArrayList<Finding>();
    assertThat(log.result(new AuditKeys(TestSecrets.all()), findings).entries()).isEqualTo(3);
    assertThat(findings).isEmpty();
  }

  @Test
  void twoSealersAtOnceGiveEachEntryOnePlace() throws Exception {
    log.changes(40);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var sealers =
          List.of(1, 2, 3, 4).stream()
              .map(
                  number ->
                      executor.submit(
                          () -> {
                            int sealed = 0;
                            for (int i = 0; i < 10; i++) {
                              log.changes(1);
                              sealed += log.seal();
                            }
                            return sealed;
                          }))
              .toList();
      for (var sealer : sealers) {
        sealer.get(30, TimeUnit.SECONDS);
      }
    }
    log.seal();

    var findings = new ArrayList<Finding>();
    assertThat(log.result(new AuditKeys(TestSecrets.all()), findings).entries()).isEqualTo(80);
    assertThat(findings).isEmpty();
  }

  @Test
  void oneSealerStandsBackWhileAnotherIsAtIt() throws Exception {
    log.changes(1);

    try (var other = TestDatabase.owner().getConnection();
        var lock =
            other.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 20))")) {
      other.setAutoCommit(false);
      lock.setString(1, "audit/" + log.tenant);
      lock.execute();

      assertThat(log.seal()).isZero();
      other.rollback();
    }

    assertThat(log.seal()).isEqualTo(1);
  }

  @Test
  void erasingTakesValuesAndSaltsAndTheChainStillVerifies() {
    var contact = UUID.randomUUID();
    var sealed = log.change(contact, "Wanjiku", "Wanjiku Kamau");
    log.seal();
    var waiting = log.change(contact, "Wanjiku Kamau", "W. Kamau");
    var other = log.changes(1).getFirst();

    assertThat(log.within(() -> log.erasing.about("contact", contact, Log.NJERI))).isEqualTo(2);
    assertThat(log.within(() -> log.erasing.about("contact", contact, Log.NJERI))).isZero();

    log.seal();
    for (var entry : List.of(sealed, waiting)) {
      assertThat(log.text(entry, "before") + log.text(entry, "after"))
          .doesNotContain("Wanjiku", "Kamau")
          .contains("erased", "terms");
      assertThat(log.text(entry, "ip_address")).isEqualTo("203.0.113.7");
      assertThat(log.text(entry, "salts")).contains("ip_address").doesNotContain("displayName");
    }
    assertThat(log.text(other, "after")).contains("Other 0");
    var findings = new ArrayList<Finding>();
    assertThat(log.result(new AuditKeys(TestSecrets.all()), findings).erased()).isEqualTo(2);
    assertThat(findings).isEmpty();

    int addresses = log.within(() -> log.erasing.addressesOf(Log.NJERI.actor(), Trail.system("w")));
    log.seal();
    assertThat(addresses).isEqualTo(5);
    assertThat(log.text(other, "ip_address")).matches("erased:[0-9a-f]{64}");
    assertThat(log.verify()).isEmpty();
  }

  @Test
  void aValueThatIsTakenAwayWithoutTheActOfErasingIsNamed() {
    var id = log.changes(1).getFirst();
    log.seal();

    log.tamper(
        """
        update audit_log set ip_address = 'erased:' ||
          encode(sha256(decode(salts ->> 'ip_address', 'hex') || convert_to(ip_address, 'UTF8')), 'hex'),
          salts = salts - 'ip_address'
        where id = ?
        """,
        id);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId, Finding::words)
        .containsExactly(
            tuple(Kind.ALTERED, id, "its personal values are gone and nobody erased them"));
  }

  @Test
  void anErasedValueCannotBeReplacedByAnother() {
    var contact = UUID.randomUUID();
    var id = log.change(contact, "Wanjiku", "Kamau");
    log.seal();
    log.within(() -> log.erasing.about("contact", contact, Log.NJERI));
    log.seal();

    log.tamper(
        """
        update audit_log set after = jsonb_set(after, '{displayName}',
          jsonb_build_object('erased', repeat('0', 64)))
        where id = ?
        """,
        id);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId)
        .containsExactly(tuple(Kind.ALTERED, id));
  }

  @Test
  void neitherTheAppNorTheOwnerChangesWhatIsWritten() throws SQLException {
    log.changes(1);
    log.seal();
    try (var connection = TestDatabase.owner().getConnection();
        var statement = connection.createStatement()) {
      for (var sql :
          List.of(
              "update audit_log set actor = 'system'",
              "delete from audit_log",
              "update audit_places set place = 9",
              "delete from audit_places",
              "update audit_blocks set key_version = 9",
              "delete from audit_blocks")) {
        assertThatThrownBy(
                () -> statement.execute(sql + " where tenant_id = '%s'".formatted(log.tenant)))
            .hasMessageContaining("cannot be changed");
      }
    }
    try (var connection = TestDatabase.app().getConnection();
        var statement = connection.createStatement()) {
      for (var sql :
          List.of(
              "update audit_log set actor = 'system'",
              "delete from audit_blocks",
              "insert into audit_unsealed values (gen_random_uuid(), gen_random_uuid(), now())")) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void eachBusinessHasAChainOfItsOwn() {
    var other = new Log();
    var mine = log.changes(2);
    other.changes(3);

    assertThat(log.waiting()).contains(log.tenant, other.tenant);
    assertThat(log.seal()).isEqualTo(2);
    assertThat(other.seal()).isEqualTo(3);
    log.tamper("update audit_log set actor = 'system' where id = ?", mine.getFirst());

    assertThat(log.verify()).hasSize(1);
    assertThat(other.verify()).isEmpty();
    assertThat(
            other.within(
                () ->
                    JdbcClient.create(TestDatabase.app())
                        .sql("select count(*) from audit_blocks")
                        .query(Integer.class)
                        .single()))
        .isZero(); // a connection that told no business sees none
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
