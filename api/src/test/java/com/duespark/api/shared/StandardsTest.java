package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class StandardsTest {

  @Autowired Door door;

  @Test
  void anAnswerCarriesTheRequestIdItWasAskedWith() {
    var person = door.owner();

    var asked = person.get("/v1/tenant", Map.of("X-Request-Id", "my-request-1"));
    var unasked = person.get("/v1/tenant", Map.of("X-Request-Id", "bad id!"));

    assertThat(asked.text("/meta/request_id")).isEqualTo("my-request-1");
    assertThat(asked.header("X-Request-Id")).isEqualTo("my-request-1");
    assertThat(unasked.text("/meta/request_id")).startsWith("req_");
    assertThat(asked.body().at("/meta").has("cursor")).isTrue();
  }

  @Test
  void anErrorHasTheEnvelopeOrTheProblemForm() {
    var person = door.owner();

    var envelope = person.get("/v1/contacts/" + UUID.randomUUID()).expect(404);
    var problem =
        person.get(
            "/v1/contacts/" + UUID.randomUUID(), Map.of("Accept", "application/problem+json"));

    assertThat(envelope.text("/error/code")).isEqualTo("NOT_FOUND");
    assertThat(envelope.body().at("/error/details").isArray()).isTrue();
    assertThat(envelope.text("/meta/request_id")).isNotBlank();
    assertThat(problem.expect(404).raw().getContentType()).startsWith("application/problem+json");
    assertThat(problem.text("/code")).isEqualTo("NOT_FOUND");
    assertThat(problem.text("/status")).isEqualTo("404");
    assertThat(problem.text("/request_id")).isNotBlank();
  }

  @Test
  void aStrangerIsAskedToSignIn() {
    var stranger = door.stranger();

    var none = stranger.get("/v1/tenant").expect(401);
    stranger.with("rubbish").get("/v1/tenant").expect(401);
    stranger.get("/v1/nowhere").expect(401);

    assertThat(none.text("/error/code")).isEqualTo("UNAUTHORIZED");
    assertThat(none.text("/meta/request_id")).isNotBlank();
  }

  @Test
  void malformedJsonIs400AndAWrongFieldIs422() {
    var person = door.owner();

    var malformed = person.post("/v1/contacts", "{\"display_name\":").expect(400);
    var unknown = person.post("/v1/contacts", "{\"display_name\":\"A\",\"colour\":1}").expect(422);
    var mistyped =
        person.post("/v1/contacts", "{\"display_name\":\"A\",\"type\":\"FRIEND\"}").expect(422);
    var missing = person.post("/v1/contacts", "{}").expect(422);
    person.post("/v1/contacts", "").expect(400);

    assertThat(malformed.text("/error/code")).isEqualTo("VALIDATION_ERROR");
    assertThat(unknown.text("/error/details/0/field")).isEqualTo("colour");
    assertThat(unknown.text("/error/details/0/code")).isEqualTo("UNKNOWN_FIELD");
    assertThat(mistyped.text("/error/details/0/field")).isEqualTo("type");
    assertThat(missing.text("/error/details/0/field")).isEqualTo("display_name");
    assertThat(missing.text("/error/details/0/code")).isEqualTo("REQUIRED");
  }

  @Test
  void nullInAListIsAWrongField() {
    var person = door.owner();
    var path = "/v1/invoices/" + UUID.randomUUID() + "/remind";

    var sample = person.post("/v1/reminder-policies/simulate", "{\"invoices\":[null]}").expect(422);
    var word =
        person
            .post(
                path,
                "{\"acknowledge\":[null]}",
                Map.of("Idempotency-Key", UUID.randomUUID().toString()))
            .expect(422);
    var id = person.post("/v1/contacts", "{\"display_name\":\"A\"}").expect(201).text("/data/id");
    var patched = person.patch("/v1/contacts/" + id, "{\"tags\":[\"vip\",null]}").expect(422);

    assertThat(sample.text("/error/details/0/field")).isEqualTo("invoices[0]");
    assertThat(word.text("/error/details/0/field")).isEqualTo("acknowledge[0]");
    assertThat(patched.text("/error/details/0/field")).isEqualTo("tags[1]");
  }

  @Test
  void textWithoutMeaningIsAWrongField() {
    var person = door.owner();

    for (var strange : List.of("a\\u0000b", "a\\ud800")) {
      var created =
          person.post("/v1/contacts", "{\"display_name\":\"%s\"}".formatted(strange)).expect(422);
      var patched =
          person.patch("/v1/auth/me", "{\"display_name\":\"%s\"}".formatted(strange)).expect(422);

      assertThat(created.text("/error/details/0/field")).isEqualTo("display_name");
      assertThat(patched.text("/error/details/0/field")).isEqualTo("display_name");
    }
    person.get("/v1/contacts?q=a%00b").expect(400);
  }

  @Test
  void whatCannotBeReadIs400InTheSameForm() {
    var person = door.owner();
    var deep = "{\"tags\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}";

    var parameter = person.get("/v1/contacts?%C2%96=1").expect(400);
    var path = person.get("/v1/contacts/a%25b").expect(400);
    var patched = person.patch("/v1/contacts/" + UUID.randomUUID(), deep).expect(400);

    for (var answer : List.of(parameter, path, patched)) {
      assertThat(answer.text("/error/details/0/code")).isEqualTo("MALFORMED");
      assertThat(answer.text("/meta/request_id")).isEqualTo(answer.header("X-Request-Id"));
    }
  }

  @Test
  void whatIsNoProblemIsPlainJson() {
    var person = door.owner();

    for (var path : List.of("/v1/tenant", "/readyz")) {
      var answer = person.get(path, Map.of("Accept", "application/problem+json"));

      assertThat(answer.expect(200).raw().getContentType()).isEqualTo("application/json");
    }
  }

  @Test
  void anUnknownParameterIsRefused() {
    var person = door.owner();

    var refused = person.get("/v1/contacts?colour=red").expect(422);

    assertThat(refused.text("/error/details/0/code")).isEqualTo("UNKNOWN_PARAMETER");
    person.get("/v1/contacts?type=friend").expect(422);
  }

  /** TIS-04: the caller's business is the token's, whatever else is said. */
  @Test
  void aTenantIdInBodyQueryAndHeaderIsIgnored() {
    var person = door.owner();
    var other = door.owner();
    var theirs = other.tenantId().toString();

    person
        .post(
            "/v1/contacts?tenant_id=" + theirs,
            "{\"display_name\":\"Ours\",\"tenant_id\":\"%s\"}".formatted(theirs),
            Map.of("X-Tenant-Id", theirs))
        .expect(201);

    var ours = person.get("/v1/contacts?tenant_id=" + theirs, Map.of("X-Tenant-Id", theirs));
    assertThat(ours.expect(200).text("/data/0/display_name")).isEqualTo("Ours");
    assertThat(other.get("/v1/contacts").expect(200).data()).isEmpty();
  }

  @Test
  void wrongRoutesMethodsTypesAndIdsAreToldApart() {
    var person = door.owner();

    person.get("/v1/nowhere").expect(404);
    person.delete("/v1/tenant").expect(405);
    person.get("/v1/contacts/not-an-id").expect(404);
    person.post("/v1/contacts", "x", Map.of("Content-Type", "text/plain")).expect(415);
  }

  @Test
  void aLargeBodyIsRefused() {
    var body = "{\"display_name\":\"%s\"}".formatted("x".repeat(1_100_000));

    var answer = door.owner().post("/v1/contacts", body).expect(413);

    assertThat(answer.text("/error/code")).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @Test
  void whoHasItAlreadyGets304() {
    var person = door.owner();
    var etag = String.valueOf(person.get("/v1/contacts").header("ETag"));

    var same = person.get("/v1/contacts", Map.of("If-None-Match", etag));
    person.post("/v1/contacts", "{\"display_name\":\"A\"}").expect(201);

    assertThat(same.expect(304).raw().getContentLength()).isZero();
    assertThat(same.header("Cache-Control")).isEqualTo("private, no-cache");
    person.get("/v1/contacts", Map.of("If-None-Match", etag)).expect(200);
  }

  @Test
  void browsersMayCallFromConfiguredOriginsOnly() {
    var person = door.owner();

    var known = person.get("/v1/tenant", Map.of("Origin", "https://app.example.com"));
    var other = person.get("/v1/tenant", Map.of("Origin", "https://evil.example.com"));
    person.get("/v1/tenant", Map.of("Origin", "https://pay.example.com")).expect(200);

    assertThat(known.expect(200).header("Access-Control-Allow-Origin"))
        .isEqualTo("https://app.example.com");
    assertThat(other.expect(403).header("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void securityHeadersAreOnEveryAnswer() {
    var answer = door.stranger().get("/healthz").expect(200);

    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void probesAreOpen() {
    assertThat(door.stranger().get("/readyz").expect(200).text("/parts/database")).isEqualTo("UP");
    door.stranger().get("/v1/openapi.json").expect(200);
  }

  @Test
  void whatTheClientWouldNotTakeIsNotDone() {
    var owner = door.owner();
    var image = Map.of("Accept", "image/png");

    owner.post("/v1/contacts", "{\"display_name\":\"A\"}", image).expect(406);
    owner.post("/v1/contacts", "{\"display_name\":\"A\"}", Map.of("Accept", "no type")).expect(406);
    assertThat(owner.get("/v1/contacts").data()).isEmpty();

    var any = Map.of("Accept", "text/html, */*;q=0.1");
    owner.post("/v1/contacts", "{\"display_name\":\"A\"}", any).expect(201);
  }
}
