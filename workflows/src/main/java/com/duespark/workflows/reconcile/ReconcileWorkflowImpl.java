package com.duespark.workflows.reconcile;

import com.duespark.workflows.shared.Patience;
import io.temporal.workflow.Workflow;

/** One round through everything that is open. */
public class ReconcileWorkflowImpl implements ReconcileWorkflow {

  private final ReconcileActivities reconcile =
      Workflow.newActivityStub(
          ReconcileActivities.class, Patience.pages("Start what is not running"));

  @Override
  public Reconciled run() {
    var reconciled = reconcile.start();
    Workflow.setCurrentDetails(reconciled.toString());
    return reconciled;
  }
}
