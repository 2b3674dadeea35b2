package com.duespark.sandbox.rig;

import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.rig.Evidence.Accepted;
import com.duespark.sandbox.rig.Evidence.Kind;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the stand-in's log which mails it took for the businesses that are judged. */
final class AcceptedMails {
  private static final Pattern NUMBER = Pattern.compile("\\bINV-\\d+\\b");

  private AcceptedMails() {}

  static List<Accepted> in(Path log, Set<String> tenants) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("\"mail.accepted\""))
          .map(AcceptedMails::parse)
          .flatMap(Optional::stream)
          .map(fact -> accepted(Json.text(fact, "at", ""), Json.child(fact, "body")))
          .filter(mail -> tenants.contains(mail.tenant()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line that was cut off by a kill: its request was never answered, and the log goes on. */
  private static Optional<JsonObject> parse(String line) {
    try {
      return Optional.of(Json.parseObject(line));
    } catch (JsonParseException | IllegalStateException halfWritten) {
      return Optional.empty();
    }
  }

  private static Accepted accepted(String at, JsonObject mail) {
    JsonObject metadata = Json.child(mail, "metadata");
    String subject = Json.text(mail, "subject", "");
    Kind kind = kind(subject, Json.text(metadata, "contact_id"));
    String where = kind == Kind.REMINDER ? subject + "\n" + Json.text(mail, "text", "") : subject;
    return new Accepted(
        Instant.parse(at),
        kind,
        Json.text(metadata, "delivery_id", ""),
        Json.text(metadata, "tenant_id", ""),
        String.join(",", Json.texts(mail, "to")),
        NUMBER.matcher(where).results().map(MatchResult::group).distinct().toList());
  }

  private static Kind kind(String subject, @Nullable String contact) {
    if (contact != null) {
      return Kind.REMINDER;
    }
    return subject.startsWith("Receipt")
        ? Kind.RECEIPT
        : subject.startsWith("Paid") ? Kind.NOTICE : Kind.INVOICE;
  }
}
