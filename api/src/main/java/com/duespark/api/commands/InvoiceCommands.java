package com.duespark.api.commands;

import com.duespark.api.dispatch.InvoiceWorkflows;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.RequestId;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.invoices.InvoiceCommand;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.shared.Refused;
import com.duespark.workflows.shared.CommandRef;
import io.grpc.StatusRuntimeException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.temporal.client.WorkflowServiceException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts a command into the ledger, hands it to the invoice's workflow and waits up to 8 s (API-51).
 * A command that is still open then is done later; the same key asks again.
 */
@Component
public class InvoiceCommands {

  private static final Logger LOG = LoggerFactory.getLogger(InvoiceCommands.class);

  /** How long a caller waits. */
  public static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Executor WAITERS = work -> Thread.ofVirtual().name("command").start(work);

  private final Idempotent idempotent;
  private final Commands commands;
  private final Invoices invoices;
  private final InvoiceWorkflows workflows;
  private final ObservationRegistry observations;

  InvoiceCommands(
      Idempotent idempotent,
      Commands commands,
      Invoices invoices,
      InvoiceWorkflows workflows,
      ObservationRegistry observations) {
    this.idempotent = idempotent;
    this.commands = commands;
    this.invoices = invoices;
    this.workflows = workflows;
    this.observations = observations;
  }

  /**
   * Asks an invoice to do something, for the bound tenant.
   *
   * @param actor user id or {@code portal}
   * @return the command: done, or still open when the wait was over
   * @throws Refused when the invoice is not there, or a rule said no
   */
  public Command ask(
      HttpServletRequest request, UUID invoiceId, InvoiceCommand body, String actor) {
    var invoice = invoices.find(invoiceId).orElseThrow(() -> Refused.notFound("Invoice"));
    var stored =
        idempotent.command(
            request,
            () ->
                commands
                    .save(
                        Command.of(invoice.tenantId(), invoiceId, body, actor, RequestId.current()))
                    .getId());
    var command = commands.find(stored.id()).orElseThrow();
    if (command.isOpen()) {
      hand(command);
      command = commands.find(stored.id()).orElseThrow();
    }
    var result = command.result();
    if (command.isRefused() && result != null) {
      throw result.toRefused();
    }
    return command;
  }

  private void hand(Command command) {
    var ref = new CommandRef(command.tenantId(), command.getId());
    // Begun on the request's thread, so that the waiter's thread belongs to the request's trace.
    var observation =
        Observation.start("duespark_command", observations)
            .contextualName("command " + command.kind())
            .lowCardinalityKeyValue("kind", command.kind().name().toLowerCase(Locale.ROOT))
            .highCardinalityKeyValue("entity_id", command.invoiceId().toString());
    Runnable work = () -> workflows.hand(ref, command.invoiceId(), command.kind()).getResult();
    try {
      CompletableFuture.runAsync(() -> observation.scoped(work), WAITERS)
          .whenComplete((done, failure) -> observation.stop())
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.info("command {} is not done yet", command.getId());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof WorkflowServiceException
          || e.getCause() instanceof StatusRuntimeException)) {
        throw new IllegalStateException("Command " + command.getId(), e.getCause());
      }
      LOG.warn("command {} waits for Temporal: {}", command.getId(), e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
