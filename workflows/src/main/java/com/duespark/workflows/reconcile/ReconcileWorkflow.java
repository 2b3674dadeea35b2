package com.duespark.workflows.reconcile;

import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;

/**
 * Starts, for every open thing in PostgreSQL, the workflow that it should have. Asked for by an
 * hourly Schedule, by a command, and when the Temporal namespace is another one than before.
 */
@WorkflowInterface
public interface ReconcileWorkflow {

  String TYPE = "Reconcile";
  String ID = "reconcile";

  /** What has a workflow; handled in this order. */
  enum Thing {
    INVOICES,
    CADENCES,
    CONNECTIONS,
    ACCOUNT_MAILS,
    TEST_CLOCKS,
    PRIVACY_REQUESTS,
    EXPORTS,
    CLOSINGS
  }

  /**
   * How many things of one kind are open.
   *
   * @param started had no workflow
   * @param running had one
   * @param failed could not be started; the log says why
   */
  record Count(int started, int running, int failed) {
    public static final Count NONE = new Count(0, 0, 0);

    public Count plus(Count more) {
      return new Count(started + more.started, running + more.running, failed + more.failed);
    }
  }

  /**
   * What was found.
   *
   * @param toldAgain events that the dispatcher tells once more, because they were never booked
   */
  record Reconciled(Map<Thing, Count> counts, int toldAgain) {}

  /** How its workflow is started, by whoever comes first. */
  static WorkflowOptions options() {
    return Starting.options(ID, "Start what PostgreSQL says should run").build();
  }

  @WorkflowMethod(name = TYPE)
  Reconciled run();
}
