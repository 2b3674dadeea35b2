package com.duespark.api.invoices;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.invoices.CommandBodies.ReasonBody;
import com.duespark.api.invoices.CommandBodies.ScheduleBody;
import com.duespark.api.invoices.CommandBodies.SendBody;
import com.duespark.api.reminders.PauseBody;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.KeyRequired;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.commands.Command;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceCommand;
import com.duespark.domain.invoices.InvoiceCommand.Schedule;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of an invoice's workflow, or of its customer's (EP-083 to EP-086, EP-089). */
@RestController
@Tag(name = "Invoices")
class InvoiceCommandController {

  private final CommandGateway commands;
  private final Invoices invoices;
  private final InvoiceViews views;
  private final Sends sends;

  InvoiceCommandController(
      CommandGateway commands, Invoices invoices, InvoiceViews views, Sends sends) {
    this.commands = commands;
    this.invoices = invoices;
    this.views = views;
    this.sends = sends;
  }

  @Allow(value = Role.AGENT, scopes = Scope.INVOICES_SEND)
  @Answers({200, 202})
  @KeyRequired
  @PostMapping("/v1/invoices/{id}/send")
  @Operation(operationId = "sendInvoice", summary = "Send an invoice now, or at schedule_send")
  ResponseEntity<Envelope<SendView>> send(
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable SendBody body,
      HttpServletRequest request,
      Caller caller) {
    caller.requireMaySend();
    var given = body == null ? SendBody.DEFAULT : body;
    var asked =
        given.scheduleSend() == null
            ? given.read()
            : new Schedule(given.scheduleSend(), given.read());
    return sends.answer(id, commands.ask(request, id, asked, caller.actor()));
  }

  @Allow(value = Role.STAFF, scopes = Scope.INVOICES_SEND)
  @Answers({200, 202})
  @PostMapping("/v1/invoices/{id}/schedule")
  @Operation(
      operationId = "scheduleInvoice",
      summary = "Send an invoice later, or move that moment")
  ResponseEntity<Envelope<InvoiceView>> schedule(
      @PathVariable UUID id,
      @Valid @RequestBody ScheduleBody body,
      HttpServletRequest request,
      Caller caller) {
    caller.requireMaySend();
    return ask(request, id, new Schedule(body.at(), body.content()), caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.INVOICES_SEND)
  @Answers({200, 202})
  @PostMapping("/v1/invoices/{id}/unschedule")
  @Operation(operationId = "unscheduleInvoice", summary = "Call off a scheduled send")
  ResponseEntity<Envelope<InvoiceView>> unschedule(
      @PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return ask(request, id, new InvoiceCommand.Unschedule(), caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.INVOICES_SEND)
  @Answers({200, 202})
  @PostMapping("/v1/invoices/{id}/mark-sent")
  @Operation(operationId = "markInvoiceSent", summary = "Say that it was sent some other way")
  ResponseEntity<Envelope<InvoiceView>> markSent(
      @PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return ask(request, id, new InvoiceCommand.MarkSent(), caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.INVOICES_WRITE)
  @Answers({200, 202})
  @PostMapping("/v1/invoices/{id}/void")
  @Operation(
      operationId = "voidInvoice",
      summary = "Void an issued invoice that nothing was paid on")
  ResponseEntity<Envelope<InvoiceView>> voidInvoice(
      @PathVariable UUID id,
      @Valid @RequestBody ReasonBody body,
      HttpServletRequest request,
      Caller caller) {
    return ask(request, id, new InvoiceCommand.VoidInvoice(body.reason()), caller);
  }

  @Allow(value = Role.ADMIN, scopes = Scope.INVOICES_WRITE)
  @Answers({200, 202})
  @PostMapping("/v1/invoices/{id}/write-off")
  @Operation(operationId = "writeOffInvoice", summary = "Give up on an open invoice")
  ResponseEntity<Envelope<InvoiceView>> writeOff(
      @PathVariable UUID id,
      @Valid @RequestBody ReasonBody body,
      HttpServletRequest request,
      Caller caller) {
    return ask(request, id, new InvoiceCommand.WriteOff(body.reason()), caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @PostMapping("/v1/invoices/{id}/pause-reminders")
  @Operation(
      operationId = "pauseInvoiceReminders",
      summary = "No automatic reminders of an invoice, for a while or until resumed")
  ResponseEntity<Envelope<InvoiceView>> pauseReminders(
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable PauseBody body,
      HttpServletRequest request,
      Caller caller) {
    return askCadence(request, id, new CadenceCommand.Pause(id, PauseBody.endOf(body)), caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @PostMapping("/v1/invoices/{id}/resume-reminders")
  @Operation(
      operationId = "resumeInvoiceReminders",
      summary = "Remind of an invoice again; what was missed is caught up with")
  ResponseEntity<Envelope<InvoiceView>> resumeReminders(
      @PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return askCadence(request, id, new CadenceCommand.Resume(id), caller);
  }

  private ResponseEntity<Envelope<InvoiceView>> ask(
      HttpServletRequest request, UUID id, InvoiceCommand body, Caller caller) {
    return answer(id, commands.ask(request, id, body, caller.actor()), caller);
  }

  private ResponseEntity<Envelope<InvoiceView>> askCadence(
      HttpServletRequest request, UUID id, CadenceCommand body, Caller caller) {
    return answer(id, commands.ask(request, find(id).contactId(), body, caller.actor()), caller);
  }

  private ResponseEntity<Envelope<InvoiceView>> answer(UUID id, Command command, Caller caller) {
    var view = views.show(find(id), caller);
    return (command.isOpen() ? Reply.accepted(view) : Reply.ok(view)).entity();
  }

  private Invoice find(UUID id) {
    return invoices.find(id).orElseThrow(() -> Refused.notFound("Invoice"));
  }
}
