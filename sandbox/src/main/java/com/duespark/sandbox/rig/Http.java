package com.duespark.sandbox.rig;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange at a time; redirects are answers, not followed. */
final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private Http() {}

  /** An answer. */
  record Answer(int status, String location, String text) {

    JsonObject json() {
      try {
        return Json.parseObject(text);
      } catch (JsonParseException | IllegalStateException notJson) {
        return new JsonObject();
      }
    }

    JsonObject data() {
      return Json.child(json(), "data");
    }

    List<JsonObject> list() {
      return Json.children(json(), "data");
    }

    String code() {
      return Json.text(Json.child(json(), "error"), "code", "");
    }
  }

  static Answer get(String url) throws IOException, InterruptedException {
    return call("GET", url, null, Map.of());
  }

  static Answer call(
      String method, String url, @Nullable JsonObject body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    request.header("Content-Type", "application/json");
    headers.forEach(request::setHeader);
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
    HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
  }
}
