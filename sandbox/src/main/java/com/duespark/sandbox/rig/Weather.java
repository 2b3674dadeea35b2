package com.duespark.sandbox.rig;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * How the providers misbehave: each takes every so manieth request. The stand-in forgets it when it
 * is killed, so it is ordered again.
 */
final class Weather {

  /**
   * Of a hundred mails 5 lose the answer, of the others some are late, refused for now, or fail.
   */
  private static final List<JsonObject> STORM =
      List.of(
          Json.object(
              "provider", "postmark", "path", "/email", "action", "drop_after", "every", 20),
          Json.object(
              "provider",
              "postmark",
              "path",
              "/email",
              "action",
              "delay_after",
              "millis",
              1_500,
              "every",
              25),
          Json.object(
              "provider",
              "postmark",
              "path",
              "/email",
              "action",
              "status",
              "code",
              429,
              "body",
              "{\"ErrorCode\":429,\"Message\":\"Too many requests\"}",
              "every",
              30),
          Json.object(
              "provider",
              "postmark",
              "path",
              "/email",
              "action",
              "status",
              "code",
              500,
              "every",
              35),
          Json.object(
              "provider", "postmark", "path", "/email", "action", "drop_before", "every", 200),
          Json.object("provider", "stripe", "action", "drop_after", "every", 20),
          Json.object("provider", "stripe", "action", "status", "code", 429, "every", 30),
          Json.object("provider", "webhooks", "action", "repeat_webhook", "n", 2, "every", 3),
          Json.object("provider", "webhooks", "action", "delay", "millis", 2_000, "every", 4),
          Json.object("provider", "webhooks", "action", "drop_after", "every", 7),
          Json.object("provider", "webhooks", "action", "lose_webhook", "every", 20));

  private final String faults;
  private boolean stormy;

  Weather(String providers) {
    faults = providers + "/sandbox/faults";
  }

  synchronized void storm() {
    stormy = true;
    renew();
  }

  synchronized void calm() {
    stormy = false;
    renew();
  }

  /** Tells the stand-in what holds now; one that is down hears it when it is back. */
  synchronized void renew() {
    try {
      Http.call("DELETE", faults, null, Map.of());
      if (stormy) {
        for (JsonObject fault : STORM) {
          Http.Answer answer = Http.call("POST", faults, fault, Map.of());
          if (answer.status() != 201) {
            throw new IllegalStateException("The fault " + fault + ": " + answer.text());
          }
        }
      }
    } catch (IOException down) {
      // it is told when it answers again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
