package com.duespark.worker.system;

import com.duespark.worker.system.Http.Reply;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A customer with a link to an invoice. */
record Payer(Installation installation, String link) {

  static Payer reading(Installation installation, JsonNode mail) {
    Pattern link =
        Pattern.compile(Pattern.quote(installation.url()) + "/portal/invoices/[A-Za-z0-9_-]+");
    Matcher found = link.matcher(mail.path("text").asString(""));
    if (!found.find()) {
      throw new AssertionError("The mail has no link: " + mail.path("text"));
    }
    return new Payer(installation, found.group());
  }

  /** The invoice as the payer sees it. */
  JsonNode invoice() {
    return Http.call("GET", link, null, Map.of("Accept", "application/json")).require(200).data();
  }

  /** Goes to the card page; answers its id. */
  String openCardPage() {
    String page = goToCardPage().require(303).header("location");
    return page.substring(page.lastIndexOf('/') + 1);
  }

  Reply goToCardPage() {
    // a browser that sends no referrer sends this origin
    return Http.call("POST", link + "/pay", null, Map.of("Accept", "text/html", "Origin", "null"));
  }

  /** Pays the whole balance by card; answers the id of the card page. */
  String payByCard() {
    String session = openCardPage();
    installation.sandbox().pay(session);
    return session;
  }
}
