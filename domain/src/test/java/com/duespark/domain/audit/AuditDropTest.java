package com.duespark.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.duespark.domain.audit.Dropping.Month;
import com.duespark.domain.audit.Finding.Kind;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.storage.TestDatabase;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Months of the log that reach their age, and what verification says of them. */
class AuditDropTest {

  private static final Period KEPT = Period.ofYears(7);

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private final Log log = new Log();
  private final Dropping dropping =
      new Dropping(
          JdbcClient.create(TestDatabase.app()),
          new JdbcTemplate(TestDatabase.app()),
          new AuditKeys(TestSecrets.all()),
          log.audit);

  /** The month in which the age is reached today, which is not over, and the one before it. */
  private final LocalDate edge = LocalDate.now(ZoneOffset.UTC).minus(KEPT).withDayOfMonth(1);

  private final LocalDate old = edge.minusMonths(1);

  private List<Month> months = List.of();

  @BeforeEach
  void months() {
    owner.sql("call month_partitions(?)").param(old).update();
    owner.sql("call month_partitions(?)").param(edge).update();
    months = dropping.over(KEPT);
  }

  @AfterEach
  void none() {
    var off = JdbcClient.create(TestDatabase.superuser());
    for (var month : List.of(old, edge)) {
      for (var table : List.of("audit_log", "audit_places", "analytics_events")) {
        off.sql("drop table if exists " + name(table, month)).update();
      }
    }
  }

  @Test
  void aMonthLeavesASignedRecordAndTheChainStillVerifies() {
    var gone = aged(3, old);
    var straddling = aged(1, old);
    gone.addAll(straddling);
    var edgy = aged(2, edge);
    assertThat(log.seal()).isEqualTo(6);
    var fresh = log.changes(2);
    log.seal();
    assertThat(log.verify()).isEmpty();
    assertThat(months).extracting(Month::month).contains(old).doesNotContain(edge);

    assertThat(sign(log)).isTrue();
    assertThat(log.verify()).isEmpty();
    assertThat(dropping.drop(month(), KEPT)).hasValueSatisfying(n -> assertThat(n).isEqualTo(4));
    assertThat(dropping.drop(month(), KEPT)).isEmpty();
    log.seal();

    var findings = new ArrayList<Finding>();
    var result = log.result(new AuditKeys(TestSecrets.all()), findings);
    assertThat(findings).isEmpty();
    assertThat(result.dropped()).isEqualTo(4);
    assertThat(result.droppedUntil()).isEqualTo(old.toString().substring(0, 7));
    assertThat(result.entries()).isEqualTo(2 + 2 + 1);
    assertThat(ids()).doesNotContainAnyElementsOf(gone).containsAll(edgy).containsAll(fresh);
    assertThat(exists("audit_log", old)).isFalse();
    assertThat(exists("audit_places", old)).isFalse();
    assertThat(
            owner
                .sql("select after ->> 'entries' from audit_log where tenant_id = ? and action = ?")
                .params(log.tenant, "audit.month_dropped")
                .query(String.class)
                .list())
        .containsExactly("4");

    log.tamper("update audit_log set actor = 'system' where id = ?", edgy.getFirst());
    assertThat(log.verify())
        .extracting(Finding::kind, Finding::entryId)
        .containsExactly(tuple(Kind.ALTERED, edgy.getFirst()));
  }

  @Test
  void withoutItsRecordAMonthIsMissing() {
    aged(2, old);
    log.seal();
    sign(log);
    dropping.drop(month(), KEPT);
    log.seal();

    log.tamper("delete from audit_drops where tenant_id = ?", log.tenant);

    assertThat(log.verify())
        .extracting(Finding::kind, Finding::place)
        .containsExactly(
            tuple(Kind.MISSING, 1L), tuple(Kind.MISSING, 2L), tuple(Kind.BROKEN_BLOCK, null));
  }

  @Test
  void aRecordThatWasStretchedOverOtherEntriesIsRefused() {
    aged(1, old);
    log.seal();
    var taken = log.changes(1).getFirst();
    log.seal();
    sign(log);
    dropping.drop(month(), KEPT);
    log.seal();

    log.tamper("delete from audit_log where id = ?", taken);
    log.tamper("update audit_drops set places = '{[1,3)}' where tenant_id = ?", log.tenant);

    assertThat(log.verify()).extracting(Finding::kind).contains(Kind.BROKEN_DROP, Kind.MISSING);
  }

  @Test
  void whatIsNotAsItWasSealedStaysWithItsMonth() {
    var ids = aged(2, old);
    log.seal();
    log.tamper("update audit_log set actor = 'system' where id = ?", ids.getFirst());

    assertThat(sign(log)).isFalse();

    assertThatThrownBy(() -> dropping.drop(month(), KEPT))
        .hasMessageContaining("2 entries of")
        .hasMessageContaining("in no signed record");
    assertThat(exists("audit_log", old)).isTrue();
    assertThat(log.verify()).extracting(Finding::kind).containsExactly(Kind.ALTERED);
  }

  @Test
  void whatWasTakenOrNeverSealedIsNotSignedAway() {
    var ids = aged(2, old);
    assertThat(sign(log)).isFalse();

    log.seal();
    log.tamper("delete from audit_log where id = ?", ids.getFirst());

    assertThat(sign(log)).isFalse();
  }

  @Test
  void aMonthGoesWhenEachBusinessHasItsRecord() {
    var other = new Log();
    aged(1, old);
    log.seal();
    var theirs = other.changes(1);
    age(other, theirs.getFirst(), old);
    other.seal();
    assertThat(dropping.unsigned(month(), 10)).containsExactlyInAnyOrder(log.tenant, other.tenant);

    assertThat(sign(log)).isTrue();
    assertThat(dropping.unsigned(month(), 10)).containsExactly(other.tenant);
    assertThatThrownBy(() -> dropping.drop(month(), KEPT)).hasMessageContaining("1 entries of");
    assertThat(sign(other)).isTrue();

    assertThat(dropping.drop(month(), KEPT)).hasValue(2L);
    log.seal();
    other.seal();
    assertThat(log.verify()).isEmpty();
    assertThat(other.verify()).isEmpty();
  }

  @Test
  void aMonthThatIsNotOverIsNotDroppedWhateverIsAsked() {
    var young = new Month(edge, month().until(), month().until().plusMonths(1));
    assertThatThrownBy(() -> dropping.drop(young, KEPT)).hasMessageContaining("is kept");
    assertThatThrownBy(() -> dropping.over(Period.ofMonths(11)))
        .hasMessageContaining("Nothing younger than");
    assertThat(exists("audit_log", edge)).isTrue();
  }

  // ------------------------------------------------------------------ words of these tests

  /** Entries of that month, which wait for their seal. */
  private List<UUID> aged(int count, LocalDate month) {
    var ids = new ArrayList<>(log.changes(count));
    ids.forEach(id -> age(log, id, month));
    return ids;
  }

  private static void age(Log log, UUID id, LocalDate month) {
    for (var table :
        List.of(
            "audit_log set created_at = ? where id",
            "audit_unsealed set created_at = ? where entry_id")) {
      log.tamper("update " + table + " = ?", month.atTime(12, 0).atOffset(ZoneOffset.UTC), id);
    }
  }

  private boolean sign(Log of) {
    var mine =
        new Dropping(
            of.app(), new JdbcTemplate(of.source()), new AuditKeys(TestSecrets.all()), of.audit);
    return of.within(() -> mine.sign(month(), Trail.system("retention/2026-01-05")));
  }

  /** The old one, as the database knows it. */
  private Month month() {
    return months.stream().filter(month -> month.month().equals(old)).findFirst().orElseThrow();
  }

  private List<UUID> ids() {
    return owner
        .sql("select id from audit_log where tenant_id = ?")
        .param(log.tenant)
        .query(UUID.class)
        .list();
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
