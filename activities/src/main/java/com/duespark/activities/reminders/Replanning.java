package com.duespark.activities.reminders;

import com.duespark.domain.privacy.PrivacyOutbox;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.shared.Tenant;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Plans a customer anew as soon as a change of what they owe is committed. Their workflow hears of
 * it only when it has to act sooner than it would by itself, or when it is done.
 *
 * <p>The message to the workflow is stored with the change and kept back meanwhile. Whoever dies
 * here leaves it to the dispatcher, as if nothing had been planned. An erasure that waits for the
 * customer to owe nothing hears of the change as well.
 */
@Component
public class Replanning implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Replanning.class);

  /** A hundred times what a plan takes. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  private static final int AT_ONCE = 4;

  private final CadenceOutbox cadences;
  private final CadenceSteps steps;
  private final PrivacyOutbox privacy;
  private final ExecutorService planners =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("replanning-", 0).factory());

  Replanning(CadenceOutbox cadences, CadenceSteps steps, PrivacyOutbox privacy) {
    this.cadences = cadences;
    this.steps = steps;
    this.privacy = privacy;
  }

  /** An invoice of the customer is open. */
  public void track(UUID contactId) {
    planAfter(contactId, CadenceOutbox.TRACK);
  }

  /** A payment, a due date. */
  public void changed(UUID contactId) {
    planAfter(contactId, CadenceOutbox.CHANGED);
  }

  private void planAfter(UUID contactId, String signal) {
    var tenant = Tenant.id();
    privacy.owesLess(contactId);
    var message = cadences.keep(contactId, signal, LEASE);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            plan(tenant, contactId, message);
          }
        });
  }

  private void plan(UUID tenant, UUID contactId, UUID message) {
    try {
      planners.execute(() -> Tenant.run(tenant, () -> follow(contactId, message)));
    } catch (RejectedExecutionException e) {
      LOG.debug("message {} is left to the dispatcher: the program ends", message);
    }
  }

  private void follow(UUID contactId, UUID message) {
    try {
      steps.follow(contactId, message);
    } catch (RuntimeException e) {
      LOG.warn("message {} is left to the dispatcher: {}", message, e.toString());
    }
  }

  @Override
  public void destroy() {
    planners.close();
  }
}
