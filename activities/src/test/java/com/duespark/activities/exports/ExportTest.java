package com.duespark.activities.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.activities.reminders.Office;
import com.duespark.activities.reminders.OfficeTest;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.exports.Export;
import com.duespark.domain.exports.ExportFailure;
import com.duespark.domain.exports.ExportStatus;
import com.duespark.domain.exports.Exports;
import com.duespark.domain.exports.Sections;
import com.duespark.domain.exports.Snapshot;
import com.duespark.domain.privacy.Erasure;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import com.duespark.workflows.exports.ExportActivities.Act;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** An archive is one moment of one business, whole, without secrets, whoever dies on the way. */
@OfficeTest
class ExportTest {

  @Autowired Office office;
  @Autowired ArchiveWriting writing;
  @Autowired ExportSteps steps;
  @Autowired Exports exports;
  @Autowired Snapshot snapshot;
  @Autowired Archive archive;
  @Autowired Erasure erasure;
  @Autowired Sealed box;
  @Autowired TransactionTemplate transaction;
  @Autowired PlatformTransactionManager transactions;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  private Office.Desk desk;

  @BeforeEach
  void open() {
    desk = office.open();
  }

  // ------------------------------------------------------------------ what is in it

  @Test
  void itHoldsEveryRowOfTheBusinessAndTheManifestCountsThem() throws Exception {
    desk.sent("2037-03-13");
    desk.sent("2037-03-20");
    var unpacked = unpacked(made(true));

    for (var section : Sections.ALL) {
      var told = told(unpacked, section.name());
      assertThat(told.path("rows").asInt()).as(section.name()).isEqualTo(stored(section.name()));
      assertThat(unpacked.rows(section.name())).hasSize(told.path("rows").asInt());
      for (var file : told.path("files")) {
        assertThat(sha256(unpacked.file(file.path("name").asString())))
            .isEqualTo(file.path("sha256").asString());
      }
    }
    assertThat(told(unpacked, "invoices").path("rows").asInt()).isEqualTo(2);
    assertThat(unpacked.manifest().at("/business/id").asString()).isEqualTo(desk.tenant.toString());
    assertThat(unpacked.manifest().path("schema_version").asInt()).isEqualTo(1);
    assertThat(unpacked.names()).contains("README.txt", "manifest.json");
  }

  private static JsonNode told(Unpacked unpacked, String section) {
    return unpacked
        .manifest()
        .path("sections")
        .valueStream()
        .filter(one -> one.path("name").asString().equals(section))
        .findFirst()
        .orElseThrow();
  }

  /** What there is without the entries and parts that the export itself wrote at its end. */
  private int stored(String table) {
    var sql =
        switch (table) {
          case "tenants" -> "select count(*) from tenants where id = ?";
          case "audit_log" ->
              "select count(*) from audit_log where tenant_id = ? and action <> 'export.completed'";
          case "notifications" ->
              "select count(*) from notifications where tenant_id = ? and kind <> 'export.ready'";
          default -> "select count(*) from %s where tenant_id = ?".formatted(table);
        };
    return owner.sql(sql).param(desk.tenant).query(Integer.class).single();
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  @Test
  void itHoldsThePapersOfIssuedInvoicesUnlessTheyAreLeftOut() {
    var invoice = desk.sent("2037-03-13");
    owner.sql("update invoices set invoice_number = 'A/7' where id = ?").param(invoice).update();

    var unpacked = unpacked(made(true));
    assertThat(unpacked.names()).contains("documents/A-7.pdf");
    assertThat(unpacked.text("documents/A-7.pdf")).startsWith("%PDF");
    assertThat(unpacked.manifest().path("documents")).hasSize(1);

    assertThat(unpacked(made(false)).names()).noneMatch(name -> name.startsWith("documents/"));
  }

  @Test
  void whatIsSealedInTheDatabaseIsReadableAndThePartsAreNot() {
    owner
        .sql("update contacts set tax_id = ? where id = ?")
        .params(box.seal("P051-000-142K"), desk.customer)
        .update();
    var export = made(false);

    assertThat(unpacked(export).rows("contacts").getFirst().path("tax_id").asString())
        .isEqualTo("P051-000-142K");
    assertThat(
            owner
                .sql("select content from export_parts where export_id = ?")
                .param(export)
                .query(byte[].class)
                .list())
        .isNotEmpty()
        .allSatisfy(
            part ->
                assertThat(new String(part, 0, 2, StandardCharsets.US_ASCII)).isNotEqualTo("PK"));
  }

  @Test
  void noSecretAndNothingOfAnotherBusinessIsInIt() {
    var other = office.open();
    other.sent("2037-03-13");
    desk.sent("2037-03-13");
    owner
        .sql(
            """
            insert into integration_connections (id, tenant_id, provider, kind, status, auth_sealed)
            values (?, ?, 'STRIPE', 'PAYMENT', 'CONNECTED', ?)
            """)
        .params(
            Ids.next(),
            desk.tenant,
            box.seal("sk_test_4eC39Hq".getBytes(StandardCharsets.US_ASCII)))
        .update();

    var everything = unpacked(made(false)).everything();

    assertThat(everything).contains(desk.customer.toString(), "STRIPE");
    assertThat(everything)
        .doesNotContain(other.tenant.toString(), other.customer.toString(), "sk_test_4eC39Hq")
        .doesNotContain("token_hash", "auth_sealed", "key_hash", "sealed:");
  }

  @Test
  void numbersAreExactAndATextIsNoFormula() {
    var invoice = desk.sent("2037-03-13");
    owner
        .sql(
            """
            update invoices set reference = '=HYPERLINK("http://evil.example")',
              line_items = '[{"rate": 10.00, "qty": 0.1000000000000000055}]' where id = ?
            """)
        .param(invoice)
        .update();

    var unpacked = unpacked(made(false));
    var row = unpacked.rows("invoices").getFirst();

    assertThat(unpacked.text("invoices.jsonl"))
        .contains("\"rate\":10.00", "\"qty\":0.1000000000000000055");
    assertThat(row.path("reference").asString()).startsWith("=HYPERLINK");
    assertThat(row.path("created_at").asString()).endsWith("+00:00");
    assertThat(unpacked.text("invoices.csv"))
        .startsWith("\uFEFFid,")
        .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"");
    assertThat(unpacked.text("invoices.csv").lines().count()).isEqualTo(2);
  }

  // ------------------------------------------------------------------ one moment

  @Test
  void whatIsWrittenMeanwhileIsNotInIt() throws Exception {
    desk.sent("2037-03-13");
    var out = new ByteArrayOutputStream();
    var once = new AtomicInteger();
    var meanwhile =
        new Progress() {
          @Override
          public void whole(long work) {}

          @Override
          public void more(long work) {
            if (once.getAndIncrement() == 0) {
              owner
                  .sql("update contacts set display_name = 'Renamed' where id = ?")
                  .param(desk.customer)
                  .update();
              owner.sql("delete from reminders where tenant_id = ?").param(desk.tenant).update();
            }
          }
        };

    Tenant.run(
        desk.tenant,
        () ->
            snapshot.read(
                view -> {
                  try {
                    archive.write(view, false, out, meanwhile);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));

    var unpacked = new Unpacked(out.toByteArray());
    assertThat(unpacked.rows("contacts").getFirst().path("display_name").asString())
        .isEqualTo("Debtor");
    assertThat(unpacked.rows("reminders")).isNotEmpty();
    assertThat(once).hasValueGreaterThan(10);
  }

  // ------------------------------------------------------------------ who dies, comes late, takes
  // it back

  @Test
  void whoComesAfterADeadOneBeginsAnewAndNothingOfTheDeadOneIsLeft() {
    var export = asked(true);
    desk.sent("2037-03-13");
    var dying = new AtomicInteger();

    assertThatThrownBy(
            () ->
                write(
                    export,
                    () -> {
                      dying.incrementAndGet();
                      throw new IllegalStateException("Killed");
                    }))
        .hasMessage("Killed");
    assertThat(read(export).status()).isEqualTo(ExportStatus.RUNNING);
    write(export, ExportTest::alive);

    assertThat(read(export).status()).isEqualTo(ExportStatus.READY);
    assertThat(attempts(export)).isEqualTo(1);
    unpacked(export);
  }

  @Test
  void whoWasThoughtDeadFindsOutAndLeavesTheOtherAlone() {
    var export = asked(false);
    var overtaken = new AtomicInteger();

    write(
        export,
        () -> {
          if (overtaken.getAndIncrement() == 0) {
            inAnotherThread(() -> write(export, ExportTest::alive));
          }
        });

    var ready = read(export);
    assertThat(ready.status()).isEqualTo(ExportStatus.READY);
    assertThat(attempts(export)).isEqualTo(1);
    assertThat(notices("export.ready")).isEqualTo(1);
    unpacked(export);
  }

  @Test
  void whatIsTakenBackMeanwhileIsNotMade() {
    var export = asked(false);

    write(
        export,
        () ->
            inAnotherThread(
                () ->
                    within(
                        () -> {
                          exports.fail(export, ExportFailure.CANCELED);
                          return true;
                        })));
    write(export, ExportTest::alive);

    assertThat(read(export).failure()).isEqualTo(ExportFailure.CANCELED);
    assertThat(attempts(export)).isZero();
    assertThat(look(export)).isEqualTo(Act.END);
  }

  @Test
  void whatIsTooLargeSaysSoAndLeavesNothing() {
    var export = asked(false);
    var narrow =
        new ArchiveWriting(
            exports, snapshot, archive, steps, box, DataSize.ofBytes(0), transactions);

    Tenant.run(desk.tenant, () -> narrow.write(export, ExportTest::alive));

    assertThat(read(export).failure()).isEqualTo(ExportFailure.TOO_LARGE);
    assertThat(attempts(export)).isZero();
    assertThat(notices("export.failed")).isEqualTo(1);
  }

  @Test
  void whatCannotBeMadeIsToldOnce() {
    var export = asked(false);

    giveUp(export);
    giveUp(export);

    assertThat(read(export).failure()).isEqualTo(ExportFailure.BROKEN);
    assertThat(notices("export.failed")).isEqualTo(1);
    assertThat(look(export)).isEqualTo(Act.END);
  }

  @Test
  void anArchiveIsKeptForSevenDaysAndThrownAway() {
    var export = made(false);
    var next = Tenant.call(desk.tenant, () -> steps.look(export));
    assertThat(next.act()).isEqualTo(Act.WAIT);
    assertThat(next.atMost()).isBetween(Duration.ofDays(7).minusMinutes(5), Duration.ofDays(7));
    expire(export);
    assertThat(read(export).status()).isEqualTo(ExportStatus.READY);

    owner
        .sql("update exports set ready_until = now() - interval '1 second' where id = ?")
        .param(export)
        .update();
    assertThat(look(export)).isEqualTo(Act.EXPIRE);
    expire(export);
    expire(export);

    assertThat(read(export).status()).isEqualTo(ExportStatus.EXPIRED);
    assertThat(attempts(export)).isZero();
    assertThat(look(export)).isEqualTo(Act.END);
    assertThat(audited(export)).containsExactly("export.completed", "export.expired");
  }

  // ------------------------------------------------------------------ who is erased (JRN-30)

  @Test
  void whoIsErasedIsInNoArchiveAlsoNotInOneThatIsBeingWritten() {
    var ready = made(false);
    var running = asked(false);
    var erased = new AtomicInteger();

    write(
        running,
        () -> {
          if (erased.getAndIncrement() == 0) {
            inAnotherThread(this::erase);
          }
        });

    assertThat(read(ready).status()).isEqualTo(ExportStatus.EXPIRED);
    assertThat(attempts(ready)).isZero();
    assertThat(read(running).status()).isEqualTo(ExportStatus.RUNNING);
    assertThat(attempts(running)).isZero();
    assertThat(look(running)).isEqualTo(Act.WRITE);

    write(running, ExportTest::alive);
    assertThat(unpacked(running).everything()).doesNotContain("Debtor").contains("Erased C-");
  }

  private void erase() {
    within(() -> erasure.contact(desk.customer, Trail.system("privacy/of-this-test")));
  }

  // ------------------------------------------------------------------ words of these tests

  private static void alive() {}

  private UUID asked(boolean documents) {
    return within(() -> exports.add(documents, desk.user));
  }

  private UUID made(boolean documents) {
    var export = asked(documents);
    write(export, ExportTest::alive);
    assertThat(read(export).status()).isEqualTo(ExportStatus.READY);
    return export;
  }

  private void write(UUID export, Runnable signOfLife) {
    Tenant.run(desk.tenant, () -> writing.write(export, signOfLife));
  }

  private void giveUp(UUID export) {
    Tenant.run(desk.tenant, () -> steps.giveUp(export));
  }

  private void expire(UUID export) {
    Tenant.run(desk.tenant, () -> steps.expire(export));
  }

  private Act look(UUID export) {
    return Tenant.call(desk.tenant, () -> steps.look(export)).act();
  }

  private Export read(UUID export) {
    return within(() -> exports.find(export).orElseThrow());
  }

  /** The archive as whoever fetches it gets it. */
  private Unpacked unpacked(UUID export) {
    var bytes = new ByteArrayOutputStream();
    for (int part = 0; ; part++) {
      int number = part;
      var content = Tenant.call(desk.tenant, () -> exports.part(export, number));
      if (content.isEmpty()) {
        break;
      }
      bytes.writeBytes(box.open(content.get()));
    }
    assertThat((long) bytes.size()).isEqualTo(read(export).sizeBytes());
    return new Unpacked(bytes.toByteArray());
  }

  private int attempts(UUID export) {
    return owner
        .sql("select count(distinct attempt) from export_parts where export_id = ?")
        .param(export)
        .query(Integer.class)
        .single();
  }

  private int notices(String kind) {
    return owner
        .sql("select count(*) from notifications where tenant_id = ? and kind = ?")
        .params(desk.tenant, kind)
        .query(Integer.class)
        .single();
  }

  private List<String> audited(UUID export) {
    return owner
        .sql("select action from audit_log where entity_id = ? order by id")
        .param(export)
        .query(String.class)
        .list();
  }

  private static void inAnotherThread(Runnable work) {
    var thread = Thread.ofVirtual().start(work);
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T within(Supplier<T> work) {
    return Tenant.call(
        desk.tenant, () -> Objects.requireNonNull(transaction.execute(running -> work.get())));
  }
}
