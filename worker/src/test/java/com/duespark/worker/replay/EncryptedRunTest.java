package com.duespark.worker.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.storage.TestDatabase;
import com.duespark.worker.codec.Inside;
import com.duespark.worker.codec.Keys;
import com.duespark.worker.local.Settings;
import com.duespark.workflows.Implementations;
import com.duespark.workflows.deliveries.DeliveryActivities;
import com.duespark.workflows.invoices.InvoiceActivities;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.invoices.Standing;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import com.duespark.workflows.shared.Payloads;
import com.duespark.workflows.shared.Starting;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import io.temporal.payload.context.SerializationContext;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invoice scheduled, sent and paid while payloads are encrypted, and its history. */
class EncryptedRunTest {

  private static final String TOLD = "Told to nobody else";

  /** The rows of one invoice: scheduled, sent at the second attempt, paid. */
  private static final class Books implements InvoiceActivities, DeliveryActivities {

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger posted = new AtomicInteger();

    private static Standing standing(
        InvoiceStatus status, @Nullable Duration untilSend, Standing.Message... messages) {
      return new Standing(
          status, List.of(messages), untilSend, false, status == InvoiceStatus.PAID, TOLD);
    }

    @Override
    public Standing look(InvoiceRef invoice) {
      return attempts.get() == 0 ? standing(InvoiceStatus.DRAFT, null) : sendScheduled(invoice);
    }

    @Override
    public Standing apply(CommandRef command) {
      return standing(InvoiceStatus.SCHEDULED, Duration.ofHours(1));
    }

    @Override
    public Standing sendScheduled(InvoiceRef invoice) {
      return standing(
          InvoiceStatus.SENT, null, new Standing.Message(invoice.invoiceId(), Channel.EMAIL));
    }

    @Override
    public Standing deliver(DeliveryRefs deliveries) {
      if (attempts.incrementAndGet() == 1) {
        throw ApplicationFailure.newNonRetryableFailure(TOLD, "AWAY", TOLD);
      }
      return standing(InvoiceStatus.SENT, null);
    }

    @Override
    public Standing post(FactRef fact) {
      posted.incrementAndGet();
      return standing(InvoiceStatus.PAID, null);
    }
  }

  private final UUID tenant = Keys.business();
  private final InvoiceRef invoice = new InvoiceRef(tenant, Keys.invoice(tenant));
  private final Books books = new Books();
  private final TestWorkflowEnvironment server;
  private final Path folder;
  private @Nullable WorkerFactory workers;

  EncryptedRunTest(@TempDir Path folder) {
    this.folder = folder;
    var options = TestEnvironmentOptions.newBuilder();
    for (var key : List.of(Starting.TENANT, Starting.CONTACT, Starting.INVOICE, Starting.STATUS)) {
      options.registerSearchAttribute(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    }
    server = TestWorkflowEnvironment.newInstance(options.build());
  }

  @AfterEach
  void close() {
    if (workers != null) {
      workers.shutdownNow();
      workers.awaitTermination(10, TimeUnit.SECONDS);
    }
    server.close();
  }

  /** Client and workers. */
  private WorkflowStub process(DataConverter payloads) {
    var client =
        WorkflowClient.newInstance(
            server.getWorkflowServiceStubs(),
            WorkflowClientOptions.newBuilder().setDataConverter(payloads).build());
    var started = WorkerFactory.newInstance(client);
    // The deadlock limit leaves room for a busy machine.
    var patient = WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();
    var core = started.newWorker(TaskQueues.CORE, patient);
    Implementations.registerWith(core);
    core.registerActivitiesImplementations(books);
    started.newWorker(TaskQueues.EMAIL, patient).registerActivitiesImplementations(books);
    started.start();
    workers = started;
    return client.newUntypedWorkflowStub(InvoiceWorkflow.TYPE, InvoiceWorkflow.options(invoice));
  }

  private void schedule(WorkflowStub workflow) throws Exception {
    workflow
        .startUpdateWithStart(
            UpdateOptions.newBuilder(Void.class)
                .setUpdateName("send")
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build(),
            new Object[] {new CommandRef(tenant, UUID.randomUUID())},
            new Object[] {invoice})
        .getResultAsync()
        .get(30, TimeUnit.SECONDS);
  }

  private WorkflowExecutionHistory payAndEnd(WorkflowStub workflow) throws Exception {
    server.sleep(Duration.ofDays(1));
    workflow.signal("paymentSeen", new FactRef(tenant, UUID.randomUUID()));
    workflow.getResult(30, TimeUnit.SECONDS, Void.class);
    return server.getWorkflowClient().fetchHistory(InvoiceWorkflow.workflowId(invoice.invoiceId()));
  }

  private Replayed replayed(WorkflowExecutionHistory history) throws IOException {
    var file = Files.writeString(folder.resolve("history.json"), history.toJson(true));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var key = Base64.getEncoder().encodeToString(new byte[32]);
    var environment =
        Settings.environment(
            Map.of(
                "DATABASE_URL", TestDatabase.url(),
                "DATABASE_APP_USER", "duespark_app",
                "DATABASE_APP_PASSWORD", "any",
                "DATABASE_OWNER_USER", "duespark_owner",
                "DATABASE_OWNER_PASSWORD", "any",
                "DUESPARK_DATA", folder.toString()),
            "--duespark.secret.jwt=" + key,
            "--duespark.secret.encryption=" + key,
            "--duespark.secret.portal=" + key,
            "--duespark.secret.audit=" + key);
    int code =
        new Replay(
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(List.of(file.toString()));
    return new Replayed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A switch that is turned while everything runs. */
  private static final class Change implements PayloadCodec {

    private final AtomicBoolean encrypts;

    /** How often payloads cannot be read. */
    private final AtomicInteger failures;

    private final PayloadCodec on;

    Change(boolean encrypts) {
      this(new AtomicBoolean(encrypts), new AtomicInteger(), Keys.codec(true));
    }

    private Change(AtomicBoolean encrypts, AtomicInteger failures, PayloadCodec on) {
      this.encrypts = encrypts;
      this.failures = failures;
      this.on = on;
    }

    @Override
    public PayloadCodec withContext(SerializationContext context) {
      return new Change(encrypts, failures, on.withContext(context));
    }

    @Override
    public List<Payload> encode(List<Payload> payloads) {
      return encrypts.get() ? on.encode(payloads) : payloads;
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new PayloadCodecException("No key just now");
      }
      return on.decode(payloads);
    }
  }

  private record Replayed(int code, String out, String err) {}

  @Test
  void aHistoryHoldsNothingInClearAndIsReplayed() throws Exception {
    var workflow = process(Keys.codec(true).converter());
    schedule(workflow);
    var history = payAndEnd(workflow);

    var payloads = Inside.payloads(history.getEvents());
    var failures = Inside.failures(history.getEvents());
    assertThat(payloads).hasSizeGreaterThan(15);
    assertThat(payloads).extracting(Inside::keyOf).containsOnly(tenant + "/1");
    assertThat(failures).isNotEmpty();
    assertThat(failures).allMatch(failure -> failure.getMessage().equals("Encoded failure"));
    assertThat(history.getEvents().toString()).doesNotContain(TOLD);

    assertThat(replayed(history))
        .isEqualTo(new Replayed(0, said(history, "Replays on this code."), ""));
  }

  private static String said(WorkflowExecutionHistory history, String verdict) {
    return "Invoice, %d events%n%s%n".formatted(history.getEvents().size(), verdict);
  }

  @Test
  void aWorkflowRunsThroughTheSwitchBeingTurnedOnAndOff() throws Exception {
    var change = new Change(false);
    var workflow = process(new CodecDataConverter(Payloads.converter(), List.of(change), true));
    schedule(workflow);
    change.encrypts.set(true);
    server.sleep(Duration.ofDays(1));
    change.encrypts.set(false);
    var history = payAndEnd(workflow);

    assertThat(Inside.payloads(history.getEvents()))
        .anyMatch(payload -> Inside.keyOf(payload).equals(tenant + "/1"))
        .anyMatch(payload -> payload.getMetadataMap().size() == 1);
    assertThat(Inside.failures(history.getEvents()))
        .allMatch(failure -> failure.getMessage().equals("Encoded failure"));
    assertThat(replayed(history).code()).isZero();
  }

  @Test
  void aSignalThatCannotBeReadJustNowIsNotLost() throws Exception {
    var change = new Change(true);
    var workflow = process(new CodecDataConverter(Payloads.converter(), List.of(change), true));
    schedule(workflow);
    server.sleep(Duration.ofDays(1));

    change.failures.set(2);
    workflow.signal("paymentSeen", new FactRef(tenant, UUID.randomUUID()));
    workflow.getResult(60, TimeUnit.SECONDS, Void.class);

    assertThat(change.failures).hasValue(0);
    assertThat(books.posted).hasValue(1);
  }

  @Test
  void withoutItsKeyAHistoryIsNotReadAndThePersonIsToldWhy() throws Exception {
    var workflow = process(Keys.codec(true).converter());
    schedule(workflow);
    var history = payAndEnd(workflow);
    Keys.erase(tenant);

    var replayed = replayed(history);

    assertThat(replayed.code()).isEqualTo(2);
    assertThat(replayed.err()).contains("Data key " + tenant + "/1 was erased on 20");
    assertThat(replayed.out()).isEmpty();
  }
}
