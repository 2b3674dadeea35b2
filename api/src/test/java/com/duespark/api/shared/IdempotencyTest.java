package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class IdempotencyTest {

  private static final String BODY = "{\"display_name\":\"Once\"}";

  @Autowired Door door;

  @Test
  void aRepeatGetsTheFirstAnswerAndChangesNothing() {
    var person = door.owner();
    var key = key();

    var first = person.post("/v1/contacts", BODY, key).expect(201);
    var second = person.post("/v1/contacts", BODY, key).expect(201);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replay")).isNull();
    assertThat(count(person)).isEqualTo(1);
  }

  @Test
  void anotherBodyWithTheSameKeyIsRefused() {
    var person = door.owner();
    var key = key();
    person.post("/v1/contacts", BODY, key).expect(201);

    var other = person.post("/v1/contacts", "{\"display_name\":\"Other\"}", key).expect(409);

    assertThat(other.text("/error/details/0/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(count(person)).isEqualTo(1);
  }

  @Test
  void aRefusalIsReplayedAndAConflictIsNot() {
    var person = door.owner();
    var refusedKey = key();
    var wrong = "{\"display_name\":\"A\",\"email\":\"nobody\"}";
    var id = person.post("/v1/contacts", BODY).text("/data/id");
    var conflictKey = key();
    var stale = "{\"display_name\":\"B\",\"if_match_version\":7}";

    person.post("/v1/contacts", wrong, refusedKey).expect(422);
    var again = person.post("/v1/contacts", wrong, refusedKey).expect(422);
    person.patch("/v1/contacts/" + id, stale, conflictKey).expect(409);
    var retried = person.patch("/v1/contacts/" + id, stale, conflictKey).expect(409);

    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(again.text("/error/details/0/field")).isEqualTo("email");
    assertThat(retried.header("Idempotent-Replay")).isNull();
  }

  @Test
  void aHundredAtOnceWithOneKeyAreDoneOnce() throws Exception {
    var person = door.owner();
    var key = key();
    Callable<Door.Answer> call = () -> person.post("/v1/contacts", BODY, key);
    var ids = new HashSet<String>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(IntStream.range(0, 100).mapToObj(i -> call).toList())) {
        ids.add(done.get().expect(201).text("/data/id"));
      }
    }

    assertThat(ids).hasSize(1);
    assertThat(count(person)).isEqualTo(1);
  }

  @Test
  void aKeyIsAUuidAndBelongsToItsBusiness() {
    var person = door.owner();
    var key = key();

    person.post("/v1/contacts", BODY, Map.of("Idempotency-Key", "abc")).expect(422);
    var mine = person.post("/v1/contacts", BODY, key).expect(201);
    var theirs = door.owner().post("/v1/contacts", BODY, key).expect(201);

    assertThat(theirs.text("/data/id")).isNotEqualTo(mine.text("/data/id"));
  }

  @Test
  void aSecondBusinessIsFoundedOncePerKey() {
    var person = door.owner();
    var key = key();
    var body = "{\"name\":\"Second\",\"kind\":\"test\",\"country\":\"DE\"}";

    var first = person.post("/v1/tenants", body, key).expect(201);
    var second = person.post("/v1/tenants", body, key).expect(201);

    assertThat(second.text("/data/id")).isEqualTo(first.text("/data/id"));
    assertThat(first.text("/data/kind")).isEqualTo("TEST");
    assertThat(first.text("/data/currency")).isEqualTo("EUR");
    assertThat(person.get("/v1/auth/me").data().path("memberships")).hasSize(2);
  }

  private static Map<String, String> key() {
    return Map.of("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static int count(Door.Person person) {
    return person.get("/v1/contacts").expect(200).data().size();
  }
}
