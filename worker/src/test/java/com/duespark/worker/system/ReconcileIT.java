package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Temporal.Run;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Temporal loses everything that it knew; PostgreSQL gives it back (law 1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcileIT {
  /** Until the loss is seen, everything is started and every workflow has looked at its rows. */
  private static final Duration REBUILT = Duration.ofMinutes(3);

  private static final int AT_ONCE = 8;

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);
  private final int invoices = Integer.getInteger("rig.invoices", 40);

  @AfterEach
  void heal() {
    rig.sandbox().heal();
  }

  @Test
  void everyOpenInvoiceIsTrackedAgainAndNothingIsSentTwice() throws Exception {
    String contact = business.contact();
    List<String> open = new ArrayList<>();
    open.addAll(make(invoices * 6 / 10, i -> business.sent()));
    open.addAll(make(invoices * 2 / 10, i -> scheduled()));
    open.addAll(make(invoices * 2 / 10, i -> partlyPaid()));
    List<String> closed = new ArrayList<>();
    closed.addAll(make(3, i -> business.draft()));
    closed.addAll(make(3, i -> paid()));
    closed.addAll(make(3, i -> voided()));
    String underWay = acceptedWithoutAnswer();
    String asked = askedWhileTemporalStood();
    Map<String, Integer> mails = mails(open);

    rig.killEverything();
    rig.forgetTemporal();
    rig.startAgain();

    business.awaitStatus(underWay, "SENT", REBUILT);
    business.awaitStatus(asked, "SENT", REBUILT);
    open.addAll(List.of(underWay, asked));
    List<String> expected = workflows(open);
    expected.add("cadence/" + contact);
    await()
        .atMost(REBUILT)
        .untilAsserted(
            () ->
                assertThat(rig.temporal().runs(expected))
                    .hasSize(expected.size())
                    .allSatisfy((id, run) -> assertThat(run.isRunning()).isTrue()));
    assertThat(rig.temporal().runs(workflows(closed))).isEmpty();
    assertThat(mails(List.of(underWay, asked))).containsEntry(underWay, 1).containsEntry(asked, 1);
    assertThat(mails(mails.keySet())).isEqualTo(mails);

    secondRoundChangesNothing(expected);
    historiesReplay(expected);
    payAndVoidAsEver(open);
  }

  /** The command counts all as running; no run is new and none got an event by it. */
  private void secondRoundChangesNothing(List<String> workflows) {
    Map<String, Run> before = settled(workflows);

    String printed = rig.command("reconcile");

    assertThat(printed).endsWith("exit 0");
    var counts = Pattern.compile("(?m)^invoices +\\d+ +(\\d+) +0$").matcher(printed);
    assertThat(counts.find()).as(printed).isTrue();
    assertThat(Integer.parseInt(counts.group(1))).isGreaterThanOrEqualTo(workflows.size() - 1);
    assertThat(rig.temporal().runs(workflows)).isEqualTo(before);
  }

  /** Waits until a second has passed in which no workflow moved. */
  private Map<String, Run> settled(List<String> workflows) {
    var last =
        new Object() {
          Map<String, Run> seen = Map.of();
        };
    await()
        .atMost(REBUILT)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              Map<String, Run> now = rig.temporal().runs(workflows);
              boolean still = now.equals(last.seen);
              last.seen = now;
              return still;
            });
    return last.seen;
  }

  private void historiesReplay(List<String> workflows) {
    for (String id : List.of(workflows.getFirst(), workflows.getLast(), "reconcile")) {
      assertThat(rig.command("replay", id)).contains("Replays on this code.").endsWith("exit 0");
    }
    assertThat(rig.command("replay", "invoice/none")).endsWith("exit 2");
  }

  private void payAndVoidAsEver(List<String> open) {
    business.receive(open.getFirst(), "232.00").require(201);
    business.awaitStatus(open.getFirst(), "PAID");
    business.voidInvoice(open.get(1)).require(200);
    assertThat(business.status(open.get(1))).isEqualTo("VOID");
  }

  @Test
  void aRefundThatALostWorkflowWasToldOfIsBooked() throws Exception {
    String id = business.sent();
    String page = business.payerOf(id).openCardPage();
    rig.sandbox().pay(page);
    business.awaitStatus(id, "PAID");
    awaitEndOfMessages(id);
    Connection held = rig.database().hold("select 1 from invoices where id = ?::uuid", id);
    rig.sandbox().refund(rig.sandbox().session(page).path("payment_intent").asString(), 23_200);
    await().atMost(Duration.ofSeconds(20)).until(() -> told(id) == 1);

    rig.killEverything();
    held.close();
    rig.forgetTemporal();
    rig.startAgain();

    business.awaitStatus(id, "SENT", REBUILT);
    assertThat(business.invoice(id).path("amount_paid").asString()).isEqualTo("0.00");
    assertThat(told(id)).isZero();
  }

  @Test
  void aServerThatLosesItsDatabaseUnderTheRunningProgramIsFilledAgain() {
    String id = business.sent();

    rig.forgetTemporal();

    await()
        .atMost(REBUILT)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(rig.temporal().runs(workflows(List.of(id))))
                    .hasSize(1)
                    .allSatisfy((workflow, run) -> assertThat(run.isRunning()).isTrue()));
    String later = business.draft();
    business.send(later);
    business.awaitStatus(later, "SENT");
    assertThat(mails(List.of(id, later))).containsOnly(Map.entry(id, 1), Map.entry(later, 1));
  }

  // ------------------------------------------------------------------ invoices in every state

  private static List<String> make(int count, IntFunction<String> one) throws Exception {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < count; i += AT_ONCE) {
      made.addAll(AtOnce.times(Math.min(AT_ONCE, count - i), one));
    }
    return made;
  }

  private String scheduled() {
    String id = business.draft();
    var later = Instant.now().plus(Duration.ofDays(3));
    business.act(id, "schedule", Map.of("send_at", later.toString())).require(200);
    return id;
  }

  private String partlyPaid() {
    String id = business.sent();
    business.receive(id, "100.00").require(201);
    return id;
  }

  private String paid() {
    String id = business.sent();
    business.receive(id, "232.00").require(201);
    rig.sandbox().awaitMails(business.payer(), id, 2);
    awaitEndOfMessages(id);
    return id;
  }

  private String voided() {
    String id = business.sent();
    business.voidInvoice(id).require(200);
    return id;
  }

  private void awaitEndOfMessages(String id) {
    await()
        .until(
            () ->
                rig.database()
                        .count(
                            "select count(*) from deliveries where invoice_id = ?::uuid and status in ('NEW', 'ATTEMPTING')",
                            id)
                    == 0);
  }

  /** The provider has taken the mail and we are killed before we hear of it. */
  private String acceptedWithoutAnswer() {
    String id = business.draft();
    rig.sandbox()
        .fault(
            Map.of(
                "provider", "postmark",
                "path", "/email",
                "recipient", business.payer(),
                "action", "delay_after",
                "millis", 30_000));
    var unused = CompletableFuture.supplyAsync(() -> business.send(id)).exceptionally(e -> null);
    rig.sandbox().awaitMails(business.payer(), id, 1);
    return id;
  }

  private String askedWhileTemporalStood() {
    String id = business.draft();
    Rig.signal("STOP", rig.child("temporal"));
    assertThat(business.send(id).status()).isEqualTo(202);
    return id;
  }

  // ------------------------------------------------------------------ readings

  private static List<String> workflows(List<String> invoices) {
    return new ArrayList<>(invoices.stream().map(id -> "invoice/" + id).toList());
  }

  private Map<String, Integer> mails(Collection<String> invoices) {
    return invoices.stream().collect(Collectors.toMap(id -> id, id -> business.mails(id).size()));
  }

  /** Events since the payment of this invoice that a workflow was told and has not booked. */
  private int told(String id) {
    return rig.database()
        .count(
            """
            select count(*) from webhook_events e join payments p
              on p.tenant_id = e.tenant_id and p.created_at < e.received_at
            where e.status = 'PROCESSED' and e.booked_at is null and p.invoice_id = ?::uuid
            """,
            id);
  }
}
