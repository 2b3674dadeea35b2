package com.duespark.worker.temporal;

import com.duespark.workflows.Implementations;
import com.duespark.workflows.accounts.AccountMailActivities;
import com.duespark.workflows.closings.ClosingActivities;
import com.duespark.workflows.deliveries.DeliveryActivities;
import com.duespark.workflows.exports.ExportActivities;
import com.duespark.workflows.invoices.InvoiceActivities;
import com.duespark.workflows.payments.CheckoutActivities;
import com.duespark.workflows.payments.ConnectStripeActivities;
import com.duespark.workflows.payments.PaymentsPollActivities;
import com.duespark.workflows.privacy.PrivacyActivities;
import com.duespark.workflows.reconcile.ReconcileActivities;
import com.duespark.workflows.reminders.ReminderActivities;
import com.duespark.workflows.retention.RetentionActivities;
import com.duespark.workflows.shared.TaskQueues;
import com.duespark.workflows.testclock.TestClockActivities;
import io.temporal.client.WorkflowClient;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Which queue runs what. Started last and drained first, so that no activity loses its database.
 */
@Component
@ConditionalOnExpression("'${duespark.role:all}' != 'api'")
class TemporalWorkers implements SmartLifecycle {

  /** Longer than the longest provider call, so that an attempt under way ends before we do. */
  private static final int DRAIN_SECONDS = 25;

  /** Each holds two of the twenty connections of a process while it is written. */
  private static final int ARCHIVES_AT_ONCE = 2;

  private final WorkflowClient client;
  private final InvoiceActivities invoices;
  private final DeliveryActivities deliveries;
  private final ReminderActivities reminders;
  private final AccountMailActivities accounts;
  private final CheckoutActivities checkouts;
  private final ConnectStripeActivities connecting;
  private final PaymentsPollActivities poll;
  private final TestClockActivities testClock;
  private final ReconcileActivities reconcile;
  private final PrivacyActivities privacy;
  private final RetentionActivities retention;
  private final ExportActivities exports;
  private final ClosingActivities closings;
  private final ObjectProvider<WorkerInterceptor> interceptors;
  private @Nullable WorkerFactory factory;

  TemporalWorkers(
      WorkflowClient client,
      InvoiceActivities invoices,
      DeliveryActivities deliveries,
      ReminderActivities reminders,
      AccountMailActivities accounts,
      CheckoutActivities checkouts,
      ConnectStripeActivities connecting,
      PaymentsPollActivities poll,
      TestClockActivities testClock,
      ReconcileActivities reconcile,
      PrivacyActivities privacy,
      RetentionActivities retention,
      ExportActivities exports,
      ClosingActivities closings,
      ObjectProvider<WorkerInterceptor> interceptors) {
    this.client = client;
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.reminders = reminders;
    this.accounts = accounts;
    this.checkouts = checkouts;
    this.connecting = connecting;
    this.poll = poll;
    this.testClock = testClock;
    this.reconcile = reconcile;
    this.privacy = privacy;
    this.retention = retention;
    this.exports = exports;
    this.closings = closings;
    this.interceptors = interceptors;
  }

  @Override
  public void start() {
    var workers =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true)
                .setWorkerInterceptors(
                    interceptors.orderedStream().toArray(WorkerInterceptor[]::new))
                .build());
    var core = workers.newWorker(TaskQueues.CORE, options());
    Implementations.registerWith(core);
    core.registerActivitiesImplementations(invoices, reminders, privacy, exports, closings);
    workers
        .newWorker(TaskQueues.EMAIL, options())
        .registerActivitiesImplementations(deliveries, reminders, accounts);
    workers
        .newWorker(TaskQueues.STRIPE, options())
        .registerActivitiesImplementations(checkouts, connecting);
    workers
        .newWorker(TaskQueues.BULK, options())
        .registerActivitiesImplementations(
            poll, testClock, reconcile, privacy, retention, closings);
    workers
        .newWorker(
            TaskQueues.EXPORT,
            everyWorker().setMaxConcurrentActivityExecutionSize(ARCHIVES_AT_ONCE).build())
        .registerActivitiesImplementations(exports);
    workers.start();
    factory = workers;
  }

  private static WorkerOptions options() {
    return everyWorker().build();
  }

  /** The deadlock limit leaves room for a cold JVM on a small machine. */
  private static WorkerOptions.Builder everyWorker() {
    return WorkerOptions.newBuilder()
        .setUsingVirtualThreads(true)
        .setDefaultDeadlockDetectionTimeout(5_000);
  }

  @Override
  public void stop() {
    var running = factory;
    if (running != null) {
      running.shutdown();
      running.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
      factory = null;
    }
  }

  @Override
  public boolean isRunning() {
    return factory != null;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
