package com.duespark.activities.reconcile;

import com.duespark.domain.reconcile.OpenThings;
import com.duespark.workflows.accounts.AccountMailWorkflow.AccountMail;
import com.duespark.workflows.closings.ClosingWorkflow.ClosingRef;
import com.duespark.workflows.exports.ExportWorkflow.ExportRef;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.payments.ConnectStripeWorkflow.ConnectionRef;
import com.duespark.workflows.privacy.PrivacyWorkflow.PrivacyRef;
import com.duespark.workflows.reconcile.ReconcileActivities;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Reconciled;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Thing;
import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.testclock.TestClockWorkflow.BusinessRef;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes through all open things, a page at a time, a few starts at once. */
@Component
class ReconcileActivitiesImpl implements ReconcileActivities {

  private static final Logger LOG = LoggerFactory.getLogger(ReconcileActivitiesImpl.class);

  private static final int PAGE = 200;

  /** An event is booked within seconds of being told, unless its provider does not answer. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  private final OpenThings things;
  private final Starter starter;
  private final Crowd crowd;
  private final TemporalNamespace namespace;

  ReconcileActivitiesImpl(
      OpenThings things, Starter starter, Crowd crowd, TemporalNamespace namespace) {
    this.things = things;
    this.starter = starter;
    this.crowd = crowd;
    this.namespace = namespace;
  }

  @Override
  public Reconciled start() {
    var context = Activity.getExecutionContext();
    var round = context.getHeartbeatDetails(Round.class).orElseGet(() -> Round.in(namespace.id()));
    for (var thing : Thing.values()) {
      round = walk(thing, round, context);
    }
    var reconciled = round.end(things.tellAgain(isKnown(round) ? QUIET : Duration.ZERO));
    LOG.info("reconciled {}", reconciled);
    if (!round.hasFailures() && round.namespaceId().equals(namespace.id())) {
      things.reconciled(round.namespaceId());
    }
    return reconciled;
  }

  /** In a new namespace nobody is about to book what was told in the old one. */
  private boolean isKnown(Round round) {
    return things.reconciledNamespace().equals(Optional.of(round.namespaceId()));
  }

  private Round walk(Thing thing, Round begun, ActivityExecutionContext context) {
    var round = begun;
    List<Start> page;
    do {
      page = page(thing, round.last().getOrDefault(thing, OpenThings.BEGINNING));
      if (!page.isEmpty()) {
        var here = round;
        crowd.awaitRoom(() -> context.heartbeat(here));
        var count = starter.startAll(page, () -> context.heartbeat(here));
        round = round.after(thing, page.getLast().id(), count);
        context.heartbeat(round);
      }
    } while (page.size() == PAGE);
    return round;
  }

  private List<Start> page(Thing thing, UUID after) {
    return switch (thing) {
      case INVOICES ->
          things.invoices(after, PAGE).stream()
              .map(open -> Start.of(new InvoiceRef(open.tenantId(), open.id())))
              .toList();
      case CADENCES ->
          things.contacts(after, PAGE).stream()
              .map(open -> Start.of(new CadenceRef(open.tenantId(), open.id())))
              .toList();
      case CONNECTIONS ->
          things.connections(after, PAGE).stream()
              .map(open -> Start.of(new ConnectionRef(open.tenantId(), open.id())))
              .toList();
      case ACCOUNT_MAILS ->
          things.accountMails(after, PAGE).stream()
              .map(id -> Start.of(new AccountMail(id)))
              .toList();
      case TEST_CLOCKS ->
          things.testClocks(after, PAGE).stream().map(id -> Start.of(new BusinessRef(id))).toList();
      case PRIVACY_REQUESTS ->
          things.privacyRequests(after, PAGE).stream()
              .map(open -> Start.of(new PrivacyRef(open.tenantId(), open.id())))
              .toList();
      case EXPORTS ->
          things.exports(after, PAGE).stream()
              .map(open -> Start.of(new ExportRef(open.tenantId(), open.id())))
              .toList();
      case CLOSINGS ->
          things.closings(after, PAGE).stream().map(id -> Start.of(new ClosingRef(id))).toList();
    };
  }
}
