package com.duespark.api.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Described;
import com.duespark.api.shared.Described.Operation;
import com.duespark.api.shared.Door;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.storage.TestDatabase;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every endpoint says what a key needs, and means it. */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopesTest {

  private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

  @Autowired Door door;

  private final Map<Set<Scope>, Door.Person> programs = new HashMap<>();

  @Test
  void everyEndpointThatNeedsACallerSaysWhichScopesAKeyNeeds() {
    var words = Arrays.stream(Scope.values()).map(Scope::word).toList();

    for (var operation : guarded()) {
      assertThat(operation.tree().has("x-scopes")).as(operation.id()).isTrue();
      assertThat(words).as(operation.id()).containsAll(needed(operation));
    }
    assertThat(guarded().stream().flatMap(operation -> needed(operation).stream()))
        .as("no scope is idle")
        .containsAll(words);
  }

  @Test
  void whatRulesABusinessIsClosedToKeys() {
    assertThat(
            guarded().stream().filter(operation -> needed(operation).isEmpty()).map(Operation::id))
        .contains(
            "listApiKeys",
            "createApiKey",
            "revokeApiKey",
            "connectStripe",
            "listIntegrations",
            "updateTenant",
            "updateNumbering",
            "createTaxRate",
            "updateReminderPolicy",
            "getMe",
            "switchTenant",
            "createTenant");
  }

  @TestFactory
  Stream<DynamicTest> aKeyWithoutTheScopeIsRefused() {
    return guarded().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      for (var lacking : lacking(operation)) {
                        var answer = operation.callAs(program(lacking)).expect(403);
                        assertThat(answer.text("/error/code")).isEqualTo("FORBIDDEN");
                        assertThat(answer.text("/error/details/0/code"))
                            .isEqualTo("INSUFFICIENT_SCOPE");
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aKeyWithJustTheScopeIsLetThrough() {
    return guarded().stream()
        .filter(operation -> !needed(operation).isEmpty())
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      var answer = operation.callAs(program(scopes(operation)));
                      assertThat(answer.status())
                          .as("%s", answer.body())
                          .isIn(200, 201, 202, 400, 404, 409, 422);
                    }));
  }

  /** The scope sets that must not do: all but one that is needed, or all where no scope helps. */
  private static List<Set<Scope>> lacking(Operation operation) {
    var needed = scopes(operation);
    return needed.isEmpty() ? List.of(ALL) : needed.stream().map(ScopesTest::allBut).toList();
  }

  private static Set<Scope> allBut(Scope missing) {
    return EnumSet.complementOf(EnumSet.of(missing));
  }

  private static List<Operation> guarded() {
    return Described.operations().stream()
        .filter(operation -> operation.tree().has("security"))
        .toList();
  }

  private static List<String> needed(Operation operation) {
    return StreamSupport.stream(operation.tree().path("x-scopes").spliterator(), false)
        .map(word -> word.asString())
        .toList();
  }

  private static Set<Scope> scopes(Operation operation) {
    return Arrays.stream(Scope.values())
        .filter(scope -> needed(operation).contains(scope.word()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
  }

  /** A program with those scopes, each in a business of its own so that no limit is met. */
  private Door.Person program(Set<Scope> scopes) {
    return programs.computeIfAbsent(
        scopes,
        wanted -> {
          var owner = door.owner();
          JdbcClient.create(TestDatabase.owner())
              .sql("update users set email_verified_at = now() where email = ?")
              .param(owner.email())
              .update();
          return owner.with(Programs.key(owner, wanted.toArray(Scope[]::new)));
        });
  }
}
