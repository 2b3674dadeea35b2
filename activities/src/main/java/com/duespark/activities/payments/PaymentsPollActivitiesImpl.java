package com.duespark.activities.payments;

import com.duespark.activities.payments.PaymentPages.State;
import com.duespark.domain.payments.Connections;
import com.duespark.domain.payments.PaymentAttempts;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.payments.PaymentsPollActivities;
import io.temporal.activity.Activity;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks about open payment pages, oldest first; one that cannot be asked about does not stop the
 * rest.
 */
@Component
class PaymentsPollActivitiesImpl implements PaymentsPollActivities {

  private static final Logger LOG = LoggerFactory.getLogger(PaymentsPollActivitiesImpl.class);

  /** Pages asked about in one round; the provider's rate limit is far above (25 reads a second). */
  private static final int ROUND = 500;

  private final PaymentAttempts attempts;
  private final Connections connections;
  private final PaymentPages pages;
  private final SyntheticEvents events;
  private final int olderSeconds;

  PaymentsPollActivitiesImpl(
      PaymentAttempts attempts,
      Connections connections,
      PaymentPages pages,
      SyntheticEvents events,
      @Value("${duespark.payments.poll-after-seconds:60}") int olderSeconds) {
    this.attempts = attempts;
    this.connections = connections;
    this.pages = pages;
    this.events = events;
    this.olderSeconds = olderSeconds;
  }

  @Override
  public int poll() {
    int found = 0;
    for (var open : attempts.open(ROUND, olderSeconds)) {
      Activity.getExecutionContext().heartbeat(open.attemptId());
      try {
        found += Tenant.call(open.tenantId(), () -> ask(open.attemptId()));
      } catch (RuntimeException e) {
        LOG.warn("attempt {} could not be asked about: {}", open.attemptId(), e.toString());
      }
    }
    return found;
  }

  private int ask(UUID attemptId) {
    var attempt = attempts.find(attemptId).orElseThrow();
    var sessionId = attempt.sessionId();
    if (!attempt.isOpen() || sessionId == null) {
      return 0;
    }
    var seen = pages.look(connections.find(attempt.connectionId()).orElseThrow(), sessionId);
    return seen.state() != State.OPEN && events.store(attempt, seen) ? 1 : 0;
  }
}
