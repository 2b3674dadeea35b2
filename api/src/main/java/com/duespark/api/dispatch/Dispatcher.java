package com.duespark.api.dispatch;

import com.duespark.domain.commands.Commands;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.inbox.OutboxMessage;
import com.duespark.domain.inbox.WebhookEvent;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.shared.CommandRef;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Dispatches what is waiting: events, messages that start workflows, commands that nobody
 * delivered. Whoever stores a row nudges; every half second the net is drawn in anyway. All
 * instances do it; rows are claimed, so each is handled by one.
 */
@Component
public class Dispatcher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private static final int BATCH = 50;
  private static final long SWEEP_MILLIS = 500;
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** A command is left to the request that waits for it for this long. */
  private static final int QUIET_SECONDS = 10;

  private final Inbox inbox;
  private final Commands commands;
  private final WebhookDispatch payments;
  private final MailDispatch mails;
  private final ClerkDispatch clerk;
  private final OutboxDispatch outbox;
  private final EntityWorkflows workflows;
  private final ObservationRegistry observations;
  private final Semaphore nudges = new Semaphore(0);
  private volatile @Nullable Thread loop;

  Dispatcher(
      Inbox inbox,
      Commands commands,
      WebhookDispatch payments,
      MailDispatch mails,
      ClerkDispatch clerk,
      OutboxDispatch outbox,
      EntityWorkflows workflows,
      ObservationRegistry observations) {
    this.inbox = inbox;
    this.commands = commands;
    this.payments = payments;
    this.mails = mails;
    this.clerk = clerk;
    this.outbox = outbox;
    this.workflows = workflows;
    this.observations = observations;
  }

  /** Something was stored here and is committed: look now rather than at the next sweep. */
  @TransactionalEventListener(fallbackExecution = true)
  void stored(Inbox.Stored event) {
    nudges.release();
  }

  private void run() {
    while (loop == Thread.currentThread()) {
      try {
        sweep();
        if (nudges.tryAcquire(SWEEP_MILLIS, TimeUnit.MILLISECONDS)) {
          nudges.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("dispatch paused: {}", e.toString());
        nap();
      }
    }
  }

  /** PostgreSQL or Temporal is away; both come back. */
  private void nap() {
    try {
      Thread.sleep(SWEEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweep() {
    for (var event : inbox.claimWebhooks(BATCH, LEASE)) {
      watched("webhook", event.id(), event.tenantId(), () -> dispatch(event));
    }
    for (OutboxMessage message : inbox.claimOutbox(BATCH, LEASE)) {
      watched("outbox", message.id(), null, () -> outbox.dispatch(message));
    }
    for (var stale : commands.stale(BATCH, QUIET_SECONDS)) {
      watched("command", stale.commandId(), stale.tenantId(), () -> deliver(stale));
    }
  }

  private void dispatch(WebhookEvent event) {
    switch (event.provider()) {
      case "stripe" -> payments.dispatch(event);
      case "clerk" -> clerk.dispatch(event);
      default -> mails.dispatch(event);
    }
  }

  /** Timed, traced, and named in every log line meanwhile. */
  private void watched(String kind, UUID id, @Nullable UUID tenantId, Runnable dispatch) {
    MDC.put("entity_id", id.toString());
    if (tenantId != null) {
      MDC.put("tenant_id", tenantId.toString());
    }
    try {
      Observation.createNotStarted("duespark_dispatch", observations)
          .contextualName("dispatch " + kind)
          .lowCardinalityKeyValue("kind", kind)
          .highCardinalityKeyValue("entity_id", id.toString())
          .observe(dispatch);
    } finally {
      MDC.clear();
    }
  }

  /** In order of arrival; when Temporal is away the first failure ends the round. */
  private void deliver(Commands.Stale stale) {
    Tenant.run(stale.tenantId(), () -> commands.dispatched(stale.commandId()));
    workflows.hand(
        new CommandRef(stale.tenantId(), stale.commandId()), stale.entityId(), stale.kind());
  }

  @Override
  public void start() {
    var thread = Thread.ofVirtual().name("dispatcher").unstarted(this::run);
    loop = thread;
    thread.start();
  }

  @Override
  public void stop() {
    var running = loop;
    loop = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return loop != null;
  }
}
