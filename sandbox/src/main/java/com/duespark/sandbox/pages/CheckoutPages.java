package com.duespark.sandbox.pages;

import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.stripe.StripeDesk;
import com.duespark.sandbox.stripe.StripeError;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page on which a payer pays: {@code /checkout/{session}} and its form at {@code /pay}. */
public final class CheckoutPages implements Handler {
  private static final String GOOD_CARD = "4242 4242 4242 4242";
  private static final String DECLINED = "Your card was declined. Nothing was charged.";
  private static final String INSUFFICIENT =
      "Your card has insufficient funds. Nothing was charged.";

  private final StripeDesk desk;
  private final Templates templates = new Templates();

  public CheckoutPages(StripeDesk desk) {
    this.desk = desk;
  }

  @Override
  public Reply handle(Request request) {
    List<String> parts = request.parts();
    JsonObject session = parts.size() < 2 ? null : desk.session(parts.get(1));
    if (session == null || !Json.text(session, "object", "").equals("checkout.session")) {
      return message(404, "No such payment", "This payment page does not exist.", null);
    }
    if (!isOpen(session)) {
      return closed(session);
    }
    boolean pays =
        request.method().equals("POST") && parts.size() == 3 && parts.get(2).equals("pay");
    if (!pays) {
      return form(200, session, GOOD_CARD, null);
    }
    try {
      return submit(session, request);
    } catch (StripeError closedMeanwhile) {
      JsonObject now = desk.session(parts.get(1));
      return closed(now == null ? session : now);
    }
  }

  private Reply submit(JsonObject session, Request request) {
    String card = field(request, "card", GOOD_CARD);
    String digits = card.replaceAll("\\D", "");
    String id = Json.text(session, "id", "");
    String outcome = outcome(field(request, "outcome", "pay"), digits);
    return switch (outcome) {
      case "pay" -> {
        desk.pay(id);
        yield Reply.seeOther(successUrl(session));
      }
      case "disputed" -> {
        JsonObject paid = desk.pay(id);
        desk.dispute(Json.text(paid, "payment_intent", ""));
        yield Reply.seeOther(successUrl(session));
      }
      case "processing" -> {
        desk.payLater(id);
        yield Reply.seeOther(successUrl(session));
      }
      case "decline" -> {
        desk.decline(id, "generic_decline", "Your card was declined.");
        yield form(402, session, card, DECLINED);
      }
      case "insufficient" -> {
        desk.decline(id, "insufficient_funds", "Your card has insufficient funds.");
        yield form(402, session, card, INSUFFICIENT);
      }
      case "cancel" -> cancelled(session);
      default -> form(422, session, card, "Enter a card number of 16 digits.");
    };
  }

  /** The button decides; with the plain pay button the card number may say otherwise. */
  private static String outcome(String button, String digits) {
    if (!button.equals("pay")) {
      return button;
    }
    return switch (digits) {
      case "4000000000000002" -> "decline";
      case "4000000000009995" -> "insufficient";
      case "4000000000000259" -> "disputed";
      default -> digits.length() == 16 ? "pay" : "unreadable";
    };
  }

  private Reply cancelled(JsonObject session) {
    String url = Json.text(session, "cancel_url");
    return url == null
        ? message(200, "Payment left open", "You can close this page and pay later.", null)
        : Reply.seeOther(url);
  }

  private Reply closed(JsonObject session) {
    return Json.text(session, "status", "").equals("complete")
        ? message(
            200,
            "Already paid",
            "This payment of " + amount(session) + " is complete. You need not pay again.",
            successUrl(session))
        : message(
            410,
            "This page has expired",
            "Nothing was charged. Ask for a new link, or open the one you were sent again.",
            Json.text(session, "cancel_url"));
  }

  private Reply message(int status, String title, String text, @Nullable String link) {
    Map<String, Object> model = new HashMap<>();
    model.put("title", title);
    model.put("text", text);
    model.put("hasLink", link != null);
    model.put("link", link == null ? "" : link);
    return templates.page(status, "checkout-message", model);
  }

  private Reply form(int status, JsonObject session, String card, @Nullable String problem) {
    Map<String, Object> model = new HashMap<>();
    model.put("title", "Pay " + amount(session));
    model.put("amount", amount(session));
    model.put("what", Json.text(Json.child(session, "sandbox_intent"), "title", "Your payment"));
    model.put("email", Json.text(session, "customer_email", ""));
    model.put("action", "/checkout/" + Json.text(session, "id") + "/pay");
    model.put("card", card);
    model.put("hasProblem", problem != null);
    model.put("problem", problem == null ? "" : problem);
    return templates.page(status, "checkout", model);
  }

  private static String amount(JsonObject session) {
    return Amounts.text(
        Json.number(session, "amount_total", 0), Json.text(session, "currency", "usd"));
  }

  private static String successUrl(JsonObject session) {
    return Json.text(session, "success_url", "/")
        .replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id", ""));
  }

  private static boolean isOpen(JsonObject session) {
    return Json.text(session, "status", "").equals("open");
  }

  private static String field(Request request, String name, String otherwise) {
    return request.form().stream()
        .filter(p -> p.name().equals(name))
        .map(Request.Pair::value)
        .findFirst()
        .orElse(otherwise);
  }
}
