package com.duespark.workflows.invoices;

import static com.duespark.domain.commands.CommandKind.CHECKOUT;
import static com.duespark.domain.commands.CommandKind.RECORD_PAYMENT;
import static com.duespark.domain.commands.CommandKind.RESOLVE_DELIVERY;
import static com.duespark.domain.commands.CommandKind.SCHEDULE;
import static com.duespark.domain.commands.CommandKind.SEND;
import static com.duespark.domain.commands.CommandKind.VOID;

import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.retention.Thing;
import com.duespark.workflows.accounts.AccountMailWorkflow;
import com.duespark.workflows.accounts.AccountMailWorkflow.AccountMail;
import com.duespark.workflows.accounts.AccountMailWorkflowImpl;
import com.duespark.workflows.accounts.OneMail;
import com.duespark.workflows.closings.ClosingRuns;
import com.duespark.workflows.exports.ExportRuns;
import com.duespark.workflows.payments.ConnectStripeWorkflow;
import com.duespark.workflows.payments.ConnectStripeWorkflow.ConnectionRef;
import com.duespark.workflows.payments.ConnectStripeWorkflowImpl;
import com.duespark.workflows.payments.FakeStripe;
import com.duespark.workflows.payments.PaymentsPollWorkflow;
import com.duespark.workflows.payments.PaymentsPollWorkflowImpl;
import com.duespark.workflows.privacy.PrivacyRuns;
import com.duespark.workflows.reconcile.ReconcileActivities;
import com.duespark.workflows.reconcile.ReconcileWorkflow;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Count;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Reconciled;
import com.duespark.workflows.reconcile.ReconcileWorkflowImpl;
import com.duespark.workflows.retention.OneNight;
import com.duespark.workflows.retention.RetentionWorkflow;
import com.duespark.workflows.retention.RetentionWorkflowImpl;
import com.duespark.workflows.shared.Histories;
import com.duespark.workflows.shared.ShortRuns;
import com.duespark.workflows.shared.TaskQueues;
import com.duespark.workflows.testclock.AskedOn;
import com.duespark.workflows.testclock.LongWay;
import com.duespark.workflows.testclock.TestClockWorkflow;
import com.duespark.workflows.testclock.TestClockWorkflow.BusinessRef;
import com.duespark.workflows.testclock.TestClockWorkflowImpl;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Writes the histories that are replayed in every build. Not a test: runs only when asked by name,
 * {@code -Dtest=*HistoryRecorder}, because a history that is written anew proves nothing about what
 * ran before.
 */
class HistoryRecorder {

  /** A path through an invoice's life. */
  private interface Path {
    void walk(Stage stage, UUID invoice) throws InterruptedException;
  }

  private static void record(String name, Path path) throws InterruptedException {
    try (var stage = new Stage()) {
      var invoice = stage.draft();
      path.walk(stage, invoice);
      Histories.write(name, stage.history(invoice));
    }
  }

  private static void send(Stage stage, UUID invoice) throws InterruptedException {
    stage.ask(invoice, SEND);
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    stage.rests(invoice);
  }

  private static void pay(Stage stage, UUID invoice) throws InterruptedException {
    stage.rests(invoice);
    stage.signal(invoice, "paymentSeen", stage.fact(invoice, FakeInvoice.TOTAL));
    stage.ends(invoice);
  }

  @Test
  void sentRetriedAndPaid() throws InterruptedException {
    record(
        "invoice-sent-and-paid",
        (stage, invoice) -> {
          send(stage, invoice);
          pay(stage, invoice);
        });
    record(
        "invoice-retried-delivery",
        (stage, invoice) -> {
          stage.books.mailIsDownFor(Duration.ofHours(6), invoice);
          stage.ask(invoice, SEND);
          stage.pass(Duration.ofHours(7));
          stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
          pay(stage, invoice);
        });
    record(
        "invoice-reversal",
        (stage, invoice) -> {
          send(stage, invoice);
          pay(stage, invoice);
          stage.signal(invoice, "paymentReversed", stage.fact(invoice, -FakeInvoice.TOTAL));
          stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
          stage.rests(invoice);
          stage.ask(invoice, VOID);
          stage.ends(invoice);
        });
  }

  @Test
  void twoMessages() throws InterruptedException {
    record(
        "invoice-two-messages",
        (stage, invoice) -> {
          var row = stage.books.draft(invoice).to(2);
          stage.books.losesTheAnswer(row.mail(1));
          stage.books.mailIsDownFor(Duration.ofHours(6), row.mail(2));
          stage.ask(invoice, SEND);
          stage.untilNoted(invoice, "not accepted 2");
          stage.tell(invoice, RESOLVE_DELIVERY, stage.resend(invoice, row.mail(1)));
          stage.passUntil(invoice, it -> it.mailsAccepted() == 2);
          pay(stage, invoice);
        });
    record(
        "invoice-two-receipts",
        (stage, invoice) -> {
          send(stage, invoice);
          stage.books.draft(invoice).to(2);
          pay(stage, invoice);
        });
  }

  @Test
  void voidedWhileRetrying() throws InterruptedException {
    record(
        "invoice-voided-while-retrying",
        (stage, invoice) -> {
          stage.books.mailIsDownFor(Duration.ofHours(6), invoice);
          stage.ask(invoice, SEND);
          stage.pass(Duration.ofMinutes(50));
          stage.ask(invoice, VOID);
          stage.ends(invoice);
        });
  }

  @Test
  void scheduled() throws InterruptedException {
    record("invoice-scheduled", (stage, invoice) -> sendLater(stage, invoice, 3));
    record(
        "invoice-rescheduled",
        (stage, invoice) -> {
          schedule(stage, invoice, 30);
          sendLater(stage, invoice, 3);
        });
  }

  private static void schedule(Stage stage, UUID invoice, int days) throws InterruptedException {
    stage.tell(invoice, SCHEDULE, stage.command(invoice, SCHEDULE, 0, Duration.ofDays(days)));
    stage.rests(invoice);
  }

  private static void sendLater(Stage stage, UUID invoice, int days) throws InterruptedException {
    schedule(stage, invoice, days);
    stage.pass(Duration.ofDays(days + 1));
    stage.books.await(invoice, row -> row.status() == InvoiceStatus.SENT);
    pay(stage, invoice);
  }

  @Test
  void paidByHand() throws InterruptedException {
    record(
        "invoice-manual-payment",
        (stage, invoice) -> {
          send(stage, invoice);
          payByHand(stage, invoice);
        });
    record(
        "invoice-checkout",
        (stage, invoice) -> {
          send(stage, invoice);
          stage.ask(invoice, CHECKOUT);
          stage.rests(invoice);
          payByHand(stage, invoice);
        });
  }

  private static void payByHand(Stage stage, UUID invoice) {
    stage.tell(
        invoice, RECORD_PAYMENT, stage.command(invoice, RECORD_PAYMENT, FakeInvoice.TOTAL, null));
    stage.ends(invoice);
  }

  @Test
  void shortOnes() {
    Histories.write(
        "account-mail",
        ShortRuns.run(
            AccountMailWorkflowImpl.class,
            AccountMailWorkflow.TYPE,
            TaskQueues.EMAIL,
            new OneMail(2),
            new AccountMail(new UUID(0, 5))));
    Histories.write(
        "connect-stripe",
        ShortRuns.run(
            ConnectStripeWorkflowImpl.class,
            ConnectStripeWorkflow.TYPE,
            TaskQueues.STRIPE,
            new FakeStripe(true),
            new ConnectionRef(new UUID(0, 1), new UUID(0, 2))));
    Histories.write(
        "payments-poll",
        ShortRuns.run(
            PaymentsPollWorkflowImpl.class,
            PaymentsPollWorkflow.TYPE,
            TaskQueues.BULK,
            new FakeStripe(false)));
    Histories.write(
        "test-clock",
        ShortRuns.run(
            TestClockWorkflowImpl.class,
            TestClockWorkflow.TYPE,
            TaskQueues.BULK,
            new LongWay(3),
            new BusinessRef(new UUID(0, 1))));
  }

  @Test
  void askedOnWhileArriving() {
    Histories.write(
        "test-clock-asked-on",
        ShortRuns.run(
            TestClockWorkflowImpl.class,
            TestClockWorkflow.TYPE,
            TaskQueues.BULK,
            new AskedOn(),
            new BusinessRef(new UUID(0, 1))));
  }

  @Test
  void privacyRequests() throws Exception {
    Histories.write("privacy-export", PrivacyRuns.play(PrivacyRuns.anExport()));
    Histories.write("privacy-erase", PrivacyRuns.play(PrivacyRuns.anErasure()));
  }

  @Test
  void closings() throws Exception {
    Histories.write("closing-whole-life", ClosingRuns.play(ClosingRuns.aWholeLife()));
  }

  @Test
  void exports() throws Exception {
    Histories.write("export-whole-life", ExportRuns.play(ExportRuns.aWholeLife()));
    Histories.write("export-given-up", ExportRuns.play(ExportRuns.oneThatCannotBeMade()));
  }

  @Test
  void reconciled() {
    ReconcileActivities found =
        () -> new Reconciled(Map.of(ReconcileWorkflow.Thing.INVOICES, new Count(2, 1, 0)), 1);
    Histories.write(
        "reconcile",
        ShortRuns.run(ReconcileWorkflowImpl.class, ReconcileWorkflow.TYPE, TaskQueues.BULK, found));
  }

  @Test
  void retained() {
    Histories.write(
        "retention",
        ShortRuns.run(
            RetentionWorkflowImpl.class,
            RetentionWorkflow.TYPE,
            TaskQueues.BULK,
            new OneNight().dying(Thing.WEBHOOK_EVENTS, 2)));
  }

  /** As {@code retention}, since settled invoices are archived. */
  @Test
  void retainedAndArchived() {
    Histories.write(
        "retention-archive",
        ShortRuns.run(
            RetentionWorkflowImpl.class,
            RetentionWorkflow.TYPE,
            TaskQueues.BULK,
            new OneNight().dying(Thing.SETTLED_INVOICES, 1)));
  }

  /** Ends as failed, like its workflow, after everything else was done. */
  @Test
  void retainedInPart() {
    var history =
        ShortRuns.failing(
            RetentionWorkflowImpl.class,
            RetentionWorkflow.TYPE,
            TaskQueues.BULK,
            new OneNight().dying(Thing.AUDIT_LOG, 99));
    Histories.write("retention-in-part", history);
  }
}
