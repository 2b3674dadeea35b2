package com.duespark.workflows.retention;

import static com.duespark.domain.retention.Thing.ACCOUNT_MAILS;
import static com.duespark.domain.retention.Thing.ACCOUNT_TOKENS;
import static com.duespark.domain.retention.Thing.ANALYTICS;
import static com.duespark.domain.retention.Thing.AUDIT_LOG;
import static com.duespark.domain.retention.Thing.DELETED_CONTACTS;
import static com.duespark.domain.retention.Thing.DELETED_DRAFTS;
import static com.duespark.domain.retention.Thing.DELETED_SETTINGS;
import static com.duespark.domain.retention.Thing.DELIVERY_EVENTS;
import static com.duespark.domain.retention.Thing.HELD_CONTACTS;
import static com.duespark.domain.retention.Thing.IDEMPOTENCY_KEYS;
import static com.duespark.domain.retention.Thing.INVITATIONS;
import static com.duespark.domain.retention.Thing.MESSAGE_TEXTS;
import static com.duespark.domain.retention.Thing.MONTHS_AHEAD;
import static com.duespark.domain.retention.Thing.OUTBOX;
import static com.duespark.domain.retention.Thing.PORTAL_LINKS;
import static com.duespark.domain.retention.Thing.PRIVACY_COPIES;
import static com.duespark.domain.retention.Thing.RATE_WINDOWS;
import static com.duespark.domain.retention.Thing.REFRESH_TOKENS;
import static com.duespark.domain.retention.Thing.SESSIONS;
import static com.duespark.domain.retention.Thing.SETTLED_INVOICES;
import static com.duespark.domain.retention.Thing.WEBHOOK_EVENTS;
import static com.duespark.domain.retention.Thing.WEBHOOK_PAYLOADS;

import com.duespark.domain.retention.Thing;
import com.duespark.workflows.retention.RetentionActivities.Round;
import com.duespark.workflows.shared.Patience;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A day's round, thing by thing; one that fails does not keep the others. */
public class RetentionWorkflowImpl implements RetentionWorkflow {

  private final RetentionActivities retention =
      Workflow.newActivityStub(
          RetentionActivities.class,
          Patience.nightly("Remove what is over"),
          Map.of("Retention_Day", Patience.database(TaskQueues.BULK, "Which day it is")));

  private final Map<Thing, Long> items = new EnumMap<>(Thing.class);
  private final List<Thing> failed = new ArrayList<>();

  @Override
  public Removed run() {
    var day = retention.day();
    makeRoomForTheMonthsAhead(day);
    forgetWhatWasSaid(day);
    forgetThatItWasSaid(day);
    throwAwayWhatExpired(day);
    removeWhatPeopleDeleted(day);
    removeWhatLawHeld(day);
    dropOldMonths(day);
    archiveWhatIsSettled(day);
    return tell(new Removed(day, items));
  }

  private void makeRoomForTheMonthsAhead(LocalDate day) {
    each(day, MONTHS_AHEAD);
  }

  private void forgetWhatWasSaid(LocalDate day) {
    each(day, WEBHOOK_PAYLOADS, MESSAGE_TEXTS);
  }

  private void forgetThatItWasSaid(LocalDate day) {
    each(day, WEBHOOK_EVENTS, DELIVERY_EVENTS, ACCOUNT_MAILS);
  }

  /** Sessions after the tokens that they live by. */
  private void throwAwayWhatExpired(LocalDate day) {
    each(
        day,
        OUTBOX,
        IDEMPOTENCY_KEYS,
        RATE_WINDOWS,
        ACCOUNT_TOKENS,
        REFRESH_TOKENS,
        SESSIONS,
        INVITATIONS,
        PORTAL_LINKS,
        PRIVACY_COPIES);
  }

  /** Contacts after the drafts that point to them, policies after both. */
  private void removeWhatPeopleDeleted(LocalDate day) {
    each(day, DELETED_DRAFTS, DELETED_CONTACTS, DELETED_SETTINGS);
  }

  private void removeWhatLawHeld(LocalDate day) {
    each(day, HELD_CONTACTS);
  }

  private void dropOldMonths(LocalDate day) {
    each(day, ANALYTICS, AUDIT_LOG);
  }

  /** Since V033; a round that began before goes without. */
  private void archiveWhatIsSettled(LocalDate day) {
    if (Workflow.getVersion("archive", Workflow.DEFAULT_VERSION, 1) >= 1) {
      each(day, SETTLED_INVOICES);
    }
  }

  private void each(LocalDate day, Thing... things) {
    for (var thing : things) {
      try {
        items.put(thing, retention.remove(new Round(day, thing)));
      } catch (ActivityFailure failure) {
        if (failure.getCause() instanceof CanceledFailure) {
          throw failure;
        }
        failed.add(thing);
      }
    }
  }

  private Removed tell(Removed removed) {
    Workflow.setCurrentDetails(removed.toString());
    if (!failed.isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "Not done on %s: %s. Done: %s".formatted(removed.day(), failed, removed.items()),
          "RETENTION_INCOMPLETE");
    }
    return removed;
  }
}
