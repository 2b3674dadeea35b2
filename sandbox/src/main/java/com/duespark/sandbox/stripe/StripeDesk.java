package com.duespark.sandbox.stripe;

import com.duespark.sandbox.http.Faults;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.log.FactLog;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one place where Stripe's objects change: one change at a time, one fact each. */
public final class StripeDesk implements AutoCloseable {
  private final FactLog log;
  private final Book book;
  private final Webhooks webhooks;
  private final Sessions sessions;
  private final Payments payments;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> expiry;

  public StripeDesk(FactLog log, Faults faults, String publicUrl) {
    this.log = log;
    book = new Book(log);
    webhooks = new Webhooks(book, log, faults);
    sessions = new Sessions(publicUrl);
    payments = new Payments(publicUrl);
    expiry = clock.scheduleWithFixedDelay(this::expireDue, 1, 5, TimeUnit.SECONDS);
  }

  /** Takes up the deliveries a former process left behind. */
  public void resume() {
    webhooks.send(book.owed());
  }

  public @Nullable JsonObject session(String id) {
    return book.find(null, id);
  }

  public JsonObject pay(String sessionId) {
    return onOwner(sessionId, "checkout.session.paid", c -> payments.pay(c, sessionId));
  }

  public JsonObject payLater(String sessionId) {
    return onOwner(sessionId, "checkout.session.processing", c -> payments.payLater(c, sessionId));
  }

  public JsonObject settleLater(String sessionId, boolean succeeded) {
    return onOwner(
        sessionId, "checkout.session.settled", c -> payments.settleLater(c, sessionId, succeeded));
  }

  public JsonObject decline(String sessionId, String declineCode, String message) {
    return onOwner(
        sessionId,
        "checkout.session.declined",
        c -> payments.decline(c, sessionId, declineCode, message));
  }

  public JsonObject refund(String intentId, @Nullable Long amount) {
    return onOwner(intentId, "refund.created", c -> Refunds.ofIntent(c, intentId, amount));
  }

  public JsonObject dispute(String intentId) {
    return onOwner(intentId, "dispute.created", c -> Disputes.open(c, intentId));
  }

  public JsonObject closeDispute(String intentId, String status) {
    return onOwner(intentId, "dispute.closed", c -> Disputes.close(c, intentId, status));
  }

  public List<Integer> resend(String eventId, int times, int concurrency) {
    return webhooks.resend(eventId, times, concurrency);
  }

  /** The work's result as an answer; a refusal in Stripe's shape. */
  public Reply answering(Supplier<JsonObject> work) {
    try {
      return Reply.json(200, work.get());
    } catch (StripeError refused) {
      return refused.reply();
    }
  }

  /** The session as the API shows it. */
  public static JsonObject shown(JsonObject session) {
    return Sessions.shown(session);
  }

  @Override
  public void close() {
    expiry.cancel(true);
    clock.shutdownNow();
    webhooks.close();
  }

  Book book() {
    return book;
  }

  Sessions sessions() {
    return sessions;
  }

  /** Runs the work and commits it as one fact together with the answer to be replayed. */
  synchronized JsonObject perform(
      String account, String kind, Function<Change, JsonObject> work, @Nullable Once once) {
    Change change = new Change(book, account, once == null ? null : once.key());
    JsonObject result = work.apply(change);
    if (!change.isEmpty()) {
      JsonObject kept = once == null ? null : once.toJson(result);
      webhooks.send(change.commit(log, kind, kept));
    }
    return result;
  }

  /** An idempotency key with the parameters it came with. */
  record Once(String key, String fingerprint) {
    JsonObject toJson(JsonObject result) {
      return Json.object(
          "key", key, "fingerprint", fingerprint, "status", 200, "body", Json.write(result));
    }
  }

  private JsonObject onOwner(String id, String kind, Function<Change, JsonObject> work) {
    String account = book.accountOf(id);
    if (account == null) {
      throw StripeError.noSuch("object", id);
    }
    return Sessions.shown(perform(account, kind, work, null));
  }

  private void expireDue() {
    long now = Instant.now().getEpochSecond();
    for (JsonObject session : book.list(null, Sessions.KIND)) {
      if (Sessions.isOpen(session) && Json.number(session, "expires_at", Long.MAX_VALUE) < now) {
        String id = Json.text(session, "id", "");
        try {
          onOwner(id, "checkout.session.expired", c -> sessions.expire(c, id));
        } catch (StripeError paidMeanwhile) {
          // Then there is nothing to expire.
        }
      }
    }
  }
}
