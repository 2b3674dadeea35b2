package com.duespark.api.audit;

import com.duespark.domain.audit.AuditEntry;
import com.duespark.domain.audit.Words;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a line of RFC 4180. Programs for tables take a cell that begins like a formula for
 * one, and run it; such a cell gets an apostrophe in front, which they do not show.
 */
final class AuditCsv {

  static final String HEAD =
      "at,actor,actor_name,action,sentence,entity_type,entity_id,entity_name,before,after,"
          + "ip_address,request_id,workflow_id,id,place,block,sealed_at\r\n";

  private static final String FORMULAS = "=+-@\t\r\n＝＋－＠";

  private AuditCsv() {}

  static String line(AuditEntry entry) {
    var seal = entry.seal();
    return Arrays.asList(
            entry.createdAt(),
            entry.actor(),
            entry.actorName(),
            entry.action(),
            Words.of(entry),
            entry.entityType(),
            entry.entityId(),
            entry.entityName(),
            entry.before(),
            entry.after(),
            entry.ipAddress(),
            entry.requestId(),
            entry.workflowId(),
            entry.id(),
            seal == null ? null : seal.place(),
            seal == null ? null : seal.block(),
            seal == null ? null : seal.sealedAt())
        .stream()
        .map(AuditCsv::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    var text = value.toString();
    var first = text.stripLeading();
    boolean formula =
        Stream.of(text, first)
            .anyMatch(one -> !one.isEmpty() && FORMULAS.indexOf(one.charAt(0)) >= 0);
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
