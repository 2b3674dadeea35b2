package com.duespark.sandbox.clerk;

import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.HttpDoor;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.http.Request;
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
import java.util.Map;
import java.util.UUID;

/**
 * An instance of Clerk whose issuer is the sandbox: public keys for whoever verifies, and on order
 * session tokens, new keys and webhooks. Who its users and organisations are is up to the orders.
 */
public final class ClerkDesk implements Handler, AutoCloseable {
  /** With which it signs its webhooks. */
  public static final String WEBHOOK_SECRET = "whsec_c2FuZGJveC1jbGVyay13ZWJob29rLXNlY3JldCE=";

  private static final int LIFETIME_SECONDS = 60;
  private static final int MOST_COPIES = 100;
  private static final int NO_ANSWER = 0;

  private final String issuer;
  private final FactLog log;
  private final ClerkKeys keys = new ClerkKeys();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public ClerkDesk(String issuer, FactLog log) {
    this.issuer = issuer;
    this.log = log;
  }

  /** What the instance shows to everybody. */
  @Override
  public Reply handle(Request request) {
    return request.method().equals("GET") && request.path().equals("/.well-known/jwks.json")
        ? Reply.json(200, keys.published())
        : HttpDoor.problem(404, "No such thing at Clerk: " + request.path());
  }

  /** Orders under {@code /sandbox/clerk}. */
  public Reply order(Request request) {
    JsonObject body = request.json();
    return switch (request.method() + " " + request.path()) {
      case "POST /sandbox/clerk/tokens" ->
          Reply.json(201, Json.object("jwt", keys.sign(claims(body))));
      case "POST /sandbox/clerk/keys" ->
          Reply.json(
              201, Json.object("kid", keys.rotate(Json.text(body, "keep", "true").equals("true"))));
      case "POST /sandbox/clerk/events" -> Reply.json(200, tell(body));
      default -> HttpDoor.problem(404, "No control at " + request.method() + " " + request.path());
    };
  }

  /**
   * The claims of a session: {@code {"user": "user_1", "organization": "org_1", "role": "admin",
   * "version": 1, "claims": {…}}}; given claims replace these, and null removes one.
   */
  private JsonObject claims(JsonObject order) {
    long now = Instant.now().getEpochSecond();
    JsonObject claims =
        Json.object(
            "iss",
            issuer,
            "sub",
            Json.text(order, "user", "user_1"),
            "sid",
            "sess_" + UUID.randomUUID(),
            "jti",
            UUID.randomUUID().toString(),
            "iat",
            now,
            "nbf",
            now - 10,
            "exp",
            now + LIFETIME_SECONDS);
    String organization = Json.text(order, "organization");
    String role = Json.text(order, "role", "member");
    if (Json.number(order, "version", 2) == 1) {
      if (organization != null) {
        claims.addProperty("org_id", organization);
        claims.addProperty("org_role", "org:" + role);
      }
    } else {
      claims.addProperty("v", 2);
      if (organization != null) {
        claims.add("o", Json.object("id", organization, "slg", organization, "rol", role));
      }
    }
    JsonObject given = Json.child(order, "claims");
    given.entrySet().forEach(claim -> claims.add(claim.getKey(), claim.getValue()));
    given.entrySet().stream()
        .filter(claim -> claim.getValue().isJsonNull())
        .map(Map.Entry::getKey)
        .forEach(claims::remove);
    return claims;
  }

  /**
   * Sends an event: {@code {"url": "http://127.0.0.1:8000/v1/webhooks/clerk", "type":
   * "user.created", "data": {…}, "id": "msg_1", "times": 2}}; answers the status of each copy.
   */
  private JsonObject tell(JsonObject order) {
    String url = Json.text(order, "url", "");
    String type = Json.text(order, "type", "");
    if (!url.startsWith("http") || type.isEmpty()) {
      throw new IllegalArgumentException("An event has a url and a type");
    }
    long times = Json.number(order, "times", 1);
    if (times < 1 || times > MOST_COPIES) {
      throw new IllegalArgumentException("times is 1 to " + MOST_COPIES);
    }
    String id = Json.text(order, "id", "msg_" + UUID.randomUUID());
    String body =
        Json.write(
            Json.object(
                "object",
                "event",
                "type",
                type,
                "timestamp",
                Instant.now().toEpochMilli(),
                "instance_id",
                "ins_sandbox",
                "data",
                Json.child(order, "data")));
    List<Integer> statuses = new ArrayList<>();
    for (int copy = 0; copy < times; copy++) {
      statuses.add(send(URI.create(url), id, body));
    }
    log.append("clerk", "event", Json.object("id", id, "type", type, "statuses", statuses));
    return Json.object("id", id, "statuses", statuses);
  }

  private int send(URI url, String id, String body) {
    long seconds = Instant.now().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("svix-id", id)
            .header("svix-timestamp", String.valueOf(seconds))
            .header("svix-signature", Svix.signature(WEBHOOK_SECRET, id, seconds, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
