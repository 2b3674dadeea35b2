package com.duespark.worker.temporal;

import com.duespark.activities.reconcile.TemporalNamespace;
import com.duespark.domain.reconcile.OpenThings;
import com.duespark.workflows.reconcile.ReconcileWorkflow;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Sees that Temporal has forgotten everything: its namespace has another id than the one that was
 * reconciled last. Looks at the start and every few seconds, so it also sees a server that lost its
 * database while we run. Then search attributes and Schedules are made again, and reconcile is
 * asked for until it has gone through without a failure.
 */
@Component
@ConditionalOnExpression("'${duespark.role:all}' != 'api'")
class NamespaceWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(NamespaceWatch.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** Where something cannot be started, trying again at once would only keep the server busy. */
  private static final Duration ASK_EVERY = Duration.ofMinutes(1);

  private final TemporalNamespace namespace;
  private final TemporalSetup setup;
  private final OpenThings things;
  private final WorkflowClient client;
  private volatile @Nullable Thread loop;
  private String known = "";
  private String askedIn = "";
  private long askedAt;

  NamespaceWatch(
      TemporalNamespace namespace, TemporalSetup setup, OpenThings things, WorkflowClient client) {
    this.namespace = namespace;
    this.setup = setup;
    this.things = things;
    this.client = client;
  }

  private void run() {
    while (loop == Thread.currentThread()) {
      try {
        look();
      } catch (StatusRuntimeException | WorkflowServiceException | DataAccessException e) {
        LOG.debug("cannot look at the namespace: {}", e.toString());
      }
      try {
        Thread.sleep(LOOK_EVERY);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void look() {
    String id = namespace.id();
    if (id.equals(known)) {
      return;
    }
    setup.prepare(id);
    if (things.reconciledNamespace().equals(Optional.of(id))) {
      known = id;
    } else if (!id.equals(askedIn) || System.nanoTime() - askedAt > ASK_EVERY.toNanos()) {
      LOG.info("the Temporal namespace {} is new to us; reconciling", id);
      client.newUntypedWorkflowStub(ReconcileWorkflow.TYPE, ReconcileWorkflow.options()).start();
      askedIn = id;
      askedAt = System.nanoTime();
    }
  }

  @Override
  public void start() {
    var thread = Thread.ofVirtual().name("namespace-watch").unstarted(this::run);
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
