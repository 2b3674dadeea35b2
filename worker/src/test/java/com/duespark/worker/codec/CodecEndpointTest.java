package com.duespark.worker.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpServer;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Temporal UI and its command line may ask. */
class CodecEndpointTest {

  private static final String TOKEN = "0123456789-abcdefghij_ABCDEFGHIJ";
  private static final String UI = "http://127.0.0.1:8233";

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final UUID tenant = Keys.business();
  private final Payload encrypted =
      Keys.codec(true)
          .converter()
          .withContext(
              new WorkflowSerializationContext("default", "invoice/" + Keys.invoice(tenant)))
          .toPayload("their step")
          .orElseThrow();

  CodecEndpointTest() throws IOException {
    server = open(new CodecProperties(true, TOKEN, List.of(UI)));
  }

  private static HttpServer open(CodecProperties properties) throws IOException {
    var page = new CodecEndpoint(Keys.ring(), properties);
    var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    opened.createContext(page.path(), page);
    opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    opened.start();
    return opened;
  }

  @AfterEach
  void close() {
    client.close();
    server.stop(0);
  }

  private HttpResponse<String> ask(
      HttpServer at, String method, String path, String body, @Nullable String origin)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.getAddress().getPort() + path))
            .header("Content-Type", "application/json")
            .header("X-Namespace", "default")
            .method(method, BodyPublishers.ofString(body));
    if (origin != null) {
      request.header("Origin", origin);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String what, String body, @Nullable String origin)
      throws Exception {
    return ask(server, "POST", "/codec/" + TOKEN + "/" + what, body, origin);
  }

  private static String json(Payload payload) throws IOException {
    return JsonFormat.printer().print(Payloads.newBuilder().addPayloads(payload));
  }

  private static Payload only(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var payloads = Payloads.newBuilder();
    JsonFormat.parser().merge(answer.body(), payloads);
    assertThat(payloads.getPayloadsCount()).isEqualTo(1);
    return payloads.getPayloads(0);
  }

  @Test
  void theUiReadsAndWritesPayloads() throws Exception {
    var answer = post("decode", json(encrypted), UI);
    var clear = only(answer);

    assertThat(clear.getData().toStringUtf8()).isEqualTo("\"their step\"");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(UI);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(only(post("decode", json(clear), UI))).isEqualTo(clear);
    var again = only(post("encode", json(clear), null));
    assertThat(TenantCodec.isEncrypted(again)).isTrue();
    assertThat(only(post("decode", json(again), null))).isEqualTo(clear);
  }

  @Test
  void aBrowserAsksFirstWhetherItMay() throws Exception {
    var path = "/codec/" + TOKEN + "/decode";
    var may = ask(server, "OPTIONS", path, "", UI);
    var mayNot = ask(server, "OPTIONS", path, "", "https://evil.example");

    assertThat(may.statusCode()).isEqualTo(204);
    assertThat(may.headers().firstValue("Access-Control-Allow-Methods")).contains("POST");
    assertThat(may.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("content-type", "x-namespace");
    assertThat(mayNot.statusCode()).isEqualTo(403);
    assertThat(mayNot.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void nobodyElseIsAnswered() throws Exception {
    var body = json(encrypted);

    assertThat(post("decode", body, "https://evil.example").statusCode()).isEqualTo(403);
    for (var path :
        List.of(
            "/codec/decode",
            "/codec//decode",
            "/codec/" + TOKEN.toLowerCase(Locale.ROOT) + "/decode",
            "/codec/" + TOKEN,
            "/codec/" + TOKEN + "/decode/more")) {
      assertThat(ask(server, "POST", path, body, UI).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(post("other", body, UI).statusCode()).isEqualTo(404);
    assertThat(ask(server, "GET", "/codec/" + TOKEN + "/decode", "", UI).statusCode())
        .isEqualTo(405);
  }

  @Test
  void withoutATokenThereIsNoEndpoint() throws Exception {
    var closed = open(new CodecProperties(true, " ", List.of(UI)));
    try {
      for (var path : List.of("/codec//decode", "/codec/null/decode")) {
        assertThat(ask(closed, "POST", path, json(encrypted), null).statusCode()).isEqualTo(404);
      }
    } finally {
      closed.stop(0);
    }
    assertThatThrownBy(() -> new CodecProperties(true, "short", List.of()))
        .hasMessageContaining("duespark.codec.token");
    assertThat(new CodecProperties(true, TOKEN, List.of()).toString()).doesNotContain(TOKEN);
  }

  @Test
  void whatCannotBeReadSaysWhy() throws Exception {
    Keys.erase(tenant);

    var erased = post("decode", json(encrypted), UI);
    assertThat(erased.statusCode()).isEqualTo(422);
    assertThat(erased.body()).contains("Data key " + tenant + "/1 was erased");
    assertThat(post("decode", "[1]", UI).statusCode()).isEqualTo(400);
    assertThat(post("decode", "{\"payloads\": 7}", UI).statusCode()).isEqualTo(400);
  }

  @Test
  void requestsAreLimitedInSizeAndNumber() throws Exception {
    var tooLarge = post("decode", " ".repeat(CodecEndpoint.MOST_BYTES + 1), null);
    assertThat(tooLarge.statusCode()).isEqualTo(413);

    int asked = 0;
    HttpResponse<String> answer;
    do {
      answer = post("decode", "{}", null);
      asked++;
    } while (answer.statusCode() == 200 && asked <= 2 * CodecEndpoint.MOST_A_MINUTE);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }
}
