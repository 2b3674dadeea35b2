package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Killed without warning, the system goes on where it was and does nothing twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {
  /** An attempt that died is taken up when Temporal misses it, after a minute. */
  private static final Duration RECOVERY = Duration.ofSeconds(100);

  /** A send takes about half a second here; a kill falls before, into or after it. */
  private static final int LATEST_KILL_MILLIS = 700;

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @Test
  void aSendThatIsKilledAtAnyMomentEndsSentWithOneMail() {
    int kills = Integer.getInteger("rig.kills", 3);
    long seed = Long.getLong("rig.seed", System.nanoTime());
    Random random = new Random(seed);
    List<String> invoices = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      String id = business.draft();
      invoices.add(id);
      var sending = CompletableFuture.runAsync(() -> business.send(id));
      awaitCommand(id);
      pause(random.nextInt(LATEST_KILL_MILLIS));

      rig.killEverything();
      rig.startAgain();

      sending.exceptionally(cutOff -> null).orTimeout(30, TimeUnit.SECONDS).join();
    }

    for (String id : invoices) {
      business.awaitStatus(id, "SENT", RECOVERY);
    }

    assertThat(invoices)
        .as("seed %d", seed)
        .allSatisfy(id -> assertThat(business.mails(id)).hasSize(1));
    assertThat(invoices)
        .extracting(id -> business.invoice(id).path("invoice_number").asString())
        .doesNotHaveDuplicates();
  }

  /** WIS-06. */
  @Test
  void aPaymentEventThatWasStoredBeforeTheProgramDiedIsAppliedOnceAfterwards() {
    String id = business.sent();
    String page = business.payerOf(id).openCardPage();
    ProcessHandle temporal = rig.child("temporal");
    Rig.signal("STOP", temporal);
    rig.sandbox().pay(page);
    await().atMost(Duration.ofSeconds(20)).until(() -> eventsOf(page) > 0);

    rig.killProgram();
    Rig.signal("CONT", temporal);
    assertThat(eventsOf(page)).isPositive();
    rig.startAgain();

    business.awaitStatus(id, "PAID", RECOVERY);
    assertThat(business.payments(id)).hasSize(1);
    assertThat(business.invoice(id).path("amount_paid").asString()).isEqualTo("232.00");
    assertThat(rig.sandbox().awaitMails(business.payer(), id, 2)).hasSize(2);
  }

  /**
   * The first attempt is cut off with its first part on the way; nothing of it is in the archive.
   */
  @Test
  void anExportThatIsKilledMidwayIsMadeAnewFromOneMoment() throws SQLException {
    business.sent();
    String tenant = business.tenantId();
    var begin = rig.database().hold(BEGINNING, tenant);
    String export = Archive.ask(business);
    var firstPart = rig.database().hold("select id from tenants where id = ?::uuid", tenant);
    begin.close();
    await().atMost(Duration.ofSeconds(20)).until(() -> attempt(export) != null);
    String killed = attempt(export);

    rig.killProgram();
    firstPart.close();
    rig.startAgain();

    var ready = Archive.awaited(business, export, RECOVERY);
    assertThat(attempt(export)).isNotEqualTo(killed);
    assertThat(
            rig.database()
                .ask("select distinct attempt from export_parts where export_id = ?::uuid", export))
        .containsExactly(attempt(export));
    assertThat(Archive.fetch(ready).count("invoices"))
        .isEqualTo(
            rig.database()
                .count("select count(*) from invoices where tenant_id = ?::uuid", tenant));
  }

  /** What the beginning of an export waits for. */
  private static final String BEGINNING =
      "select pg_advisory_xact_lock(hashtextextended('exports/' || ?, 34))";

  private @Nullable String attempt(String export) {
    return rig.database().ask("select attempt from exports where id = ?::uuid", export).getFirst();
  }

  private int eventsOf(String page) {
    return rig.database()
        .count(
            """
            select count(*) from webhook_events e join payment_attempts a
              on a.tenant_id = e.tenant_id and a.created_at < e.received_at
            where a.provider_session_id = ?
            """,
            page);
  }

  private void awaitCommand(String id) {
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                rig.database().count("select count(*) from commands where entity_id = ?::uuid", id)
                    > 0);
  }

  /** The random moment itself is what is tested here. */
  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
