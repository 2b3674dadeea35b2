package com.duespark.workflows;

import com.duespark.workflows.accounts.AccountMailWorkflowImpl;
import com.duespark.workflows.closings.ClosingWorkflowImpl;
import com.duespark.workflows.exports.ExportWorkflowImpl;
import com.duespark.workflows.invoices.InvoiceWorkflowImpl;
import com.duespark.workflows.payments.ConnectStripeWorkflowImpl;
import com.duespark.workflows.payments.PaymentsPollWorkflowImpl;
import com.duespark.workflows.privacy.PrivacyWorkflowImpl;
import com.duespark.workflows.reconcile.ReconcileWorkflowImpl;
import com.duespark.workflows.reminders.CadenceWorkflowImpl;
import com.duespark.workflows.retention.RetentionWorkflowImpl;
import com.duespark.workflows.testclock.TestClockWorkflowImpl;
import io.temporal.worker.Worker;
import java.util.List;

/** Every workflow that runs here; workers, replays and their tests take them from this list. */
public final class Implementations {

  private static final List<Class<?>> ALL =
      List.of(
          InvoiceWorkflowImpl.class,
          CadenceWorkflowImpl.class,
          AccountMailWorkflowImpl.class,
          ConnectStripeWorkflowImpl.class,
          PaymentsPollWorkflowImpl.class,
          PrivacyWorkflowImpl.class,
          ExportWorkflowImpl.class,
          ClosingWorkflowImpl.class,
          TestClockWorkflowImpl.class,
          ReconcileWorkflowImpl.class,
          RetentionWorkflowImpl.class);

  private Implementations() {}

  /** Lets the worker run all of them. */
  public static void registerWith(Worker worker) {
    worker.registerWorkflowImplementationTypes(ALL.toArray(Class<?>[]::new));
  }
}
