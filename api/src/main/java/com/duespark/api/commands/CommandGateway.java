package com.duespark.api.commands;

import com.duespark.api.dispatch.EntityWorkflows;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.RequestId;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.CommandBody;
import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.shared.CommandRef;
import io.grpc.StatusRuntimeException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowUpdateException;
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
 * Puts a command into the ledger, hands it to its workflow and waits up to 8 s (API-51). A command
 * that is still open then is done later; the same key asks again.
 */
@Component
public class CommandGateway {

  private static final Logger LOG = LoggerFactory.getLogger(CommandGateway.class);

  /** How long a caller waits. */
  public static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Executor WAITERS = work -> Thread.ofVirtual().name("command").start(work);

  private final Idempotent idempotent;
  private final Commands commands;
  private final Invoices invoices;
  private final Contacts contacts;
  private final EntityWorkflows workflows;
  private final ObservationRegistry observations;

  CommandGateway(
      Idempotent idempotent,
      Commands commands,
      Invoices invoices,
      Contacts contacts,
      EntityWorkflows workflows,
      ObservationRegistry observations) {
    this.idempotent = idempotent;
    this.commands = commands;
    this.invoices = invoices;
    this.contacts = contacts;
    this.workflows = workflows;
    this.observations = observations;
  }

  /**
   * Asks an invoice or a customer's cadence to do something, for the bound tenant.
   *
   * @param entityId the invoice or the contact, whichever takes such a command
   * @param actor user id or {@code portal}
   * @return the command: done, or still open when the wait was over
   * @throws Refused when the invoice or contact is not there, or a rule said no
   */
  public Command ask(HttpServletRequest request, UUID entityId, CommandBody body, String actor) {
    requireExists(CommandKind.of(body).entity(), entityId);
    var stored =
        idempotent.command(
            request,
            () ->
                commands
                    .save(Command.of(Tenant.id(), entityId, body, actor, RequestId.current()))
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

  private void requireExists(CommandKind.Entity entity, UUID id) {
    boolean exists =
        switch (entity) {
          case INVOICE -> invoices.find(id).isPresent();
          // one that was deleted may still have a message that somebody has to decide about
          case CONTACT -> contacts.findAny(id).isPresent();
        };
    if (!exists) {
      throw Refused.notFound(entity == CommandKind.Entity.INVOICE ? "Invoice" : "Contact");
    }
  }

  private void hand(Command command) {
    var ref = new CommandRef(command.tenantId(), command.getId());
    // Begun on the request's thread, so that the waiter's thread belongs to the request's trace.
    var observation =
        Observation.start("duespark_command", observations)
            .contextualName("command " + command.kind())
            .lowCardinalityKeyValue("kind", command.kind().name().toLowerCase(Locale.ROOT))
            .highCardinalityKeyValue("entity_id", command.entityId().toString());
    Runnable work = () -> workflows.hand(ref, command.entityId(), command.kind()).getResult();
    try {
      CompletableFuture.runAsync(() -> observation.scoped(work), WAITERS)
          .whenComplete((done, failure) -> observation.stop())
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.info("command {} is not done yet", command.getId());
    } catch (ExecutionException e) {
      var cause = e.getCause();
      if (cause == null || !isHandedLater(cause)) {
        throw new IllegalStateException("Command " + command.getId(), cause);
      }
      LOG.warn("command {} waits for Temporal: {}", command.getId(), cause.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Temporal was away, or the workflow could not read it just now; the dispatcher has it next. */
  private static boolean isHandedLater(Throwable failure) {
    return failure instanceof WorkflowServiceException
        || failure instanceof WorkflowUpdateException
        || failure instanceof StatusRuntimeException;
  }
}
