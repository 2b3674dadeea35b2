package com.duespark.sandbox.rig;

import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.rig.Http.Answer;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A business's client. It asks until it has an answer, each time with the same idempotency key: a
 * server that is down or busy is no answer.
 */
final class Merchant {
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern VERIFY_TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Set<String> NOT_YET =
      Set.of("IDEMPOTENCY_IN_PROGRESS", "RATE_LIMITED", "UNAVAILABLE");

  private final Installation installation;
  private final String email;
  private volatile String accessToken = "";
  private volatile String tenant = "";

  private Merchant(Installation installation, String email) {
    this.installation = installation;
    this.email = email;
  }

  /**
   * Registers an owner, and lets them found a test business that takes cards.
   *
   * @param settings of the business, such as its sending window
   */
  static Merchant founded(Installation installation, String name, JsonObject settings)
      throws InterruptedException {
    Merchant merchant = new Merchant(installation, name + "@owner.example");
    merchant.register();
    merchant.logIn();
    JsonObject business =
        Json.object(
            "name",
            "Lantana Row Studio",
            "kind",
            "TEST",
            "timezone",
            "Africa/Nairobi",
            "currency",
            "KES",
            "country",
            "KE");
    merchant.tenant = Json.text(merchant.post("/v1/tenants", business).data(), "id", "");
    merchant.logIn();
    merchant.ask("PUT", "/v1/integrations/stripe", Json.object("secret_key", "sk_test_" + name));
    if (!settings.isEmpty()) {
      merchant.ask("PATCH", "/v1/tenant", Json.object("settings", settings));
    }
    return merchant;
  }

  private void register() throws InterruptedException {
    ask(
        "POST",
        "/v1/auth/register",
        Json.object(
            "email",
            email,
            "password",
            PASSWORD,
            "display_name",
            "Njeri",
            "business_name",
            "Lantana Row",
            "timezone",
            "Africa/Nairobi",
            "currency",
            "KES",
            "country",
            "KE"));
    String token = "";
    while (token.isEmpty()) {
      Thread.sleep(PAUSE);
      token =
          until("GET", installation.providers() + "/sandbox/mails?to=" + email, null, "")
              .list()
              .stream()
              .map(mail -> VERIFY_TOKEN.matcher(Json.text(mail, "text", "")))
              .filter(Matcher::find)
              .map(found -> found.group(1))
              .findFirst()
              .orElse("");
    }
    ask("POST", "/v1/auth/verify-email", Json.object("token", token));
  }

  /** Into the test business as soon as there is one; nobody asks with a token on the way there. */
  private void logIn() throws InterruptedException {
    JsonObject person = Json.object("email", email, "password", PASSWORD);
    String token = token("/v1/auth/login", person, "");
    if (!tenant.isEmpty()) {
      token = token("/v1/auth/switch-tenant", Json.object("tenant_id", tenant), token);
    }
    accessToken = token;
  }

  private String token(String path, JsonObject body, String token) throws InterruptedException {
    Answer answer = until("POST", installation.url() + path, body, token);
    return Json.text(answer.data(), "access_token", "");
  }

  private synchronized void renew(String stale) throws InterruptedException {
    if (accessToken.equals(stale)) {
      logIn();
    }
  }

  String tenant() {
    return tenant;
  }

  Answer get(String path) throws InterruptedException {
    return ask("GET", path, null);
  }

  Answer post(String path, JsonObject body) throws InterruptedException {
    return ask("POST", path, body);
  }

  /** Asks; a refusal is an answer, too. */
  Answer tell(String path, JsonObject body) throws InterruptedException {
    return until("POST", installation.url() + path, body, null);
  }

  /** Asks and gets a 2xx. */
  Answer ask(String method, String path, @Nullable JsonObject body) throws InterruptedException {
    Answer answer = until(method, installation.url() + path, body, null);
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(
          "%s %s: %d %s".formatted(method, path, answer.status(), answer.text()));
    }
    return answer;
  }

  /**
   * @param chosen the token to ask with; null for the one of the business, which is renewed
   */
  private Answer until(
      String method, String url, @Nullable JsonObject body, @Nullable String chosen)
      throws InterruptedException {
    String key = UUID.randomUUID().toString();
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (System.nanoTime() < end) {
      String token = chosen == null ? accessToken : chosen;
      Map<String, String> headers = new HashMap<>(Map.of("Idempotency-Key", key));
      if (!token.isEmpty()) {
        headers.put("Authorization", "Bearer " + token);
      }
      try {
        Answer answer = Http.call(method, url, body, headers);
        if (answer.status() == 401 && chosen == null && !token.isEmpty()) {
          renew(token);
        } else if (answer.status() < 500 && !NOT_YET.contains(answer.code())) {
          return answer;
        }
        last = answer.status() + " " + answer.text();
      } catch (IOException down) {
        last = down.toString();
      }
      Thread.sleep(PAUSE);
    }
    throw new IllegalStateException("No answer to " + method + " " + url + ": " + last);
  }

  /** The business's invoices, page by page. */
  List<JsonObject> invoices() throws InterruptedException {
    List<JsonObject> all = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = get("/v1/invoices?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      all.addAll(page.list());
      cursor = Json.text(Json.child(page.json(), "meta"), "cursor", "");
    } while (!cursor.isEmpty());
    return all;
  }
}
