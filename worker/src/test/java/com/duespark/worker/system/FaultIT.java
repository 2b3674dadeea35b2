package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * The moment that matters: the provider has taken a message and nobody has written it down.
 * Whatever dies then, the provider's own log shows each message once.
 *
 * <p>One kill each in a normal run; {@code -Drig.kills=20} for the long form.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultIT {

  private static final Duration RECOVERY = Duration.ofSeconds(100);

  /** How long the provider keeps its answer back. */
  private static final int HELD_MILLIS = 1_500;

  private static final int AT_ONCE = 3;

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);
  private final int kills = Integer.getInteger("rig.kills", 1);
  private final long seed = Long.getLong("rig.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @AfterEach
  void heal() {
    rig.sandbox().heal();
  }

  /** WFS-04. */
  @Test
  void theProgramIsKilledBetweenAcceptedAndRecorded() {
    List<String> invoices = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      invoices.addAll(
          duringSends(
              () -> {
                rig.killProgram();
                rig.startAgain();
              }));
    }

    requireEachSentOnce(invoices);
  }

  /** A mail server cannot be asked: a lost answer stays UNKNOWN until a person decides. */
  @Test
  void theProgramIsKilledBetweenAMailServersYesAndItsRecord() {
    List<String> invoices = new ArrayList<>();
    rig.mailBySmtp();
    try {
      for (int i = 0; i < kills; i++) {
        invoices.addAll(
            duringSends(
                "smtp",
                AT_ONCE,
                () -> {
                  rig.killProgram();
                  rig.startAgain();
                }));
      }

      assertThat(invoices)
          .as("seed %d", seed)
          .allSatisfy(
              id -> {
                assertThat(awaitEnd(id)).isIn("SENT", "UNKNOWN");
                assertThat(business.mails(id)).hasSize(1);
              })
          .anySatisfy(id -> assertThat(awaitEnd(id)).isEqualTo("UNKNOWN"));
    } finally {
      rig.mailByPostmark();
      business.logIn();
    }
  }

  private String awaitEnd(String invoiceId) {
    return await()
        .atMost(RECOVERY)
        .until(
            () ->
                rig.database()
                    .ask(
                        "select status from deliveries where invoice_id = ?::uuid and type = 'INVOICE_SENT'",
                        invoiceId)
                    .getFirst(),
            status -> !Set.of("NEW", "ATTEMPTING").contains(status));
  }

  @Test
  void temporalIsKilledInTheMiddleOfSends() {
    List<String> invoices = new ArrayList<>();
    for (int i = 0; i < Math.min(kills, 5); i++) {
      invoices.addAll(duringSends(() -> rig.child("temporal").destroyForcibly()));
    }

    requireEachSentOnce(invoices);
  }

  @Test
  void theDatabaseIsKilledInTheMiddleOfSends() {
    List<String> invoices = new ArrayList<>();
    for (int i = 0; i < Math.min(kills, 5); i++) {
      invoices.addAll(duringSends(() -> rig.child("postgres").destroyForcibly()));
    }

    requireEachSentOnce(invoices);
  }

  /** The same for a reminder: the customer is written to once. */
  @Test
  void theProgramIsKilledWhileAReminderIsTaken() {
    for (int i = 0; i < kills; i++) {
      business.travelToOrdinaryWeeks();
      String payer = "fault" + random.nextInt(1_000_000) + "-" + business.payer();
      String id = business.draftDue(business.contact(payer), 0);
      business.send(id).require(200);
      holdAnswers("postmark", payer);
      business.post("/v1/test-clock", Map.of("days", 6)).require(202);
      await().atMost(RECOVERY).until(() -> reminders(payer), mails -> mails.size() == 1);
      pause(random.nextInt(HELD_MILLIS));

      rig.killProgram();
      rig.startAgain();
      business.logIn();
      business.awaitArrival();

      assertThat(reminders(payer)).as("seed %d", seed).hasSize(1);
      assertThat(
              rig.database()
                  .ask(
                      "select status from reminders where invoice_id = ?::uuid and step_key = 'REMINDER_1'",
                      id))
          .containsExactly("SENT");
    }
  }

  private List<JsonNode> reminders(String payer) {
    return rig.sandbox().mailsTo(payer).stream()
        .filter(mail -> !mail.path("subject").asString().startsWith("Invoice "))
        .toList();
  }

  // ------------------------------------------------------------------ the moment

  private List<String> duringSends(Runnable strike) {
    return duringSends("postmark", 1, strike);
  }

  /** Starts sends whose answers are held back, and strikes once the provider has so many. */
  private List<String> duringSends(String provider, int taken, Runnable strike) {
    holdAnswers(provider, business.payer());
    List<String> ids = IntStream.range(0, AT_ONCE).mapToObj(i -> business.draft()).toList();
    var sends =
        ids.stream().map(id -> CompletableFuture.runAsync(() -> business.send(id))).toList();
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(RECOVERY)
        .until(() -> ids.stream().filter(id -> !business.mails(id).isEmpty()).count() >= taken);
    pause(random.nextInt(HELD_MILLIS));

    strike.run();

    sends.forEach(
        send -> send.exceptionally(cutOff -> null).orTimeout(60, TimeUnit.SECONDS).join());
    rig.awaitReady();
    business.logIn();
    return ids;
  }

  private void requireEachSentOnce(List<String> invoices) {
    for (String id : invoices) {
      business.awaitStatus(id, "SENT", RECOVERY);
    }
    assertThat(invoices)
        .as("seed %d", seed)
        .allSatisfy(id -> assertThat(business.mails(id)).hasSize(1));
  }

  private void holdAnswers(String provider, String payer) {
    rig.sandbox()
        .fault(
            Map.of(
                "provider",
                provider,
                "path",
                provider.equals("postmark") ? "/email" : "",
                "recipient",
                payer,
                "action",
                "delay_after",
                "millis",
                HELD_MILLIS,
                "times",
                AT_ONCE));
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
