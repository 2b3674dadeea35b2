package com.duespark.workflows.reminders;

import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.Histories;
import com.duespark.workflows.shared.TaskQueues;
import com.duespark.workflows.shared.World;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Customers, their cadences, and the words in which tests speak of both. */
final class CadenceStage implements AutoCloseable {

  static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  final World world = new World();
  final FakeReminders desk = new FakeReminders(world::now);
  private int customers;
  private int others;

  CadenceStage() {
    world.work(desk, List.of(TaskQueues.CORE, TaskQueues.EMAIL));
  }

  // ------------------------------------------------------------------ rows

  UUID customer() {
    return customer(NAIROBI, "KE");
  }

  UUID customer(ZoneId zone, String country) {
    var id = new UUID(0x019a_0000_0000_7003L, 0x8000_0000_0000_0000L + ++customers);
    desk.customer(id, zone, country);
    return id;
  }

  private UUID next() {
    return new UUID(0x019a_0000_0000_7004L, 0x8000_0000_0000_0000L + ++others);
  }

  /** Sends an invoice that is due in so many days. */
  UUID send(UUID customer, int dueInDays) {
    var invoice = next();
    desk.sent(customer, invoice, desk.today(customer).plusDays(dueInDays));
    nudge(customer, "track");
    return invoice;
  }

  /** Paid, void or written off. */
  void close(UUID customer, UUID invoice, InvoiceStatus how) {
    desk.close(customer, invoice, how);
    nudge(customer, "changed");
  }

  // ------------------------------------------------------------------ messages

  /** As the dispatcher does it: one that is not running is only started. */
  void nudge(UUID customer, String signal) {
    var ref = new CadenceRef(World.TENANT, customer);
    var options =
        WorkflowOptions.newBuilder(CadenceWorkflow.options(ref))
            .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
            .build();
    try {
      world.client().newUntypedWorkflowStub(CadenceWorkflow.TYPE, options).start(ref);
    } catch (WorkflowExecutionAlreadyStarted running) {
      running(customer).signal(signal);
    }
  }

  /** Asks and waits for the answer. */
  String ask(UUID customer, CadenceCommand body) {
    var command = command(customer, body);
    hand(customer, CommandKind.of(body), command).getResult();
    return desk.result(command.commandId());
  }

  CommandRef command(UUID customer, CadenceCommand body) {
    var command = new CommandRef(World.TENANT, next());
    desk.ask(command.commandId(), customer, body);
    return command;
  }

  /**
   * Nobody asks while something that was said before waits to be heard: the server of the tests
   * (1.39) may then let the question be heard first, though its history says otherwise, and the
   * history does not replay. Of the real one a question always comes after what is in the history.
   */
  private void untilAllIsHeard(UUID customer) {
    long deadline = System.nanoTime() + World.PATIENCE.toNanos();
    while (world.hasOpenTask(CadenceWorkflow.workflowId(customer))) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("It does not hear: " + desk.journal(customer));
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  WorkflowUpdateHandle<Void> hand(UUID customer, CommandKind kind, CommandRef command) {
    untilAllIsHeard(customer);
    var ref = new CadenceRef(World.TENANT, customer);
    return world
        .client()
        .newUntypedWorkflowStub(CadenceWorkflow.TYPE, CadenceWorkflow.options(ref))
        .startUpdateWithStart(
            UpdateOptions.newBuilder(Void.class)
                .setUpdateName(kind.updateName())
                .setUpdateId(command.commandId().toString())
                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                .build(),
            new Object[] {command},
            new Object[] {ref});
  }

  // ------------------------------------------------------------------ time

  void pass(Duration time) {
    world.pass(time);
  }

  /** A moment in Nairobi, for example {@code 2026-01-16T09:37}. */
  void passTo(String local) {
    world.passTo(at(local));
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(NAIROBI).toInstant();
  }

  /** Waits until there is such a line in the customer's journal. */
  void untilNoted(UUID customer, String line) throws InterruptedException {
    desk.await(customer, () -> desk.journal(customer).contains(line));
  }

  void untilMessages(UUID customer, int count) throws InterruptedException {
    desk.await(customer, () -> desk.messages(customer).size() == count);
  }

  /** Waits until there are so many runs of all customers. */
  void untilRuns(int count) throws InterruptedException {
    long deadline = System.nanoTime() + World.PATIENCE.toNanos();
    while (world.runs().size() != count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("There are %d runs".formatted(world.runs().size()));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  void rests(UUID customer) throws InterruptedException {
    world.rests(CadenceWorkflow.workflowId(customer));
  }

  // ------------------------------------------------------------------ readings

  WorkflowStub running(UUID customer) {
    return world.client().newUntypedWorkflowStub(CadenceWorkflow.workflowId(customer));
  }

  CadenceWorkflow.State state(UUID customer) {
    return running(customer).query("state", CadenceWorkflow.State.class);
  }

  /** Waits until the latest run has ended, without skipping time. */
  void ends(UUID customer) {
    try {
      running(customer).getResult(World.PATIENCE.toSeconds(), TimeUnit.SECONDS, Void.class);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "It runs on: %s %s".formatted(state(customer), desk.journal(customer)), e);
    }
  }

  WorkflowExecutionHistory history(UUID customer) {
    return world.history(CadenceWorkflow.workflowId(customer));
  }

  /** Whatever was played must replay. */
  void replays() throws Exception {
    Histories.replay(world.histories());
  }

  @Override
  public void close() {
    world.close();
  }
}
