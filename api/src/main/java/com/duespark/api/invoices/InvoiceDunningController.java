package com.duespark.api.invoices;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.CadenceCommand.Dispute;
import com.duespark.domain.reminders.CadenceCommand.Promise;
import com.duespark.domain.reminders.CadenceCommand.ResolveDispute;
import com.duespark.domain.reminders.CadenceCommand.UsePolicy;
import com.duespark.domain.reminders.PayerRules;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the customer said about an invoice, and how it is chased (EP-090). */
@RestController
@RequestMapping("/v1/invoices/{id}")
@Tag(name = "Invoices")
class InvoiceDunningController {

  private final CommandGateway commands;
  private final Invoices invoices;
  private final InvoiceViews views;

  InvoiceDunningController(CommandGateway commands, Invoices invoices, InvoiceViews views) {
    this.commands = commands;
    this.invoices = invoices;
    this.views = views;
  }

  /**
   * Until when the customer says they pay.
   *
   * @param promisedOn the last day, in the customer's time, at most 90 days ahead; null takes the
   *     promise back
   */
  @Schema(name = "PromiseToPay")
  record PromiseBody(
      @Nullable LocalDate promisedOn, @Nullable @Size(max = PayerRules.NOTE) String note) {}

  /** What is not right about it. */
  @Schema(name = "DisputeInvoice")
  record DisputeBody(@NotBlank @Size(max = PayerRules.REASON) String reason) {}

  /**
   * How it is chased.
   *
   * @param reminderPolicyId null = the customer's, else the default
   * @param remindersEnabled automatic reminders of this invoice; on when absent
   */
  @Schema(name = "InvoiceReminderPolicy")
  record PolicyBody(@Nullable UUID reminderPolicyId, @Nullable Boolean remindersEnabled) {}

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @PostMapping("/promise")
  @Operation(
      operationId = "promiseInvoice",
      summary = "Hold reminders until the day after a promise to pay")
  ResponseEntity<Envelope<InvoiceView>> promise(
      @PathVariable UUID id,
      @Valid @RequestBody PromiseBody body,
      HttpServletRequest request,
      Caller caller) {
    return ask(id, new Promise(id, body.promisedOn(), body.note()), request, caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @PostMapping("/dispute")
  @Operation(
      operationId = "disputeInvoice",
      summary = "Hold reminders until it is settled what is wrong")
  ResponseEntity<Envelope<InvoiceView>> dispute(
      @PathVariable UUID id,
      @Valid @RequestBody DisputeBody body,
      HttpServletRequest request,
      Caller caller) {
    return ask(id, new Dispute(id, body.reason().strip()), request, caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @PostMapping("/resolve-dispute")
  @Operation(
      operationId = "resolveInvoiceDispute",
      summary = "It is settled: remind again; what was missed meanwhile is left out")
  ResponseEntity<Envelope<InvoiceView>> resolve(
      @PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return ask(id, new ResolveDispute(id), request, caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @PutMapping("/reminder-policy")
  @Operation(
      operationId = "setInvoiceReminderPolicy",
      summary = "Chase an invoice by a policy of its own, or switch its reminders off")
  ResponseEntity<Envelope<InvoiceView>> usePolicy(
      @PathVariable UUID id,
      @Valid @RequestBody PolicyBody body,
      HttpServletRequest request,
      Caller caller) {
    boolean enabled = !Boolean.FALSE.equals(body.remindersEnabled());
    return ask(id, new UsePolicy(id, body.reminderPolicyId(), enabled), request, caller);
  }

  private ResponseEntity<Envelope<InvoiceView>> ask(
      UUID id, CadenceCommand wish, HttpServletRequest request, Caller caller) {
    var contactId = invoices.find(id).orElseThrow(InvoiceDunningController::missing).contactId();
    var command = commands.ask(request, contactId, wish, caller.actor());
    var view = views.show(invoices.find(id).orElseThrow(), caller);
    return (command.isOpen() ? Reply.accepted(view) : Reply.ok(view)).entity();
  }

  private static Refused missing() {
    return Refused.notFound("Invoice");
  }
}
