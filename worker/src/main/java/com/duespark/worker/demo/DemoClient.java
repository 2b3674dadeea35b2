package com.duespark.worker.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to our own API. Every write has a key made from its name, so that it happens once. */
final class DemoClient {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final RestClient rest;
  private final String authorization;

  private DemoClient(RestClient rest, String authorization) {
    this.rest = rest;
    this.authorization = authorization;
  }

  static DemoClient signedIn(String address, String email, String password) {
    var rest = RestClient.create(address);
    var session =
        rest.post()
            .uri("/v1/auth/login")
            .contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("email", email, "password", password))
            .retrieve()
            .requiredBody(JsonNode.class);
    return new DemoClient(rest, "Bearer " + session.path("data").path("access_token").asString());
  }

  JsonNode get(String path) {
    return rest.get()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, authorization)
        .retrieve()
        .requiredBody(JsonNode.class)
        .path("data");
  }

  JsonNode post(String step, String path, Map<String, ?> body) {
    return write(HttpMethod.POST, step, path, body);
  }

  JsonNode put(String step, String path, Map<String, ?> body) {
    return write(HttpMethod.PUT, step, path, body);
  }

  JsonNode patch(String step, String path, Map<String, ?> body) {
    return write(HttpMethod.PATCH, step, path, body);
  }

  private JsonNode write(HttpMethod method, String step, String path, Map<String, ?> body) {
    var key = UUID.nameUUIDFromBytes(("demo:" + step).getBytes(StandardCharsets.UTF_8));
    return rest.method(method)
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, authorization)
        .header("Idempotency-Key", key.toString())
        .contentType(MediaType.APPLICATION_JSON)
        .body(json(body))
        .retrieve()
        .requiredBody(JsonNode.class)
        .path("data");
  }

  /** The same words in every run, whatever order a map has in it: a key holds for one body only. */
  static String json(Map<String, ?> body) {
    return JSON.writeValueAsString(body);
  }
}
