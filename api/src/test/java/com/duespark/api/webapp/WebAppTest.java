package com.duespark.api.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** With a small build under {@code web/} of the test class path. */
@ApiTest
class WebAppTest {

  private static final String NAVIGATION =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @Autowired Door door;

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/invoices", "/invoices/0193/edit", "/verify-email?token=x", "/index.html"})
  void anAddressOfTheAppIsItsPage(String path) throws IOException {
    var page = open(path).expect(200);

    assertThat(body(page)).contains("<title>Fake app</title>");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(page.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
                + " frame-src 'self' blob: data:; frame-ancestors 'none'; base-uri 'none';"
                + " form-action 'self'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    var again = get(path, Map.of("If-None-Match", String.valueOf(page.header("ETag"))));
    assertThat(again.expect(304).raw().getContentAsByteArray()).isEmpty();
  }

  @Test
  void anAssetIsKeptForever() throws IOException {
    var plain = get("/assets/app-3f2a91.js", Map.of()).expect(200);
    var packed = get("/assets/app-3f2a91.js", Map.of("Accept-Encoding", "br, gzip")).expect(200);

    assertThat(body(plain)).startsWith("// a fake build");
    assertThat(plain.header("Content-Type")).startsWith("text/javascript");
    assertThat(plain.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
    assertThat(plain.header("Content-Encoding")).isNull();
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.header("Vary")).contains("Accept-Encoding");
    assertThat(packed.header("Content-Type")).startsWith("text/javascript");
    assertThat(packed.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
    assertThat(packed.raw().getContentLength()).isLessThan(plain.raw().getContentLength());
    assertThat(unpacked(packed)).isEqualTo(body(plain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sw.js", "/manifest.webmanifest", "/icon.svg"})
  void anotherFileIsAskedForEachTime(String path) {
    var file = get(path, Map.of()).expect(200);

    assertThat(file.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(file.header("ETag")).isNotBlank();
    assertThat(file.header("Content-Type"))
        .matches("text/javascript.*|application/manifest\\+json|image/svg\\+xml");
    get(path, Map.of("If-None-Match", String.valueOf(file.header("ETag")))).expect(304);
  }

  @Test
  void aFileThatIsMissingIsNotThePage() {
    open("/assets/app-000000.js").expect(404);
    var missing = get("/app.js", Map.of("Accept", "*/*")).expect(404);

    assertThat(missing.text("/error/code")).isEqualTo("NOT_FOUND");
    assertThat(missing.header("Cache-Control")).doesNotContain("immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/nowhere",
        "/portal",
        "/portal/nowhere",
        "/healthz/nowhere",
        "/actuator/env",
        "/dev/nowhere",
        "/s/abc"
      })
  void anAddressOfTheApiIsNeverThePage(String path) {
    var answer = door.owner().get(path, Map.of("Accept", NAVIGATION)).expect(404);

    assertThat(answer.text("/error/code")).isEqualTo("NOT_FOUND");
    assertThat(answer.raw().getContentType()).startsWith("application/json");
  }

  @Test
  void onlyReadingFindsThePage() {
    door.stranger().post("/invoices", "{}", Map.of("Accept", NAVIGATION)).expect(405);
    door.stranger().post("/invoices", "{}").expect(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../../application.yaml",
        "/assets/..%2f..%2fapplication.yaml",
        "/%2e%2e/com/duespark/api/openapi.properties",
        "/assets/..%5c..%5ccom/duespark/api/openapi.properties",
        "/assets//etc/passwd",
        "/assets/%00",
        "/..%252f..%252fcom/duespark/api/openapi.properties",
        "/file:/etc/passwd"
      })
  void nothingOutsideOfTheBuildIsReached(String path) throws IOException {
    var answer = open(path);

    assertThat(answer.status()).isIn(200, 400, 404);
    if (answer.status() == 200) {
      assertThat(body(answer)).contains("<title>Fake app</title>");
    }
  }

  @Test
  void aProgramWithoutTheWebAppSaysSo() throws IOException {
    var missing = new WebAppController(new ClassPathResource("nowhere/index.html")).front();

    assertThat(new String(java.util.Objects.requireNonNull(missing.getBody()), UTF_8))
        .startsWith("The web app was not built");
    assertThat(String.valueOf(missing.getHeaders().getContentType())).isEqualTo("text/plain");
  }

  private Answer open(String path) {
    return get(path, Map.of());
  }

  private Answer get(String path, Map<String, String> headers) {
    return door.stranger()
        .get(path, headers.containsKey("Accept") ? headers : with(headers, "Accept", NAVIGATION));
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    var all = new java.util.HashMap<>(some);
    all.put(name, value);
    return all;
  }

  private static String body(Answer answer) throws IOException {
    return answer.header("Content-Encoding") == null
        ? new String(answer.raw().getContentAsByteArray(), UTF_8)
        : unpacked(answer);
  }

  private static String unpacked(Answer answer) throws IOException {
    var bytes = new ByteArrayInputStream(answer.raw().getContentAsByteArray());
    try (var packed = new GZIPInputStream(bytes)) {
      return new String(packed.readAllBytes(), UTF_8);
    }
  }
}
