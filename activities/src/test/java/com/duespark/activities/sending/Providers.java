package com.duespark.activities.sending;

import com.duespark.sandbox.Sandbox;
import com.duespark.sandbox.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox on free ports, and what a test orders from it and asks it. */
public final class Providers implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();

  public Providers(Path data) {
    try {
      sandbox = Sandbox.start(new Settings(0, 0, data, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return sandbox.publicUrl();
  }

  public int httpPort() {
    return sandbox.httpPort();
  }

  public int smtpPort() {
    return sandbox.smtpPort();
  }

  /** A port on which nobody listens. */
  public static int closedPort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Orders a misbehaviour for the next nine requests; {@link #requests} says how many it met. */
  public void order(String provider, String action, int code) {
    call(
        "POST",
        "/sandbox/faults",
        "{\"provider\":\"%s\",\"action\":\"%s\",\"code\":%d,\"times\":9}"
            .formatted(provider, action, code));
  }

  /** The next answer is lost after the mail was taken. */
  public void loseNextAnswer(String provider) {
    call(
        "POST",
        "/sandbox/faults",
        "{\"provider\":\"%s\",\"action\":\"drop_after\",\"times\":1}".formatted(provider));
  }

  /** The same with a header on the answer. */
  public void order(String provider, String action, int code, String header, String value) {
    call(
        "POST",
        "/sandbox/faults",
        "{\"provider\":\"%s\",\"action\":\"%s\",\"code\":%d,\"times\":9,\"headers\":{\"%s\":\"%s\"}}"
            .formatted(provider, action, code, header, value));
  }

  /** How many requests the ordered misbehaviour has met. */
  public long requests() {
    return 9 - call("GET", "/sandbox/faults", "").path("data").path(0).path("times").asLong();
  }

  public void calm() {
    call("DELETE", "/sandbox/faults", "");
  }

  /** Mails that arrived with this in their subject. */
  public JsonNode mails(String subject) {
    return call("GET", "/sandbox/mails?subject=" + subject, "").path("data");
  }

  public byte[] attachment(String mailId, int number) {
    var path = "/sandbox/mails/%s/attachments/%d".formatted(mailId, number);
    return send("GET", path, "", HttpResponse.BodyHandlers.ofByteArray());
  }

  public JsonNode call(String method, String path, String body) {
    return JSON.readTree(send(method, path, body, HttpResponse.BodyHandlers.ofString()));
  }

  private <T> T send(String method, String path, String body, HttpResponse.BodyHandler<T> as) {
    var request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, as).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    http.shutdownNow();
    sandbox.close();
  }
}
