package com.duespark.api.reminders;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.reminders.RemindBodies.DecideBody;
import com.duespark.api.reminders.RemindBodies.RemindBody;
import com.duespark.api.reminders.RemindBodies.ReminderBody;
import com.duespark.api.reminders.RemindBodies.SendNowBody;
import com.duespark.api.reminders.ReminderAnswers.RemindView;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.KeyRequired;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.CadenceCommand.Change;
import com.duespark.domain.reminders.CadenceCommand.Decide;
import com.duespark.domain.reminders.CadenceCommand.Skip;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of single reminders (EP-088, EP-106, EP-108, EP-114a). */
@RestController
@Tag(name = "Reminders")
class RemindController {

  private final CommandGateway commands;
  private final Invoices invoices;
  private final ReminderReader reader;
  private final ReminderAnswers answers;

  RemindController(
      CommandGateway commands, Invoices invoices, ReminderReader reader, ReminderAnswers answers) {
    this.commands = commands;
    this.invoices = invoices;
    this.reader = reader;
    this.answers = answers;
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @KeyRequired
  @PostMapping("/v1/invoices/{id}/remind")
  @Operation(
      operationId = "remindInvoice",
      summary =
          "Remind of an invoice now; warnings answer CONFIRMATION_REQUIRED and are acknowledged"
              + " in a new call with a new key")
  ResponseEntity<Envelope<RemindView>> remind(
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable RemindBody body,
      HttpServletRequest request,
      Caller caller) {
    caller.requireMaySend();
    var contactId = invoices.find(id).orElseThrow(() -> Refused.notFound("Invoice")).contactId();
    var wish = (body == null ? RemindBody.DEFAULT : body).read(id);
    return answers.sent(commands.ask(request, contactId, wish, caller.actor()), caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @KeyRequired
  @PostMapping("/v1/reminders/send-now")
  @Operation(
      operationId = "sendReminderNow",
      summary = "Send a planned reminder at once; what stops it at its slot stops it now")
  ResponseEntity<Envelope<RemindView>> sendNow(
      @Valid @RequestBody SendNowBody body, HttpServletRequest request, Caller caller) {
    caller.requireMaySend();
    var contactId = reader.find(body.reminderId()).contactId();
    return answers.sent(commands.ask(request, contactId, body.read(), caller.actor()), caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @PatchMapping("/v1/reminders/{id}")
  @Operation(
      operationId = "updateReminder",
      summary = "Move a planned reminder to a day, or let it speak in another tone")
  ResponseEntity<Envelope<ReminderView>> update(
      @PathVariable UUID id,
      Patch<ReminderBody> patch,
      IfMatch ifMatch,
      HttpServletRequest request,
      Caller caller) {
    var wanted = patch.onto(ReminderBody.NONE);
    var change =
        new Change(
            id,
            patch.names("day"),
            wanted.day(),
            patch.names("tone"),
            wanted.tone(),
            ifMatch.or(patch.ifMatchVersion()).version());
    return ask(id, change, request, caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @DeleteMapping("/v1/reminders/{id}")
  @Operation(operationId = "skipReminder", summary = "Leave a planned reminder out")
  ResponseEntity<Envelope<ReminderView>> skip(
      @PathVariable UUID id, IfMatch ifMatch, HttpServletRequest request, Caller caller) {
    return ask(id, new Skip(id, true, ifMatch.version()), request, caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @PostMapping("/v1/reminders/{id}/restore")
  @Operation(
      operationId = "restoreReminder",
      summary = "Take back that a reminder is left out, while its moment is ahead")
  ResponseEntity<Envelope<ReminderView>> restore(
      @PathVariable UUID id, IfMatch ifMatch, HttpServletRequest request, Caller caller) {
    return ask(id, new Skip(id, false, ifMatch.version()), request, caller);
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @PostMapping("/v1/reminders/{id}/decide")
  @Operation(
      operationId = "decideReminder",
      summary = "Say whether a missed reminder goes, where the policy asks")
  ResponseEntity<Envelope<ReminderView>> decide(
      @PathVariable UUID id,
      @Valid @RequestBody DecideBody body,
      HttpServletRequest request,
      Caller caller) {
    return ask(id, new Decide(id, body.answer()), request, caller);
  }

  private ResponseEntity<Envelope<ReminderView>> ask(
      UUID id, CadenceCommand wish, HttpServletRequest request, Caller caller) {
    var contactId = reader.find(id).contactId();
    var command = commands.ask(request, contactId, wish, caller.actor());
    var view = reader.show(id, caller);
    return (command.isOpen() ? Reply.accepted(view) : Reply.ok(view)).entity();
  }
}
