package com.duespark.sandbox.control;

import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.HttpDoor;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.stripe.StripeDesk;
import com.google.gson.JsonObject;
import java.util.List;

/** What payers and banks do: pay, let a slow payment arrive, refund, dispute; resend events. */
public final class StripeControl implements Handler {
  private final StripeDesk desk;

  public StripeControl(StripeDesk desk) {
    this.desk = desk;
  }

  @Override
  public Reply handle(Request request) {
    List<String> parts = request.parts();
    if (!request.method().equals("POST") || parts.size() < 5) {
      return HttpDoor.problem(404, "No control at " + request.method() + " " + request.path());
    }
    String id = parts.get(3);
    JsonObject body = request.json();
    String act = parts.get(2) + "/" + String.join("/", parts.subList(4, parts.size()));
    return desk.answering(
        () ->
            switch (act) {
              case "sessions/pay" -> pay(id, Json.text(body, "outcome", "pay"));
              case "sessions/async" -> async(id, Json.text(body, "outcome", "succeeded"));
              case "payment_intents/refund" ->
                  desk.refund(
                      id, body.has("amount") ? Long.valueOf(Json.number(body, "amount", 0)) : null);
              case "payment_intents/dispute" -> desk.dispute(id);
              case "payment_intents/dispute/close" ->
                  desk.closeDispute(id, Json.text(body, "status", "lost"));
              case "events/resend" -> resend(id, body);
              default -> throw new IllegalArgumentException("No control " + act);
            });
  }

  private JsonObject pay(String id, String outcome) {
    return switch (outcome) {
      case "pay" -> desk.pay(id);
      case "processing" -> desk.payLater(id);
      case "decline" -> desk.decline(id, "generic_decline", "Your card was declined.");
      case "insufficient" ->
          desk.decline(id, "insufficient_funds", "Your card has insufficient funds.");
      default -> throw new IllegalArgumentException("No outcome " + outcome);
    };
  }

  private JsonObject async(String id, String outcome) {
    JsonObject session = desk.session(id);
    if (session != null && Json.text(session, "status", "").equals("open")) {
      session = desk.payLater(id);
    }
    return switch (outcome) {
      case "succeeded" -> desk.settleLater(id, true);
      case "failed" -> desk.settleLater(id, false);
      case "pending" -> session == null ? desk.settleLater(id, true) : StripeDesk.shown(session);
      default -> throw new IllegalArgumentException("No outcome " + outcome);
    };
  }

  private JsonObject resend(String id, JsonObject body) {
    int times = (int) Json.number(body, "times", 1);
    List<Integer> statuses = desk.resend(id, times, (int) Json.number(body, "concurrency", 1));
    return Json.object("event", id, "sent", statuses.size(), "statuses", statuses);
  }
}
