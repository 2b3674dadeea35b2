package com.duespark.worker.audit;

import com.duespark.domain.audit.Sealing;
import com.duespark.domain.shared.Tenant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Seals what was written to the audit log, every five seconds (AUD-04). Every worker does it; a
 * business is sealed by one at a time. When nothing waits it asks one question and rests.
 */
@Component
@ConditionalOnExpression("'${duespark.role:all}' != 'api'")
class AuditSealer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);

  private static final Duration SEAL_EVERY = Duration.ofSeconds(5);

  /** Businesses of one question; with more waiting it is asked again at once. */
  private static final int BUSINESSES = 500;

  private final Sealing sealing;
  private final Counter sealed;
  private volatile @Nullable Thread loop;

  AuditSealer(Sealing sealing, MeterRegistry meters) {
    this.sealing = sealing;
    sealed = meters.counter("duespark_audit_entries_sealed");
  }

  private void run() {
    while (loop == Thread.currentThread()) {
      try {
        round();
      } catch (DataAccessException | TransactionException e) {
        LOG.warn("the audit log waits for its seal: {}", e.toString());
      }
      try {
        Thread.sleep(SEAL_EVERY);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void round() {
    boolean more = true;
    while (more && loop == Thread.currentThread()) {
      var waiting = sealing.waiting(BUSINESSES);
      long entries = waiting.stream().mapToLong(this::seal).sum();
      more = entries > 0 && waiting.size() == BUSINESSES;
    }
  }

  /** One business's trouble is not the others'. */
  private long seal(UUID tenantId) {
    long entries = 0;
    try {
      int block;
      do {
        block = Tenant.call(tenantId, sealing::seal);
        entries += block;
      } while (block == Sealing.BLOCK && loop == Thread.currentThread());
    } catch (DataAccessException | IllegalStateException e) {
      LOG.error("the audit log of {} cannot be sealed", tenantId, e);
    }
    sealed.increment((double) entries);
    return entries;
  }

  @Override
  public void start() {
    var thread = Thread.ofVirtual().name("audit-sealer").unstarted(this::run);
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
