package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class TurnedAwayTest {

  private final JsonMapper json =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  @Test
  void aPathThatTheServerCannotDecodeIsRefusedInTheUsualForm() throws Exception {
    var factory = new TomcatServletWebServerFactory(0);
    new TurnedAway(json).customize(factory);
    var server = factory.getWebServer();
    server.start();
    try (var client = HttpClient.newHttpClient()) {
      var address =
          URI.create("http://127.0.0.1:%d/v1/contacts/a%%5Cb".formatted(server.getPort()));

      var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/json");
      var body = json.readTree(answer.body());
      assertThat(body.at("/error/code").asString()).isEqualTo("VALIDATION_ERROR");
      assertThat(body.at("/meta/request_id").asString())
          .isEqualTo(answer.headers().firstValue("X-Request-Id").orElse("none"));
    } finally {
      server.stop();
    }
  }
}
