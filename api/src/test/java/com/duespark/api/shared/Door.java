package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.storage.TestDatabase;
import jakarta.servlet.http.Cookie;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API as a client would; every person comes from an address of their own. */
@TestComponent
public class Door {

  public static final String PASSWORD = "correct horse battery";

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final MockMvc mvc;

  Door(MockMvc mvc) {
    this.mvc = mvc;
  }

  /** An answer. */
  public record Answer(int status, JsonNode body, MockHttpServletResponse raw) {

    public JsonNode data() {
      return body.path("data");
    }

    public String text(String pointer) {
      return body.at(pointer).asString("");
    }

    public @Nullable String header(String name) {
      return raw.getHeader(name);
    }

    public Answer expect(int wanted) {
      assertThat(status).as("%s", body).isEqualTo(wanted);
      return this;
    }
  }

  /** Somebody at the door. */
  public record Person(Door door, String email, String address, @Nullable String token) {

    public Answer get(String path) {
      return door.call(this, HttpMethod.GET, path, null, Map.of());
    }

    public Answer get(String path, Map<String, String> headers) {
      return door.call(this, HttpMethod.GET, path, null, headers);
    }

    public Answer post(String path, String body) {
      return door.call(this, HttpMethod.POST, path, body, Map.of());
    }

    public Answer post(String path, String body, Map<String, String> headers) {
      return door.call(this, HttpMethod.POST, path, body, headers);
    }

    public Answer patch(String path, String body) {
      return door.call(this, HttpMethod.PATCH, path, body, Map.of());
    }

    public Answer patch(String path, String body, Map<String, String> headers) {
      return door.call(this, HttpMethod.PATCH, path, body, headers);
    }

    public Answer put(String path, String body) {
      return door.call(this, HttpMethod.PUT, path, body, Map.of());
    }

    public Answer delete(String path) {
      return door.call(this, HttpMethod.DELETE, path, null, Map.of());
    }

    public Person with(@Nullable String newToken) {
      return new Person(door, email, address, newToken);
    }

    public Answer login(String password) {
      return post(
          "/v1/auth/login",
          """
          {"email":"%s","password":"%s"}"""
              .formatted(email, password));
    }

    public UUID tenantId() {
      return UUID.fromString(get("/v1/health").expect(200).text("/data/tenant_id"));
    }

    public UUID userId() {
      return UUID.fromString(get("/v1/health").expect(200).text("/data/user_id"));
    }
  }

  public Person stranger() {
    int number = NEXT.incrementAndGet();
    return new Person(
        this,
        "p%d-%s@example.com".formatted(number, UUID.randomUUID()),
        "10.1.%d.%d".formatted(number / 250, number % 250 + 1),
        null);
  }

  /** Registered, signed in, owner of a business in Kenya. */
  public Person owner() {
    var person = stranger();
    person
        .post(
            "/v1/auth/register",
            """
            {"email":"%s","password":"%s","display_name":"Asha","business_name":"Asha Repairs"}"""
                .formatted(person.email(), PASSWORD))
        .expect(202);
    return person.with(person.login(PASSWORD).expect(200).text("/data/access_token"));
  }

  /** An owner who has confirmed the address, and so may invite and send. */
  public Person verifiedOwner() {
    var person = owner();
    verify(person);
    return person;
  }

  public void verify(Person person) {
    JdbcClient.create(TestDatabase.owner())
        .sql("update users set email_verified_at = now() where email = ?")
        .param(person.email())
        .update();
  }

  /** Somebody with a role in the owner's business. */
  public Person member(Person owner, String role) {
    var person = owner();
    try (var connection = TestDatabase.owner().getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into tenant_members (id, tenant_id, user_id, role)
                values (gen_random_uuid(), ?, ?, ?)
                """)) {
      insert.setObject(1, owner.tenantId());
      insert.setObject(2, person.userId());
      insert.setString(3, role);
      insert.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    var answer =
        person.post(
            "/v1/auth/switch-tenant",
            """
            {"tenant_id":"%s"}"""
                .formatted(owner.tenantId()));
    return person.with(answer.expect(200).text("/data/access_token"));
  }

  private Answer call(
      Person person,
      HttpMethod method,
      String path,
      @Nullable String body,
      Map<String, String> headers) {
    var request =
        MockMvcRequestBuilders.request(method, java.net.URI.create(path))
            .with(
                servlet -> {
                  servlet.setRemoteAddr(person.address());
                  return servlet;
                });
    var token = person.token();
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
    headers.forEach(request::header);
    // the mock reads no cookies from the header
    var cookie = headers.get("Cookie");
    if (cookie != null) {
      request.cookie(new Cookie(cookie.split("=", 2)[0], cookie.split("=", 2)[1]));
    }
    try {
      var response = mvc.perform(request).andReturn().getResponse();
      requireDescribed(method, path, response.getStatus());
      var text = Objects.requireNonNull(response.getContentAsString());
      return new Answer(
          response.getStatus(),
          isObject(response, text) ? JSON.readTree(text) : JSON.createObjectNode(),
          response);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client that is generated from the description knows no other success. */
  private static void requireDescribed(HttpMethod method, String path, int status) {
    if (HttpStatusCode.valueOf(status).is2xxSuccessful()) {
      Described.at(method.name(), path.split("\\?", 2)[0])
          .ifPresent(
              operation ->
                  assertThat(operation.answers(status))
                      .as("%s answers %d; say so with @Answers", operation.id(), status)
                      .isTrue());
    }
  }

  /** A file of many objects is none. */
  private static boolean isObject(MockHttpServletResponse response, String text) {
    return text.startsWith("{")
        && !String.valueOf(response.getContentType()).startsWith("application/x-ndjson");
  }
}
