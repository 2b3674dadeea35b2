package com.duespark.sandbox.rig;

import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.rig.Http.Answer;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** Pays: with cash that the business writes down, or on the card page. */
final class Payer {
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int TRIES = 2_000;

  private final Installation installation;

  Payer(Installation installation) {
    this.installation = installation;
  }

  /** All that is left is to pay. */
  @FunctionalInterface
  interface Payment {
    void make() throws InterruptedException;
  }

  Payment prepare(Business business, String invoice, boolean byCard) throws InterruptedException {
    if (!byCard) {
      JsonObject cash =
          Json.object("invoice_id", invoice, "provider", "CASH", "amount", Business.AMOUNT);
      return () -> business.merchant().post("/v1/payments", cash);
    }
    String link =
        Json.text(
            business
                .merchant()
                .post("/v1/invoices/" + invoice + "/portal-link", new JsonObject())
                .data(),
            "url",
            "");
    String session = cardPage(link);
    String pay = installation.providers() + "/sandbox/stripe/sessions/" + session + "/pay";
    return () -> until(pay, Json.object("outcome", "pay"), Payer::isPaid);
  }

  /** A provider in trouble leads back to the invoice's page: try again. */
  private String cardPage(String link) throws InterruptedException {
    String page =
        until(
                link + "/pay",
                new JsonObject(),
                answer -> answer.location().startsWith(installation.providers()))
            .location();
    return page.substring(page.lastIndexOf('/') + 1);
  }

  /** Now, or by an earlier try whose answer was lost. */
  private static boolean isPaid(Answer answer) {
    return answer.status() == 200 || answer.text().contains("complete");
  }

  /** As often as it takes: one kill may fall on any request. */
  private static Answer until(String url, JsonObject body, Predicate<Answer> done)
      throws InterruptedException {
    // a browser that sends no referrer sends this origin
    Map<String, String> headers = Map.of("Accept", "text/html", "Origin", "null");
    String last = "";
    for (int i = 0; i < TRIES; i++) {
      try {
        Answer answer = Http.call("POST", url, body, headers);
        if (done.test(answer)) {
          return answer;
        }
        last = answer.status() + " " + answer.text();
      } catch (IOException down) {
        last = down.toString();
      }
      Thread.sleep(PAUSE);
    }
    throw new IllegalStateException("No answer to " + url + ": " + last);
  }
}
