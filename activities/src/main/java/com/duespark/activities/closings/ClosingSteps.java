package com.duespark.activities.closings;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Erasing;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.closings.Closings;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.closings.ClosingActivities.Act;
import com.duespark.workflows.closings.ClosingActivities.Next;
import com.duespark.workflows.closings.ClosingWorkflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each step does, in one transaction; the database refuses what comes too early. */
@Component
@Transactional
class ClosingSteps {

  /** Rows of one transaction. */
  private static final int BATCH = 500;

  private final Closings closings;
  private final Erasing erasing;
  private final Audit audit;

  ClosingSteps(Closings closings, Erasing erasing, Audit audit) {
    this.closings = closings;
    this.erasing = erasing;
    this.audit = audit;
  }

  public Next look() {
    var closing = closings.current();
    if (!closing.isClosed() || closing.isErased()) {
      return new Next(Act.END, Duration.ZERO);
    }
    var left = closing.left(Instant.now());
    return left.isPositive() ? new Next(Act.WAIT, left) : new Next(Act.ERASE, Duration.ZERO);
  }

  /**
   * Deletes rows; when none is left, takes personal values out of the log.
   *
   * @return how many entries or rows; 0 when nothing is left
   */
  public int eraseSome() {
    int rows = closings.eraseRows(BATCH);
    return rows > 0 ? rows : erasing.anything(BATCH, trail());
  }

  /** Ends it; false when something came meanwhile. */
  public boolean finish() {
    if (closings.lock().isErased()) {
      return true;
    }
    if (eraseSome() > 0) {
      return false;
    }
    closings.erased();
    audit.record(trail(), "tenant.erased", "tenant", Tenant.id(), null, Map.of());
    return true;
  }

  private static Trail trail() {
    return Trail.system(ClosingWorkflow.workflowId(Tenant.id()));
  }
}
