package com.duespark.workflows.invoices;

import com.duespark.workflows.payments.CheckoutActivities;
import com.duespark.workflows.shared.Alarm;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import com.duespark.workflows.shared.Inbox;
import com.duespark.workflows.shared.Patience;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The story of one invoice. Facts drive it: what it needs next is read from rows, never remembered.
 */
public class InvoiceWorkflowImpl implements InvoiceWorkflow {

  /** What can come while it runs. */
  private sealed interface News {

    /** A command; {@code kind} says what else has to happen around it. */
    record Asked(CommandRef command, Kind kind) implements News {}

    record Reported(FactRef fact) implements News {}

    /** A row changed. */
    record Nudged() implements News {}
  }

  /** What a command does to the payment page that may be open. */
  private enum Kind {
    PLAIN,
    CLOSES_CHECKOUT,
    OPENS_CHECKOUT
  }

  private final InvoiceActivities invoices =
      Workflow.newActivityStub(
          InvoiceActivities.class,
          Patience.database("Book"),
          Map.of(
              "Invoices_Look", Patience.database("Read what it needs"),
              "Invoices_Apply", Patience.database("Do what was asked"),
              "Invoices_SendScheduled", Patience.database("Its time has come"),
              "Invoices_Post", Patience.database("Book what the provider reported")));
  private final CheckoutActivities checkouts =
      Workflow.newActivityStub(CheckoutActivities.class, Patience.provider("Card page"));
  private final CheckoutActivities refusals =
      Workflow.newActivityStub(
          CheckoutActivities.class, Patience.database(TaskQueues.STRIPE, "Refuse"));

  private final InvoiceRef invoice;
  private final Inbox<News> inbox = new Inbox<>();
  private final Outgoing outgoing;
  private final Alarm sendTime = new Alarm();
  private @Nullable Standing standing;

  @WorkflowInit
  public InvoiceWorkflowImpl(InvoiceRef invoice) {
    this.invoice = invoice;
    this.outgoing = new Outgoing(invoice.tenantId());
  }

  @Override
  public void run(InvoiceRef start) {
    if (inbox.isEmpty()) {
      standing = invoices.look(invoice);
    }
    while (hasSomethingToDo()) {
      doWhatIsNeeded();
      Workflow.await(() -> hasNews() || !hasSomethingToDo());
      handleWhatCame();
      if (Workflow.getInfo().isContinueAsNewSuggested() && isQuiet()) {
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(invoice);
      }
    }
    close();
  }

  private boolean hasSomethingToDo() {
    return standing == null || !standing.closed() || !isQuiet();
  }

  private boolean hasNews() {
    return !inbox.isEmpty() || outgoing.hasArrival() || sendTime.isRinging();
  }

  private boolean isQuiet() {
    return inbox.isEmpty()
        && outgoing.isEmpty()
        && (standing == null || standing.toDeliver().isEmpty());
  }

  /** Messages set off, the clock of a scheduled send set, the story told to whoever looks. */
  private void doWhatIsNeeded() {
    if (standing == null) {
      return;
    }
    outgoing.follow(standing.toDeliver());
    if (standing.untilSend() == null) {
      sendTime.cancel();
    } else {
      sendTime.set(standing.untilSend(), "Send as scheduled");
    }
    Workflow.setCurrentDetails(standing.story());
  }

  /** One thing at a time: a word from people or providers first, then messages, then the clock. */
  private void handleWhatCame() {
    var item = inbox.next();
    if (item != null) {
      outgoing.stepTaken();
      switch (item) {
        case News.Asked asked -> apply(asked);
        case News.Reported reported -> standing = invoices.post(reported.fact());
        case News.Nudged nudged -> standing = invoices.look(invoice);
      }
    } else if (outgoing.hasArrival()) {
      var news = outgoing.nextArrival();
      standing = news == null ? invoices.look(invoice) : news;
    } else if (sendTime.isRinging()) {
      sendTime.cancel();
      outgoing.stepTaken();
      standing = invoices.sendScheduled(invoice);
    }
  }

  private void apply(News.Asked asked) {
    var command = asked.command();
    try {
      standing =
          switch (asked.kind()) {
            case PLAIN -> invoices.apply(command);
            case OPENS_CHECKOUT -> checkouts.open(command);
            case CLOSES_CHECKOUT -> {
              if (standing == null || standing.openCheckout()) {
                standing = checkouts.close(invoice, command);
              }
              yield invoices.apply(command);
            }
          };
    } catch (ActivityFailure e) {
      standing = refusals.giveUp(command);
    }
    inbox.answered(command.commandId());
  }

  private void close() {
    sendTime.cancel();
    if (standing != null) {
      Workflow.setCurrentDetails(standing.story());
    }
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  // ------------------------------------------------------------------ what people ask

  @Override
  public void send(CommandRef command) {
    ask(command, Kind.PLAIN);
  }

  @Override
  public void reschedule(CommandRef command) {
    ask(command, Kind.PLAIN);
  }

  @Override
  public void unschedule(CommandRef command) {
    ask(command, Kind.PLAIN);
  }

  @Override
  public void markSent(CommandRef command) {
    ask(command, Kind.PLAIN);
  }

  @Override
  public void amend(CommandRef command) {
    ask(command, Kind.CLOSES_CHECKOUT);
  }

  @Override
  public void voidInvoice(CommandRef command) {
    ask(command, Kind.CLOSES_CHECKOUT);
  }

  @Override
  public void writeOff(CommandRef command) {
    ask(command, Kind.CLOSES_CHECKOUT);
  }

  @Override
  public void recordPayment(CommandRef command) {
    ask(command, Kind.CLOSES_CHECKOUT);
  }

  @Override
  public void checkout(CommandRef command) {
    ask(command, Kind.OPENS_CHECKOUT);
  }

  @Override
  public void resolveDelivery(CommandRef command) {
    ask(command, Kind.PLAIN);
  }

  private void ask(CommandRef command, Kind kind) {
    inbox.ask(command.commandId(), new News.Asked(command, kind));
  }

  // ------------------------------------------------------------------ what providers report

  @Override
  public void paymentSeen(FactRef fact) {
    inbox.addOnce(fact.eventId(), new News.Reported(fact));
  }

  @Override
  public void paymentReversed(FactRef fact) {
    inbox.addOnce(fact.eventId(), new News.Reported(fact));
  }

  @Override
  public void changed() {
    inbox.add(new News.Nudged());
  }

  @Override
  public State state() {
    return new State(
        standing == null ? "Starting" : standing.story(),
        outgoing.size(),
        inbox.size(),
        outgoing.lastProblem());
  }

  // ------------------------------------------------------------------ shape checks

  @Override
  public void checkSend(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkReschedule(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkUnschedule(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkMarkSent(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkAmend(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkVoidInvoice(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkWriteOff(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkRecordPayment(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkCheckout(CommandRef command) {
    checkShape(command);
  }

  @Override
  public void checkResolveDelivery(CommandRef command) {
    checkShape(command);
  }

  /** State is guarded where it is locked, in the activity's transaction; here only the shape. */
  private void checkShape(CommandRef command) {
    if (!invoice.tenantId().equals(command.tenantId())) {
      throw ApplicationFailure.newNonRetryableFailure(
          "The command belongs to another tenant", "VALIDATION_ERROR");
    }
  }
}
