package com.duespark.activities.retention;

import com.duespark.domain.audit.Dropping;
import com.duespark.domain.audit.Dropping.Month;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.retention.HeldContacts;
import com.duespark.domain.retention.Retention;
import com.duespark.domain.retention.Retention.Batch;
import com.duespark.domain.retention.RetentionSettings;
import com.duespark.domain.retention.Thing;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.retention.RetentionActivities;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes on until nothing is left, with a sign of life after each batch. */
@Component
class RetentionActivitiesImpl implements RetentionActivities {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionActivitiesImpl.class);

  /** Businesses or contacts of one question. */
  private static final int PAGE = 200;

  private final Retention retention;
  private final RetentionSettings settings;
  private final HeldContacts held;
  private final Dropping dropping;

  RetentionActivitiesImpl(
      Retention retention, RetentionSettings settings, HeldContacts held, Dropping dropping) {
    this.retention = retention;
    this.settings = settings;
    this.held = held;
    this.dropping = dropping;
  }

  @Override
  public LocalDate day() {
    return retention.day();
  }

  @Override
  public long remove(Round round) {
    var day = round.day();
    retention.note(day, round.thing(), 0, false); // one that fails is seen to have been begun
    long items =
        switch (round.thing()) {
          case MONTHS_AHEAD -> monthsAhead(day);
          case HELD_CONTACTS -> heldContacts(day);
          case ANALYTICS -> {
            batches(() -> retention.rows(day, Thing.ANALYTICS));
            yield batches(() -> retention.analyticsMonth(day));
          }
          case AUDIT_LOG -> auditLog(day);
          case WEBHOOK_PAYLOADS,
              WEBHOOK_EVENTS,
              MESSAGE_TEXTS,
              DELIVERY_EVENTS,
              ACCOUNT_MAILS,
              OUTBOX,
              IDEMPOTENCY_KEYS,
              RATE_WINDOWS,
              ACCOUNT_TOKENS,
              REFRESH_TOKENS,
              SESSIONS,
              INVITATIONS,
              PORTAL_LINKS,
              PRIVACY_COPIES,
              DELETED_DRAFTS,
              DELETED_CONTACTS,
              DELETED_SETTINGS,
              SETTLED_INVOICES ->
              batches(() -> retention.rows(day, round.thing()));
        };
    LOG.info("retention of {}: {} {}", day, round.thing(), items);
    return items;
  }

  private static long batches(Supplier<Batch> next) {
    Batch batch;
    do {
      batch = next.get();
      signOfLife();
    } while (batch.more());
    return batch.today();
  }

  private long monthsAhead(LocalDate day) {
    retention.monthsAhead();
    return retention.note(day, Thing.MONTHS_AHEAD, 0, true);
  }

  // ------------------------------------------------------------------ held for the law

  private long heldContacts(LocalDate day) {
    List<HeldContacts.Held> page;
    do {
      page = held.over(PAGE);
      for (var contact : page) {
        Tenant.call(contact.tenantId(), () -> held.remove(day, contact.contactId(), trail(day)));
        signOfLife();
      }
    } while (page.size() == PAGE);
    return retention.note(day, Thing.HELD_CONTACTS, 0, true);
  }

  // ------------------------------------------------------------------ the audit log

  /** Oldest first; a month that does not verify keeps all that are younger. */
  private long auditLog(LocalDate day) {
    for (var month : dropping.over(settings.kept(Thing.AUDIT_LOG))) {
      sign(month, day);
      var entries = dropping.drop(month, settings.kept(Thing.AUDIT_LOG));
      retention.note(day, Thing.AUDIT_LOG, entries.orElse(0L), false);
      signOfLife();
    }
    return retention.note(day, Thing.AUDIT_LOG, 0, true);
  }

  private void sign(Month month, LocalDate day) {
    List<UUID> page;
    do {
      page = dropping.unsigned(month, PAGE);
      for (var tenant : page) {
        if (!Tenant.call(tenant, () -> dropping.sign(month, trail(day)))) {
          LOG.error(
              "the audit log of {} in {} is not as it was sealed and is kept; audit verify says more",
              tenant,
              month.month());
          throw ApplicationFailure.newNonRetryableFailure(
              "The audit log of %s does not verify".formatted(month.month()), "AUDIT_DAMAGED");
        }
        signOfLife();
      }
    } while (page.size() == PAGE);
  }

  private static Trail trail(LocalDate day) {
    return Trail.system("retention/" + day);
  }

  private static void signOfLife() {
    Activity.getExecutionContext().heartbeat(null);
  }
}
