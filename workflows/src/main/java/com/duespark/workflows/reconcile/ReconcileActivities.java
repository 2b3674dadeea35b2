package com.duespark.workflows.reconcile;

import com.duespark.workflows.reconcile.ReconcileWorkflow.Reconciled;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The one long step of reconcile. */
@ActivityInterface
public interface ReconcileActivities {

  /**
   * Goes through everything that is open, page by page; taken up where it was when its worker dies.
   */
  @ActivityMethod(name = "Reconcile_Start")
  Reconciled start();
}
