package com.duespark.workflows.invoices;

import com.duespark.domain.commands.CommandKind;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import com.duespark.workflows.shared.Histories;
import com.duespark.workflows.shared.TaskQueues;
import com.duespark.workflows.shared.World;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A server whose time is skipped, the workers, and the words in which tests speak of both. */
final class Stage implements AutoCloseable {

  static final UUID TENANT = World.TENANT;

  final FakeBooks books;
  private final World world = new World();
  private int invoices;
  private int others;

  Stage() {
    books = new FakeBooks(world::now);
    world.work(books, List.of(TaskQueues.CORE, TaskQueues.EMAIL, TaskQueues.STRIPE));
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

  /** A person's word that a mail of unknown fate did not arrive. */
  CommandRef resend(UUID invoice, UUID mail) {
    var id = next();
    books.askToResend(id, invoice, mail);
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
    untilEndsAreHeard(invoice);
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
    untilEndsAreHeard(invoice);
    toStart(invoice)
        .signalWithStart(name, new Object[] {fact}, new Object[] {new InvoiceRef(TENANT, invoice)});
  }

  /**
   * Nobody speaks while the end of a delivery is on its way to the server: the one of the tests
   * (1.39) sticks for ever to a workflow task that calls off an activity which has just ended. The
   * real one takes it.
   */
  private void untilEndsAreHeard(UUID invoice) {
    long deadline = System.nanoTime() + World.PATIENCE.toNanos();
    while (!endsAreHeard(invoice)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("A delivery neither ends nor rests: " + books.journal(invoice));
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private boolean endsAreHeard(UUID invoice) {
    var begun = new HashSet<String>();
    var heard = new HashSet<String>();
    for (var run : world.histories(InvoiceWorkflow.workflowId(invoice))) {
      var ids = new HashMap<Long, String>();
      for (var event : run.getEvents()) {
        if (event.hasActivityTaskScheduledEventAttributes()) {
          var scheduled = event.getActivityTaskScheduledEventAttributes();
          if (scheduled.getActivityType().getName().equals("Deliveries_Deliver")) {
            ids.put(event.getEventId(), scheduled.getActivityId());
          }
        } else if (event.hasActivityTaskCompletedEventAttributes()) {
          heard.add(ids.get(event.getActivityTaskCompletedEventAttributes().getScheduledEventId()));
        } else if (event.hasActivityTaskFailedEventAttributes()) {
          heard.add(ids.get(event.getActivityTaskFailedEventAttributes().getScheduledEventId()));
        } else if (event.hasActivityTaskCancelRequestedEventAttributes()) {
          heard.add(
              ids.get(event.getActivityTaskCancelRequestedEventAttributes().getScheduledEventId()));
        }
      }
      begun.addAll(ids.values());
    }
    return begun.stream()
        .allMatch(id -> heard.contains(id) || books.call(id) == FakeBooks.Call.RESTS);
  }

  private WorkflowStub toStart(UUID invoice) {
    return world
        .client()
        .newUntypedWorkflowStub(
            InvoiceWorkflow.TYPE, InvoiceWorkflow.options(new InvoiceRef(TENANT, invoice)));
  }

  void pass(Duration time) {
    world.pass(time);
  }

  /** Lets a day pass, a quarter of an hour at a time, or less when an invoice is as wanted. */
  void passUntil(UUID invoice, Predicate<FakeInvoice> wanted) throws InterruptedException {
    for (int i = 0; i < 96 && !wanted.test(books.draft(invoice)); i++) {
      pass(Duration.ofMinutes(15));
    }
    books.await(invoice, wanted);
  }

  /** Waits until the books say so. */
  void untilNoted(UUID invoice, String line) throws InterruptedException {
    books.await(invoice, row -> books.journal(invoice).contains(line));
  }

  // ------------------------------------------------------------------ readings

  Instant now() {
    return world.now();
  }

  private WorkflowStub running(UUID invoice) {
    return world.client().newUntypedWorkflowStub(InvoiceWorkflow.workflowId(invoice));
  }

  /** Waits until the latest run has ended, without skipping time. */
  void ends(UUID invoice) {
    try {
      running(invoice).getResult(World.PATIENCE.toSeconds(), TimeUnit.SECONDS, Void.class);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "It runs on: %s %s".formatted(state(invoice), books.journal(invoice)), e);
    }
  }

  /** Waits until the workflow says so: it hears of its rows a moment after they changed. */
  void says(UUID invoice, String words) throws InterruptedException {
    long deadline = System.nanoTime() + World.PATIENCE.toNanos();
    while (!state(invoice).step().startsWith(words)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("It says " + state(invoice));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  void rests(UUID invoice) throws InterruptedException {
    world.rests(InvoiceWorkflow.workflowId(invoice));
  }

  InvoiceWorkflow.State state(UUID invoice) {
    return running(invoice).query("state", InvoiceWorkflow.State.class);
  }

  WorkflowExecutionHistory history(UUID invoice) {
    return world.history(InvoiceWorkflow.workflowId(invoice));
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
