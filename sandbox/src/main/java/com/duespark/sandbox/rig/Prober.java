package com.duespark.sandbox.rig;

import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.rig.Evidence.Debt;
import com.duespark.sandbox.rig.Killer.Kill;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends an invoice every two seconds, whatever became of those before. A kill is recovered from
 * when the first one that was begun after it has gone through.
 */
final class Prober implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration LAST = Duration.ofMinutes(2);
  private static final String PAYER = "probe@payer.example";
  private static final int MOST_UNDER_WAY = 20;

  private final Merchant merchant;
  private final String contact;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopped;
  private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
  private final List<Probe> probes = Collections.synchronizedList(new ArrayList<>());

  private record Probe(Instant begun, Instant done) {}

  Prober(Installation installation) throws InterruptedException {
    merchant = Merchant.founded(installation, "probe", new JsonObject());
    JsonObject body = Json.object("display_name", "Probe", "email", PAYER);
    contact = Json.text(merchant.post("/v1/contacts", body).data(), "id", "");
    threads.execute(this::goOn);
  }

  String tenant() {
    return merchant.tenant();
  }

  private void goOn() {
    try {
      while (!stopped) {
        if (room.tryAcquire()) {
          threads.execute(this::probe);
        }
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void probe() {
    Instant begun = Instant.now();
    try {
      JsonObject line = Json.object("name", "Repair", "qty", 1, "rate", "200");
      JsonObject draft = Json.object("contact_id", contact, "line_items", List.of(line));
      String id = Json.text(merchant.post("/v1/invoices", draft).data(), "id", "");
      JsonObject invoice = merchant.post("/v1/invoices/" + id + "/send", new JsonObject()).data();
      while (!Json.text(invoice, "status", "").equals("SENT")) {
        Thread.sleep(200);
        invoice = merchant.get("/v1/invoices/" + id).data();
      }
      probes.add(new Probe(begun, Instant.now()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      room.release();
    }
  }

  /** Waits, for a while, until the last kill is recovered from; then begins nothing new. */
  void end(List<Kill> kills) throws InterruptedException {
    long end = System.nanoTime() + LAST.toNanos();
    while (System.nanoTime() < end && !kills.isEmpty() && recovery(kills.getLast()).isEmpty()) {
      Thread.sleep(EVERY);
    }
    stopped = true;
    room.tryAcquire(MOST_UNDER_WAY, LAST.toSeconds(), TimeUnit.SECONDS);
  }

  /** Each of its invoices has to go by mail once, and nothing else. */
  List<Debt> debts() throws InterruptedException {
    return merchant.invoices().stream()
        .filter(invoice -> !Json.text(invoice, "invoice_number", "").isEmpty())
        .map(
            invoice ->
                new Debt(
                    tenant(),
                    Json.text(invoice, "id", ""),
                    Json.text(invoice, "invoice_number", ""),
                    LocalDate.parse(Json.text(invoice, "due_date", "")),
                    null,
                    true,
                    PAYER))
        .toList();
  }

  /** How long it took; empty when nothing has gone through since. */
  Optional<Duration> recovery(Kill kill) {
    return List.copyOf(probes).stream()
        .filter(probe -> !probe.begun().isBefore(kill.at()))
        .map(probe -> Duration.between(kill.at(), probe.done()))
        .min(Duration::compareTo);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
