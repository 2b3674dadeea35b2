package com.duespark.api.audit;

import com.duespark.domain.audit.AuditPages.Filter;
import com.duespark.domain.shared.Refused;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the log, checked. Days are the business's. Without an object of its own a
 * question spans at most {@value #MOST_DAYS} days, and without a first day the last so many.
 */
record AuditQuery(
    @Nullable String entityType,
    @Nullable UUID entityId,
    @Nullable String actor,
    @Nullable String action,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  static final int MOST_DAYS = 366;

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

  AuditQuery {
    requireWord("entity_type", entityType);
    requireWord("actor", actor);
    requireWord("action", action);
    if (from != null && to != null && to.isBefore(from)) {
      throw Refused.invalid("to", "RANGE", "The last day is before the first");
    }
  }

  private static void requireWord(String name, @Nullable String value) {
    if (value != null && !WORD.matcher(value).matches()) {
      throw Refused.invalid(name, "FORMAT", "Use a word as entries have it");
    }
  }

  Filter filter(LocalDate today, ZoneId zone) {
    var last = to == null || to.isAfter(today) ? today : to;
    var first = from;
    if (entityId == null) {
      var earliest = last.minusDays(MOST_DAYS - 1L);
      if (first == null) {
        first = earliest;
      } else if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
        throw Refused.invalid(
            "from",
            "RANGE",
            "Ask for at most %d days at once, or for one object by entity_id".formatted(MOST_DAYS));
      }
    }
    return new Filter(
        entityType,
        entityId,
        actor,
        action,
        first == null ? null : first.atStartOfDay(zone).toInstant(),
        to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
