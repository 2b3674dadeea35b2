package com.duespark.api.shared;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.Described.Operation;
import com.duespark.domain.members.Role;
import com.duespark.domain.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may call what (RBC-21): {@code docs/roles.md} is the table, and here every endpoint is called
 * in every role. After a wanted change run it once with {@code -Dopenapi.write=true}.
 */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {

  private static final Path TABLE = Path.of("..", "docs", "roles.md");
  private static final String BEGIN = "<!-- roles -->\n";
  private static final String END = "<!-- end -->";

  /** Calls before somebody else takes over: a person is limited per minute (RAT-01). */
  private static final int CALLS = 60;

  @Autowired Door door;

  private final Map<Role, Caller> callers = new EnumMap<>(Role.class);

  /** People of one role, in businesses of their own. */
  private final class Caller {

    private final Role role;
    private int calls;
    private Door.Person person;

    Caller(Role role) {
      this.role = role;
      this.person = join();
    }

    private Door.Person join() {
      var owner = door.owner();
      return role == Role.OWNER ? owner : door.member(owner, role.name());
    }

    Door.Answer call(Operation operation) {
      if (++calls % CALLS == 0) {
        person = join();
      }
      return operation.callAs(person);
    }
  }

  @BeforeAll
  void join() {
    Arrays.stream(Role.values()).forEach(role -> callers.put(role, new Caller(role)));
  }

  @Test
  void everyEndpointIsOpenToWhomTheTableSaysAndToNobodyElse() throws IOException {
    var rows =
        ofMembers()
            .sorted(comparing(Operation::path).thenComparing(Operation::method))
            .map(this::row)
            .collect(Collectors.joining());
    var head = "| endpoint | %s |\n|---|%s|\n".formatted(names(), dashes());
    var text = Files.readString(TABLE);
    var found = text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));

    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(TABLE, text.replace(BEGIN + found, BEGIN + head + rows));
    } else {
      assertThat(head + rows).isEqualTo(found);
    }
    System.out.printf(
        "%d endpoints x %d roles called%n", ofMembers().count(), Role.values().length);
  }

  @Test
  void theDescriptionNamesTheLeastRoleThatIsLetIn() {
    assertThat(ofMembers())
        .allSatisfy(
            operation ->
                assertThat(leastOf(operation))
                    .as(operation.id())
                    .isEqualTo(operation.tree().path("x-role").asString()));
  }

  /** RET-07; one whose days are over is not opened again by asking. */
  @Test
  void whileTheBusinessIsClosedItsOwnerAloneIsLetInWhereItIsSaid() {
    var owner = door.verifiedOwner();
    var owners = List.of(owner, door.member(owner, "OWNER"));
    var admins = List.of(door.member(owner, "ADMIN"), door.member(owner, "ADMIN"));
    JdbcClient.create(TestDatabase.owner())
        .sql(
            """
            update tenants set status = 'CLOSED', closed_at = now() - interval '61 days'
            where id = ?
            """)
        .param(owner.tenantId())
        .update();

    assertThat(letInWhileClosed(owners))
        .containsExactlyInAnyOrder(
            "getTenant",
            "reopenTenant",
            "listExports",
            "createExport",
            "getExport",
            "cancelExport");
    assertThat(letInWhileClosed(admins)).isEmpty();
  }

  /** They take turns: a person is limited per minute (RAT-01). */
  private static List<String> letInWhileClosed(List<Door.Person> persons) {
    var calls = new AtomicInteger();
    return ofMembers()
        .filter(
            operation -> {
              var person = persons.get(calls.getAndIncrement() % persons.size());
              var answer = operation.callAs(person);
              return !answer.text("/error/details/0/code").equals("BUSINESS_CLOSED");
            })
        .map(Operation::id)
        .toList();
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    var stranger = door.stranger();

    assertThat(guarded())
        .allSatisfy(
            operation ->
                assertThat(operation.callAs(stranger).status()).as(operation.id()).isEqualTo(401));
  }

  private static Stream<Operation> guarded() {
    return Described.operations().stream().filter(operation -> operation.tree().has("security"));
  }

  /** What is asked in the name of a business; the rest is everybody's own. */
  private static Stream<Operation> ofMembers() {
    return guarded().filter(operation -> operation.tree().has("x-role"));
  }

  private String row(Operation operation) {
    var cells =
        columns()
            .map(role -> letsIn(operation, role) ? "yes" : "")
            .collect(Collectors.joining(" | "));
    return "| `%s %s` | %s |\n".formatted(operation.method(), operation.path(), cells);
  }

  private String leastOf(Operation operation) {
    return Stream.of(Role.values())
        .filter(role -> letsIn(operation, role))
        .findFirst()
        .map(Role::name)
        .orElse("");
  }

  private boolean letsIn(Operation operation, Role role) {
    var answer = Objects.requireNonNull(callers.get(role)).call(operation);
    assertThat(answer.status()).as(operation.id()).isNotIn(401, 429, 500);
    return !answer.text("/error/details/0/code").equals("ROLE_REQUIRED");
  }

  private static Stream<Role> columns() {
    return Stream.of(Role.OWNER, Role.ADMIN, Role.STAFF, Role.AGENT, Role.VIEWER);
  }

  private static String names() {
    return columns().map(Role::name).collect(Collectors.joining(" | "));
  }

  private static String dashes() {
    return columns().map(role -> "---").collect(Collectors.joining("|"));
  }
}
