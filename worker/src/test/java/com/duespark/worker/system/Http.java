package com.duespark.worker.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One HTTP exchange at a time; redirects are answers, not followed. */
final class Http {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** The longest wait of the program is eight seconds; beyond half a minute something hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Http() {}

  /** An answer; what is not JSON has no {@link #json()}. */
  record Reply(int status, HttpHeaders headers, String text) {
    JsonNode json() {
      try {
        return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
      } catch (JacksonException notJson) {
        return MissingNode.getInstance();
      }
    }

    JsonNode data() {
      return json().path("data");
    }

    String code() {
      return json().path("error").path("code").asString("");
    }

    /** The reason behind the code, such as {@code ALREADY_SENT}. */
    String reason() {
      return json().path("error").path("details").path(0).path("code").asString("");
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    Reply require(int expected) {
      if (status != expected) {
        throw new AssertionError("expected " + expected + ", not " + status + ": " + text);
      }
      return this;
    }
  }

  static Reply get(String url) {
    return call("GET", url, null, Map.of());
  }

  static Reply post(String url, Object body) {
    return call("POST", url, body, Map.of());
  }

  /**
   * Asks and waits.
   *
   * @param body text as it is, anything else as JSON
   */
  static Reply call(String method, String url, @Nullable Object body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    request.header("Content-Type", "application/json");
    headers.forEach(request::setHeader);
    String text = body instanceof String given ? given : JSON.writeValueAsString(body);
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.headers(), answer.body());
    } catch (HttpTimeoutException e) {
      Rig.keepThreads();
      throw new UncheckedIOException(method + " " + url, e);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
