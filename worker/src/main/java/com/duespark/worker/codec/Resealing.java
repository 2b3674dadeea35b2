package com.duespark.worker.codec;

import com.duespark.domain.datakeys.DataKeys;
import com.duespark.domain.datakeys.MissingDataKey;
import com.duespark.domain.inbox.EventSeals;
import com.duespark.domain.payments.ConnectionSeals;
import com.duespark.domain.secrets.Secrets;
import com.duespark.domain.storage.StoredSeals;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * After the installation's key was changed, what the one before sealed is sealed with the new one
 * (SEC-02), and what was stored before anything was sealed is sealed at all: at the start, and
 * again every ten minutes, because a process that still runs with the one before may seal something
 * meanwhile. When nothing is left it costs a few questions.
 */
@Component
class Resealing implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

  private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

  private final DataKeys keys;
  private final ConnectionSeals connections;
  private final StoredSeals rows;
  private final EventSeals events;
  private final boolean isRotating;
  private volatile @Nullable Thread loop;

  Resealing(
      DataKeys keys,
      ConnectionSeals connections,
      StoredSeals rows,
      EventSeals events,
      Secrets secrets) {
    this.keys = keys;
    this.connections = connections;
    this.rows = rows;
    this.events = events;
    this.isRotating = secrets.encryptionPrevious() != null;
  }

  private void run() {
    while (loop == Thread.currentThread()) {
      try {
        seal();
      } catch (DataAccessException | TransactionException e) {
        LOG.warn("what is sealed with the key before waits: {}", e.toString());
      }
      try {
        Thread.sleep(LOOK_EVERY);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Seals what is left; the metric {@code duespark_sealed_otherwise} counts what cannot be. */
  void seal() {
    int accounts = connections.sealAgain();
    if (accounts > 0) {
      LOG.info("the keys of {} accounts at providers are sealed with the new key", accounts);
    }
    int stored = rows.sealAgain() + events.sealAgain();
    if (stored > 0) {
      LOG.info("{} rows and events are sealed with the key in use", stored);
    }
    try {
      int done = keys.sealAgain();
      if (done > 0) {
        LOG.info("{} data keys are sealed with the new key", done);
      }
    } catch (MissingDataKey e) {
      LOG.error("data keys cannot be sealed with the new key: {}", e.getMessage());
    }
  }

  @Override
  public void start() {
    if (isRotating) {
      LOG.info(
          "duespark.secret.encryption-previous is set; it can go when duespark_sealed_otherwise is 0 and every process has the new key");
    }
    var thread = Thread.ofVirtual().name("resealing").unstarted(this::run);
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
