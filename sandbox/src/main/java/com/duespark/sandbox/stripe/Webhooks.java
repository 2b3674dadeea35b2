package com.duespark.sandbox.stripe;

import com.duespark.sandbox.http.Fault;
import com.duespark.sandbox.http.Faults;
import com.duespark.sandbox.log.FactLog;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Sends events to endpoints, signed, again and again until the endpoint says 2xx. */
final class Webhooks implements AutoCloseable {
  /** Seconds between attempts; the last is used from then on. */
  private static final List<Integer> GAPS = List.of(1, 2, 5, 10, 30, 60);

  private static final int NO_ANSWER = 0;
  private static final int MOST_COPIES = 1000;

  private final Book book;
  private final FactLog log;
  private final Faults faults;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Object gate = new Object();
  private long releases;

  Webhooks(Book book, FactLog log, Faults faults) {
    this.book = book;
    this.log = log;
    this.faults = faults;
    faults.onClear(this::release);
  }

  void send(List<Book.Delivery> deliveries) {
    deliveries.forEach(delivery -> threads.execute(() -> deliver(delivery)));
  }

  /** Sends copies at once, whatever was delivered before; answers the status of each. */
  List<Integer> resend(String eventId, int times, int concurrency) {
    if (times < 1 || times > MOST_COPIES || concurrency < 1) {
      throw StripeError.invalid("times", "times is 1 to " + MOST_COPIES + ", concurrency from 1");
    }
    String account = book.accountOf(eventId);
    JsonObject event = book.find(account, eventId);
    if (account == null || event == null) {
      throw StripeError.noSuch("event", eventId);
    }
    Semaphore atOnce = new Semaphore(concurrency);
    List<Future<Integer>> sent = new ArrayList<>();
    for (JsonObject endpoint : book.list(account, Endpoints.KIND)) {
      for (int i = 0; i < times; i++) {
        sent.add(threads.submit(() -> attemptWithin(atOnce, event, endpoint)));
      }
    }
    return sent.stream().map(Webhooks::status).toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.shutdownNow();
  }

  private void deliver(Book.Delivery delivery) {
    try {
      for (int tried = 0; book.owes(delivery); tried++) {
        JsonObject event = book.find(null, delivery.event());
        JsonObject endpoint = book.find(null, delivery.endpoint());
        if (event == null || endpoint == null || round(delivery, event, endpoint, tried + 1)) {
          return;
        }
        Thread.sleep(Duration.ofSeconds(GAPS.get(Math.min(tried, GAPS.size() - 1))));
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** One attempt with what was ordered for it; true when the event is settled. */
  private boolean round(Book.Delivery delivery, JsonObject event, JsonObject endpoint, int attempt)
      throws InterruptedException {
    long releasesBefore = releases();
    String type = Json.text(event, "type", "");
    Fault fault = faults.strike("webhooks", type, "").orElse(null);
    Fault.@Nullable Action action = fault == null ? null : fault.action();
    if (action == Fault.Action.LOSE_WEBHOOK) {
      note("lost", delivery, type, NO_ANSWER, attempt);
      return true;
    }
    if (action == Fault.Action.HOLD_WEBHOOKS) {
      awaitRelease(releasesBefore);
    } else if (fault != null && action == Fault.Action.DELAY) {
      Thread.sleep(fault.millis());
    }
    boolean unsent = action == Fault.Action.STATUS || action == Fault.Action.DROP_BEFORE;
    int status = unsent ? NO_ANSWER : attempt(event, endpoint);
    boolean taken = status / 100 == 2 && action != Fault.Action.DROP_AFTER;
    note(taken ? "delivered" : "attempt_failed", delivery, type, status, attempt);
    if (taken && fault != null && action == Fault.Action.REPEAT_WEBHOOK) {
      for (int copy = 0; copy < fault.n(); copy++) {
        attempt(event, endpoint);
      }
    }
    return taken;
  }

  private int attemptWithin(Semaphore atOnce, JsonObject event, JsonObject endpoint)
      throws InterruptedException {
    atOnce.acquire();
    try {
      return attempt(event, endpoint);
    } finally {
      atOnce.release();
    }
  }

  private int attempt(JsonObject event, JsonObject endpoint) throws InterruptedException {
    String body = Json.write(event);
    String secret = Json.text(endpoint, "secret", "");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Json.text(endpoint, "url", "")))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
            .header(
                "Stripe-Signature", Signature.header(secret, Instant.now().getEpochSecond(), body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return NO_ANSWER;
    }
  }

  private void note(String kind, Book.Delivery delivery, String type, int status, int attempt) {
    log.append(
        "webhooks",
        kind,
        Json.object(
            "event", delivery.event(),
            "endpoint", delivery.endpoint(),
            "type", type,
            "status", status,
            "attempt", attempt));
  }

  private static int status(Future<Integer> sent) {
    try {
      return sent.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
    } catch (ExecutionException e) {
      return NO_ANSWER;
    }
  }

  private long releases() {
    synchronized (gate) {
      return releases;
    }
  }

  private void release() {
    synchronized (gate) {
      releases++;
      gate.notifyAll();
    }
  }

  private void awaitRelease(long releasesBefore) throws InterruptedException {
    synchronized (gate) {
      while (releases == releasesBefore) {
        gate.wait();
      }
    }
  }
}
