package com.duespark.workflows.invoices;

import com.duespark.domain.commands.CommandKind;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import com.duespark.workflows.shared.Payloads;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A server whose time is skipped, the workers, and the words in which tests speak of both. */
final class Stage implements AutoCloseable {

  static final UUID TENANT = new UUID(0x019a_0000_0000_7000L, 1);

  final FakeBooks books;
  private final TestWorkflowEnvironment world;

  /** Waits without skipping time, unlike the client of the environment. */
  private final WorkflowClient client;

  private int invoices;
  private int others;

  Stage() {
    var options =
        WorkflowClientOptions.newBuilder()
            .setDataConverter(Payloads.converter())
            .setIdentity("test")
            .build();
    world =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(options).build());
    client = WorkflowClient.newInstance(world.getWorkflowServiceStubs(), options);
    world.registerSearchAttribute("EntityStatus", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    books = new FakeBooks(() -> Instant.ofEpochMilli(world.currentTimeMillis()));
    var core = world.newWorker(TaskQueues.CORE, options());
    core.registerWorkflowImplementationTypes(InvoiceWorkflowImpl.class);
    for (var queue : new String[] {TaskQueues.EMAIL, TaskQueues.STRIPE}) {
      world.newWorker(queue, options()).registerActivitiesImplementations(books);
    }
    core.registerActivitiesImplementations(books);
    world.start();
  }

  /** The deadlock limit leaves room for a busy machine. */
  static WorkerOptions options() {
    return WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();
  }

  // ------------------------------------------------------------------ acts

  /** The last byte is zero, so that the ids of its mails can follow. */
  UUID draft() {
    var id = new UUID(0x019a_0000_0000_7001L, 0x8000_0000_0000_0000L + 0x100L * ++invoices);
    books.draft(id);
    return id;
  }

  private UUID next() {
    return new UUID(0x019a_0000_0000_7002L, 0x8000_0000_0000_0000L + ++others);
  }

  CommandRef command(UUID invoice, CommandKind kind, long amount, @Nullable Duration from) {
    var id = next();
    books.ask(id, invoice, kind, amount, from == null ? null : now().plus(from));
    return new CommandRef(TENANT, id);
  }

  FactRef fact(UUID invoice, long amount) {
    var id = next();
    books.report(id, invoice, amount);
    return new FactRef(TENANT, id);
  }

  /** Asks and waits for the answer. */
  String ask(UUID invoice, CommandKind kind) {
    return tell(invoice, kind, command(invoice, kind, 0, null));
  }

  String tell(UUID invoice, CommandKind kind, CommandRef command) {
    hand(invoice, kind, command).getResult();
    return books.result(command.commandId());
  }

  WorkflowUpdateHandle<Void> hand(UUID invoice, CommandKind kind, CommandRef command) {
    return toStart(invoice)
        .startUpdateWithStart(
            UpdateOptions.newBuilder(Void.class)
                .setUpdateName(kind.updateName())
                .setUpdateId(command.commandId().toString())
                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                .build(),
            new Object[] {command},
            new Object[] {new InvoiceRef(TENANT, invoice)});
  }

  void signal(UUID invoice, String name, FactRef fact) {
    toStart(invoice)
        .signalWithStart(name, new Object[] {fact}, new Object[] {new InvoiceRef(TENANT, invoice)});
  }

  private WorkflowStub toStart(UUID invoice) {
    return client.newUntypedWorkflowStub(
        InvoiceWorkflow.TYPE,
        WorkflowOptions.newBuilder()
            .setWorkflowId(InvoiceWorkflow.workflowId(invoice))
            .setTaskQueue(TaskQueues.CORE)
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
            .build());
  }

  void pass(Duration time) {
    world.sleep(time);
  }

  /** Lets a day pass, a quarter of an hour at a time, or less when an invoice is as wanted. */
  void passUntil(UUID invoice, Predicate<FakeInvoice> wanted) throws InterruptedException {
    for (int i = 0; i < 96 && !wanted.test(books.draft(invoice)); i++) {
      pass(Duration.ofMinutes(15));
    }
    books.await(invoice, wanted);
  }

  // ------------------------------------------------------------------ readings

  Instant now() {
    return Instant.ofEpochMilli(world.currentTimeMillis());
  }

  private WorkflowStub running(UUID invoice) {
    return client.newUntypedWorkflowStub(InvoiceWorkflow.workflowId(invoice));
  }

  /** Waits until the latest run has ended, without skipping time. */
  void ends(UUID invoice) {
    try {
      running(invoice).getResult(10, TimeUnit.SECONDS, Void.class);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "It runs on: %s %s".formatted(state(invoice), books.journal(invoice)), e);
    }
  }

  /** Waits until the workflow says so: it hears of its rows a moment after they changed. */
  void says(UUID invoice, String words) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!state(invoice).step().startsWith(words)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("It says " + state(invoice));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  InvoiceWorkflow.State state(UUID invoice) {
    return running(invoice).query("state", InvoiceWorkflow.State.class);
  }

  WorkflowExecutionHistory history(UUID invoice) {
    return client.fetchHistory(InvoiceWorkflow.workflowId(invoice));
  }

  @Override
  public void close() {
    world.close();
  }
}
