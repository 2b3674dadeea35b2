package com.duespark.activities.exports;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.exports.Export;
import com.duespark.domain.exports.ExportFailure;
import com.duespark.domain.exports.Exports;
import com.duespark.domain.notifications.Notifications;
import com.duespark.workflows.exports.ExportActivities.Act;
import com.duespark.workflows.exports.ExportActivities.Next;
import com.duespark.workflows.exports.ExportWorkflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each step notes, in one transaction; a step that finds its work done, or taken back, does
 * nothing.
 */
@Component
@Transactional
class ExportSteps {

  private final Exports exports;
  private final Notifications notifications;
  private final Audit audit;
  private final ProductEvents events;

  ExportSteps(Exports exports, Notifications notifications, Audit audit, ProductEvents events) {
    this.exports = exports;
    this.notifications = notifications;
    this.audit = audit;
    this.events = events;
  }

  public Next look(UUID id) {
    var export = exports.find(id).orElseThrow();
    return switch (export.status()) {
      case QUEUED, RUNNING -> new Next(Act.WRITE, Duration.ZERO);
      case READY -> whileReady(export);
      case FAILED, EXPIRED -> new Next(Act.END, Duration.ZERO);
    };
  }

  private static Next whileReady(Export export) {
    var left = Duration.between(Instant.now(), Objects.requireNonNull(export.readyUntil()));
    return left.isPositive() ? new Next(Act.WAIT, left) : new Next(Act.EXPIRE, Duration.ZERO);
  }

  /**
   * The archive of an attempt is whole.
   *
   * @return false when another attempt counts, or none
   */
  public boolean done(UUID id, UUID attempt, long rows, long bytes) {
    if (!exports.done(id, attempt, rows, bytes)) {
      return false;
    }
    record(id, "export.completed", Map.of("rows", rows, "bytes", bytes));
    tell(id, "export.ready", "The export is ready and can be fetched for seven days");
    return true;
  }

  public void giveUp(UUID id) {
    fail(
        id,
        ExportFailure.BROKEN,
        "The export could not be made; try again, or ask whoever runs Duespark");
  }

  public void tooLarge(UUID id) {
    fail(
        id,
        ExportFailure.TOO_LARGE,
        "The export is larger than an archive may be; leave the PDFs out");
  }

  private void fail(UUID id, ExportFailure failure, String words) {
    if (lock(id).status().isUnderWay()) {
      exports.fail(id, failure);
      record(id, "export.failed", Map.of("failure", failure));
      tell(id, "export.failed", words);
    }
  }

  public void expire(UUID id) {
    if (!lock(id).isReady(Instant.now()) && exports.expire(id)) {
      audit.record(trail(id), "export.expired", "export", id, null, Map.of());
    }
  }

  private Export lock(UUID id) {
    return exports.lock(id).orElseThrow();
  }

  private void tell(UUID id, String what, String words) {
    notifications.tell(lock(id).requestedBy(), what, words, "export", id);
  }

  private void record(UUID id, String what, Map<String, ?> facts) {
    audit.record(trail(id), what, "export", id, null, facts);
    events.record(trail(id), what, Map.of("export_id", id));
  }

  private static Trail trail(UUID id) {
    return Trail.system(ExportWorkflow.workflowId(id));
  }
}
