package com.duespark.activities.exports;

import com.duespark.domain.exports.Exports;
import com.duespark.domain.exports.Snapshot;
import com.duespark.domain.exports.Snapshot.View;
import com.duespark.domain.secrets.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Writes an archive: reads in one long transaction, keeps each part in a short one of its own. A
 * moment cannot be gone back to, so whoever comes after somebody who died begins anew.
 */
@Component
class ArchiveWriting {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveWriting.class);

  private final Exports exports;
  private final Snapshot snapshot;
  private final Archive archive;
  private final ExportSteps steps;
  private final Sealed box;
  private final DataSize largest;
  private final TransactionTemplate apart;

  ArchiveWriting(
      Exports exports,
      Snapshot snapshot,
      Archive archive,
      ExportSteps steps,
      Sealed box,
      @Value("${duespark.exports.largest:4GB}") DataSize largest,
      PlatformTransactionManager transactions) {
    this.exports = exports;
    this.snapshot = snapshot;
    this.archive = archive;
    this.steps = steps;
    this.box = box;
    this.largest = largest;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Writes it, unless nobody wants it any more.
   *
   * @param signOfLife called at least with every thousandth row; ends the writing by throwing
   */
  void write(UUID id, Runnable signOfLife) {
    boolean withDocuments = exports.find(id).orElseThrow().documents();
    var begun = exports.begin(id);
    if (begun.isEmpty()) {
      return;
    }
    var attempt = new Attempt(id, begun.get(), signOfLife);
    try {
      snapshot.read(view -> attempt.write(view, withDocuments));
    } catch (Overtaken e) {
      LOG.info("export {} is written by another attempt, or by none", id);
    } catch (TooLarge e) {
      steps.tooLarge(id);
    }
  }

  private static final class Overtaken extends RuntimeException {}

  private static final class TooLarge extends RuntimeException {}

  private final class Attempt implements Progress {

    private static final long QUIET = Duration.ofSeconds(1).toNanos();

    private static final int ROWS_A_SIGN = 1_000;

    private final UUID id;
    private final UUID attempt;
    private final Runnable signOfLife;
    private long whole;
    private long done;
    private long unsaid;
    private long saidAt = System.nanoTime();

    Attempt(UUID id, UUID attempt, Runnable signOfLife) {
      this.id = id;
      this.attempt = attempt;
      this.signOfLife = signOfLife;
    }

    void write(View view, boolean withDocuments) {
      var parts = new Parts(this::keep);
      long rows;
      try {
        rows = archive.write(view, withDocuments, parts, this).rows();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      require(() -> steps.done(id, attempt, rows, parts.bytes()));
      LOG.info("export {} has {} rows in {} bytes", id, rows, parts.bytes());
    }

    private void keep(int part, byte[] content) {
      signOfLife.run();
      if ((long) part * Parts.SIZE >= largest.toBytes()) {
        throw new TooLarge();
      }
      require(() -> exports.keep(id, attempt, part, box.seal(content)));
    }

    @Override
    public void whole(long work) {
      whole = work;
    }

    @Override
    public void more(long work) {
      done += work;
      unsaid += work;
      if (unsaid >= ROWS_A_SIGN) {
        unsaid = 0;
        signOfLife.run();
        say();
      }
    }

    private void say() {
      if (System.nanoTime() - saidAt > QUIET) {
        saidAt = System.nanoTime();
        require(() -> exports.reached(id, attempt, (int) (99 * done / whole)));
      }
    }

    private void require(Supplier<Boolean> step) {
      boolean counts = Objects.requireNonNull(apart.execute(running -> step.get()));
      if (!counts) {
        throw new Overtaken();
      }
    }
  }
}
