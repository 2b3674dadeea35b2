package com.duespark.domain.retention;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Removes what is over, over all tenants, a batch to a transaction. */
@Repository
@Transactional
public class Retention {

  /**
   * What a batch did.
   *
   * @param more whether there may be more to do
   * @param today how many of this thing so far on this day
   */
  public record Batch(boolean more, long today) {}

  private final JdbcClient jdbc;
  private final RetentionSettings settings;

  Retention(JdbcClient jdbc, RetentionSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** The day in UTC. */
  public LocalDate day() {
    return jdbc.sql("select (now() at time zone 'UTC')::date").query(LocalDate.class).single();
  }

  /** One batch of things that lie in rows; those that another run has in hand are left to it. */
  public Batch rows(LocalDate day, Thing thing) {
    int done =
        jdbc.sql("select %s(?::interval, ?)".formatted(function(thing)))
            .params(settings.kept(thing).toString(), settings.batch())
            .query(Integer.class)
            .single();
    boolean more = done >= settings.batch() / 2;
    return new Batch(more, note(day, thing, done, !more));
  }

  private static String function(Thing thing) {
    return switch (thing) {
      case WEBHOOK_PAYLOADS -> "retain_webhook_payloads";
      case WEBHOOK_EVENTS -> "retain_webhooks";
      case MESSAGE_TEXTS -> "retain_message_texts";
      case DELIVERY_EVENTS -> "retain_delivery_events";
      case ACCOUNT_MAILS -> "retain_account_mails";
      case OUTBOX -> "retain_outbox";
      case IDEMPOTENCY_KEYS -> "retain_idempotency_keys";
      case RATE_WINDOWS -> "retain_rate_windows";
      case ACCOUNT_TOKENS -> "retain_account_tokens";
      case REFRESH_TOKENS -> "retain_refresh_tokens";
      case SESSIONS -> "retain_sessions";
      case INVITATIONS -> "retain_invitations";
      case PORTAL_LINKS -> "retain_portal_links";
      case PRIVACY_COPIES -> "retain_privacy_copies";
      case DELETED_DRAFTS -> "retain_deleted_drafts";
      case DELETED_CONTACTS -> "retain_deleted_contacts";
      case DELETED_SETTINGS -> "retain_deleted_settings";
      case SETTLED_INVOICES -> "retain_settled_invoices";
      case ANALYTICS -> "retain_stray_analytics";
      case MONTHS_AHEAD, HELD_CONTACTS, AUDIT_LOG ->
          throw new IllegalArgumentException(thing + " is not removed row by row");
    };
  }

  /** Makes the partitions of this month and the next two where they are missing (GEN-11). */
  public void monthsAhead() {
    for (int ahead = 0; ahead <= 2; ahead++) {
      jdbc.sql("call month_partitions((current_date + make_interval(months => ?))::date)")
          .param(ahead)
          .update();
    }
  }

  /** Drops the oldest month of product events that is over. */
  public Batch analyticsMonth(LocalDate day) {
    var events =
        jdbc.sql("select drop_analytics_month(?::interval) as events")
            .param(settings.kept(Thing.ANALYTICS).toString())
            .query((row, number) -> row.getObject("events", Long.class))
            .list()
            .getFirst();
    return events == null
        ? new Batch(false, note(day, Thing.ANALYTICS, 0, true))
        : new Batch(true, note(day, Thing.ANALYTICS, events, false));
  }

  /**
   * Adds to what a day's run did of a thing.
   *
   * @return how many it is now
   */
  public long note(LocalDate day, Thing thing, long more, boolean finished) {
    return jdbc.sql("select retention_note(?, ?, ?, ?)")
        .params(day, thing.name(), more, finished)
        .query(Long.class)
        .single();
  }
}
