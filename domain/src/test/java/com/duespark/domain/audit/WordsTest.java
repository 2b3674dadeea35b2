package com.duespark.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private static final Pattern ACT =
      Pattern.compile(
          "(?:audit|accounts)\\s*\\.record(?:By)?\\(\\s*(?:trail\\([^)]*\\)|Trail[^,]*|\\w+),\\s*\"([a-z_.]+)\",");

  @Test
  void everyActThatTheProgramWritesHasASentence() throws IOException {
    Set<String> acts = new TreeSet<>();
    for (var room : Set.of("domain", "activities", "api")) {
      try (var files = Files.walk(Path.of("..", room, "src", "main", "java"))) {
        for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          ACT.matcher(Files.readString(file)).results().forEach(act -> acts.add(act.group(1)));
        }
      }
    }

    assertThat(acts)
        .contains("contact.created", "auth.signed_in", "auth.identity_linked", "payment.failed");
    assertThat(acts).allMatch(Words::knows);
  }

  @ParameterizedTest
  @CsvSource({
    "system, , Duespark",
    "portal, , The customer",
    "provider:stripe, , Stripe",
    "bot, , The bot",
    "terminal, , Whoever runs the installation",
    "api_key:019a0000-0000-7000-8000-000000000001, Web shop, Web shop",
    "api_key:019a0000-0000-7000-8000-000000000001, , A key",
    "019a0000-0000-7000-8000-000000000001, Njeri, Njeri",
    "019a0000-0000-7000-8000-000000000001, , Somebody who is gone"
  })
  void anActorHasAName(String actor, @Nullable String name, String words) {
    assertThat(Words.who(actor, name)).isEqualTo(words);
  }

  @Test
  void oneFieldIsToldFromWhatToWhat() {
    var entry =
        entry("invoice.updated", "{\"dueDate\":\"2026-12-01\"}", "{\"dueDate\":\"2026-12-08\"}");

    assertThat(Words.of(entry))
        .isEqualTo("Njeri changed the due date of INV-0007 from 2026-12-01 to 2026-12-08");
  }

  @Test
  void severalFieldsAreCountedAndAnUnknownActIsSaidAsItIs() {
    var both =
        entry(
            "invoice.updated",
            "{\"notes\":null,\"terms\":\"A\"}",
            "{\"notes\":\"N\",\"terms\":\"B\"}");

    assertThat(Words.of(both)).isEqualTo("Njeri changed 2 fields of INV-0007");
    assertThat(Words.of(entry("quote.approved", null, null))).isEqualTo("Njeri: quote approved");
  }

  @Test
  void changesAreLeavesWithoutWhatChangesAnyway() {
    var changes =
        Change.of(
            "{\"version\":1,\"settings\":{\"company\":{\"phone\":\"1\"}},\"tags\":[\"a\"]}",
            "{\"version\":2,\"settings\":{\"company\":{\"phone\":\"2\"}},\"tags\":[\"a\",\"b\"]}");

    assertThat(changes)
        .containsExactly(
            new Change("settings.company.phone", "1", "2", false),
            new Change("tags", "a", "a, b", false));
    assertThat(Change.of(null, "{\"email\":{\"erased\":\"" + "0".repeat(64) + "\"}}"))
        .containsExactly(new Change("email", null, null, true));
  }

  private static AuditEntry entry(String action, @Nullable String before, @Nullable String after) {
    return new AuditEntry(
        new UUID(0, 1),
        Instant.EPOCH,
        Log.NJERI.actor(),
        "Njeri",
        action,
        "invoice",
        null,
        "INV-0007",
        before,
        after,
        null,
        null,
        null,
        null);
  }
}
