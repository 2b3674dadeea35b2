package com.duespark.api.apikeys;

import static java.util.stream.Collectors.joining;

import com.duespark.api.shared.Door;
import com.duespark.domain.apikeys.Scope;
import java.util.stream.Stream;

/** Makes keys as an owner would. */
final class Programs {

  private Programs() {}

  static String body(Scope... scopes) {
    return """
        {"name":"Shop","scopes":[%s]}"""
        .formatted(
            Stream.of(scopes).map(scope -> "\"" + scope.word() + "\"").collect(joining(",")));
  }

  static Door.Answer create(Door.Person person, Scope... scopes) {
    person.door().verify(person);
    return person.post("/v1/api-keys", body(scopes)).expect(201);
  }

  /** The secret of a new key. */
  static String key(Door.Person person, Scope... scopes) {
    return create(person, scopes).text("/data/secret");
  }
}
