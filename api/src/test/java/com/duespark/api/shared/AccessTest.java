package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.storage.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class AccessTest {

  @Autowired Door door;
  @Autowired MeterRegistry meters;

  /** What each role gets: read, contact create, contact delete, contact restore, settings. */
  @ParameterizedTest
  @CsvSource({
    "OWNER, 200, 201, 200, 200, 200",
    "ADMIN, 200, 201, 200, 200, 200",
    "STAFF, 200, 201, 200, 403, 403",
    "AGENT, 200, 201, 403, 403, 403",
    "VIEWER, 200, 403, 403, 403, 403"
  })
  void aRoleMayDoWhatTheTableSays(
      String role, int read, int create, int delete, int restore, int settings) {
    var owner = door.owner();
    var member = role.equals("OWNER") ? owner : door.member(owner, role);
    var id = owner.post("/v1/contacts", "{\"display_name\":\"A\"}").text("/data/id");

    member.get("/v1/tenant").expect(read);
    member.post("/v1/contacts", "{\"display_name\":\"B\"}").expect(create);
    member.delete("/v1/contacts/" + id).expect(delete);
    member.post("/v1/contacts/" + id + "/restore", "").expect(restore);
    member.patch("/v1/tenant", "{\"name\":\"New\"}").expect(settings);
    member.get("/v1/settings/numbering").expect(settings);
    member
        .post("/v1/tax-rates", "{\"code\":\"T5\",\"name\":\"Five\",\"percent\":5}")
        .expect(settings == 200 ? 201 : 403);
  }

  @Test
  void aDeniedAttemptLeavesATrace() {
    var owner = door.owner();
    var viewer = door.member(owner, "VIEWER");

    double before = meters.counter("duespark_permission_denials").count();
    var denied = viewer.patch("/v1/tenant", "{}").expect(403);

    assertThat(meters.counter("duespark_permission_denials").count()).isEqualTo(before + 1);

    assertThat(denied.text("/error/code")).isEqualTo("FORBIDDEN");
    assertThat(
            JdbcClient.create(TestDatabase.owner())
                .sql(
                    """
                    select properties ->> 'endpoint' from analytics_events
                    where tenant_id = ? and event_name = 'security.permission_denied'
                    """)
                .param(owner.tenantId())
                .query(String.class)
                .list())
        .containsExactly("PATCH /v1/tenant");
  }

  @Test
  void anAgentSeesOwnContactsOnly() {
    var owner = door.owner();
    var agent = door.member(owner, "AGENT");
    var foreign = owner.post("/v1/contacts", "{\"display_name\":\"A\"}").text("/data/id");
    var own = agent.post("/v1/contacts", "{\"display_name\":\"B\"}").text("/data/id");

    agent.get("/v1/contacts/" + foreign).expect(404);
    agent.patch("/v1/contacts/" + foreign, "{}").expect(404);
    agent.get("/v1/contacts/" + own).expect(200);

    assertThat(agent.get("/v1/contacts").data()).hasSize(1);
    assertThat(owner.get("/v1/contacts").data()).hasSize(2);
  }

  @Test
  void anotherBusinessIsNotThere() {
    var mine = door.owner();
    var theirs = door.owner();
    var contact = theirs.post("/v1/contacts", "{\"display_name\":\"X\"}").text("/data/id");
    var rate = theirs.get("/v1/tax-rates").text("/data/0/id");

    for (var id : List.of(contact, UUID.randomUUID().toString())) {
      mine.get("/v1/contacts/" + id).expect(404);
      mine.patch("/v1/contacts/" + id, "{\"notes\":\"x\"}").expect(404);
      mine.delete("/v1/contacts/" + id).expect(404);
      mine.post("/v1/contacts/" + id + "/restore", "").expect(404);
    }
    mine.patch("/v1/tax-rates/" + rate, "{\"name\":\"x\"}").expect(404);
    mine.delete("/v1/tax-rates/" + rate).expect(404);

    assertThat(mine.get("/v1/contacts?q=X").data()).isEmpty();
    theirs.get("/v1/contacts/" + contact).expect(200);
  }

  @Test
  void aPersonIsLimitedPerMinuteAndToldWhenToComeBack() {
    var person = door.owner();

    Door.Answer answer;
    int calls = 0;
    do {
      answer = person.get("/v1/health");
      calls++;
    } while (answer.status() == 200 && calls < 400);

    assertThat(answer.expect(429).text("/error/code")).isEqualTo("RATE_LIMITED");
    assertThat(Integer.parseInt(String.valueOf(answer.header("Retry-After")))).isBetween(1, 60);
  }

  @Test
  void authEndpointsAreLimitedPerAddress() {
    var stranger = door.stranger();

    Door.Answer answer;
    int calls = 0;
    do {
      answer = stranger.post("/v1/auth/refresh", "{\"refresh_token\":\"x\"}");
      calls++;
    } while (answer.status() == 401 && calls < 30);

    answer.expect(429);
    assertThat(calls).isGreaterThan(10);
  }
}
