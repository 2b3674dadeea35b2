package com.duespark.domain.retention;

import com.duespark.domain.privacy.Erasure;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code duespark.retention.*}: how long things are kept (spec RET). Each has a floor,
 * which the database holds too.
 *
 * @param payloads what providers told word for word, and the texts of messages (RET-02)
 * @param events that something was told or sent, after its words are gone (RET-02)
 * @param analytics product events, by whole months (RET-01)
 * @param auditLog by whole months (RET-04)
 * @param idempotencyKeys answers kept for repeated requests (RET-06)
 * @param tokens after they expired: links, invitations, sign-ins
 * @param deleted what people deleted, unless money refers to it (RET-05)
 * @param settled invoices that are paid, void or written off, before they are archived (RET-03)
 * @param batch rows of one transaction
 */
@ConfigurationProperties("duespark.retention")
public record RetentionSettings(
    @DefaultValue("90d") Period payloads,
    @DefaultValue("12m") Period events,
    @DefaultValue("13m") Period analytics,
    @DefaultValue("7y") Period auditLog,
    @DefaultValue("7d") Period idempotencyKeys,
    @DefaultValue("30d") Period tokens,
    @DefaultValue("90d") Period deleted,
    @DefaultValue("24m") Period settled,
    @DefaultValue("500") int batch) {

  /** What was handed over to Temporal is of use only to whoever looks for a fault. */
  private static final Period OUTBOX = Period.ofDays(7);

  /** No limit counts over a longer time. */
  private static final Period RATE_WINDOWS = Period.ofDays(1);

  /** Periods are compared from days after which a year is long, and a month short. */
  private static final List<LocalDate> RULERS =
      List.of(LocalDate.of(2024, 1, 1), LocalDate.of(2023, 2, 1));

  public RetentionSettings {
    require(payloads, Period.ofDays(30), "payloads");
    require(events, Period.ofDays(90), "events");
    require(analytics, Period.ofDays(90), "analytics");
    require(auditLog, Period.ofYears(1), "audit-log");
    require(idempotencyKeys, Period.ofDays(1), "idempotency-keys");
    require(tokens, Period.ofDays(1), "tokens");
    require(deleted, Period.ofDays(30), "deleted");
    require(settled, Period.ofYears(1), "settled");
    if (batch < 2 || batch > 10_000) {
      throw new IllegalArgumentException("duespark.retention.batch is between 2 and 10000");
    }
  }

  private static void require(Period kept, Period floor, String name) {
    if (RULERS.stream().anyMatch(day -> day.plus(kept).isBefore(day.plus(floor)))) {
      throw new IllegalArgumentException(
          "duespark.retention.%s is %s and must be at least %s".formatted(name, kept, floor));
    }
  }

  /** How long a thing is kept, from the moment that its table tells. */
  public Period kept(Thing thing) {
    return switch (thing) {
      case WEBHOOK_PAYLOADS, MESSAGE_TEXTS -> payloads;
      case WEBHOOK_EVENTS, DELIVERY_EVENTS, ACCOUNT_MAILS -> events;
      case OUTBOX -> OUTBOX;
      case IDEMPOTENCY_KEYS -> idempotencyKeys;
      case RATE_WINDOWS -> RATE_WINDOWS;
      case ACCOUNT_TOKENS, REFRESH_TOKENS, SESSIONS, INVITATIONS, PORTAL_LINKS -> tokens;
      case DELETED_DRAFTS, DELETED_CONTACTS, DELETED_SETTINGS -> deleted;
      case SETTLED_INVOICES -> settled;
      case HELD_CONTACTS -> Period.ofYears(Erasure.YEARS_HELD);
      case ANALYTICS -> analytics;
      case AUDIT_LOG -> auditLog;
      case MONTHS_AHEAD, PRIVACY_COPIES -> Period.ZERO;
    };
  }
}
