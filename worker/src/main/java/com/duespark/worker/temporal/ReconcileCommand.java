package com.duespark.worker.temporal;

import com.duespark.workflows.reconcile.ReconcileWorkflow;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Count;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Reconciled;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Thing;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import java.io.PrintStream;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The command {@code reconcile}: has the running program do it now, waits and prints the counts.
 */
public final class ReconcileCommand {
  private static final int DONE = 0;
  private static final int FAILED = 1;

  private final ConfigurableEnvironment environment;
  private final PrintStream out;
  private final PrintStream err;

  public ReconcileCommand(ConfigurableEnvironment environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /**
   * Reconciles.
   *
   * @return exit code: 0 all of it, 1 not all of it
   */
  public int run() {
    try (var temporal = TerminalClient.open(environment)) {
      WorkflowClient client = temporal.client();
      if (!isListenedTo(client)) {
        err.println("Temporal runs, but no worker of Duespark does. Start Duespark first.");
        return FAILED;
      }
      var workflow =
          client.newUntypedWorkflowStub(ReconcileWorkflow.TYPE, ReconcileWorkflow.options());
      workflow.start();
      var reconciled = workflow.getResult(Reconciled.class);
      print(reconciled);
      return reconciled.counts().values().stream().anyMatch(count -> count.failed() > 0)
          ? FAILED
          : DONE;
    } catch (WorkflowFailedException e) {
      err.println("Reconcile failed; the workflow reconcile in the Temporal UI says why.");
      return FAILED;
    }
  }

  private static boolean isListenedTo(WorkflowClient client) {
    return client
            .getWorkflowServiceStubs()
            .blockingStub()
            .describeTaskQueue(
                DescribeTaskQueueRequest.newBuilder()
                    .setNamespace(client.getOptions().getNamespace())
                    .setTaskQueue(TaskQueue.newBuilder().setName(TaskQueues.BULK))
                    .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
                    .build())
            .getPollersCount()
        > 0;
  }

  private void print(Reconciled reconciled) {
    out.printf("%-24s%10s%10s%10s%n", "", "started", "running", "failed");
    for (var thing : Thing.values()) {
      var count = reconciled.counts().getOrDefault(thing, Count.NONE);
      out.printf(
          "%-24s%10d%10d%10d%n", words(thing), count.started(), count.running(), count.failed());
    }
    out.printf("%-24s%10d%n", "payment events retold", reconciled.toldAgain());
  }

  private static String words(Thing thing) {
    return switch (thing) {
      case INVOICES -> "invoices";
      case CADENCES -> "customers with reminders";
      case CONNECTIONS -> "payment accounts";
      case ACCOUNT_MAILS -> "mails about accounts";
      case TEST_CLOCKS -> "test clocks under way";
      case PRIVACY_REQUESTS -> "privacy requests";
      case EXPORTS -> "exports";
      case CLOSINGS -> "closed businesses";
    };
  }
}
