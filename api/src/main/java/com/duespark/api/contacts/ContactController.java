package com.duespark.api.contacts;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.reminders.PauseBody;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.contacts.ContactPages;
import com.duespark.domain.contacts.ContactStatus;
import com.duespark.domain.contacts.ContactType;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.contacts.FinancialSummary.PaymentStatus;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.CadenceCommand;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contacts: EP-030 to EP-033, EP-113. */
@RestController
@RequestMapping("/v1/contacts")
@Tag(name = "Contacts")
class ContactController {

  /** As many hits as a search is worth; more words narrow it. */
  private static final int MOST_MATCHES = 1000;

  private final Contacts contacts;
  private final ContactReader reader;
  private final ContactDesk desk;
  private final CommandGateway commands;
  private final Idempotent idempotent;

  ContactController(
      Contacts contacts,
      ContactReader reader,
      ContactDesk desk,
      CommandGateway commands,
      Idempotent idempotent) {
    this.contacts = contacts;
    this.reader = reader;
    this.desk = desk;
    this.commands = commands;
    this.idempotent = idempotent;
  }

  @GetMapping
  @Allow(value = Role.VIEWER, scopes = Scope.CONTACTS_READ)
  @Operation(operationId = "listContacts", summary = "Contacts with what they owe")
  Envelope<List<ContactLine>> list(
      @RequestParam(required = false) @Nullable ContactType type,
      @RequestParam(required = false) @Nullable ContactStatus status,
      @RequestParam(name = "payment_status", required = false) @Nullable PaymentStatus payment,
      @RequestParam(required = false) @Nullable String tag,
      @RequestParam(required = false) @Nullable String q,
      Paging paging,
      Caller caller) {
    var matches = q == null || q.isBlank() ? null : contacts.search(q.strip(), MOST_MATCHES);
    var own = caller.role() == Role.AGENT ? caller.userId() : null;
    return reader.page(new ContactPages.Filter(type, status, payment, tag, matches, own), paging);
  }

  @PostMapping
  @Allow(value = Role.AGENT, scopes = Scope.CONTACTS_WRITE)
  @Answers(201)
  @Operation(operationId = "createContact", summary = "Add a contact")
  ResponseEntity<Envelope<ContactView>> create(
      @RequestBody @Valid ContactBody body,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(request, () -> desk.create(body.content(), caller, trail));
  }

  @GetMapping("/{id}")
  @Allow(value = Role.VIEWER, scopes = Scope.CONTACTS_READ)
  @Operation(operationId = "getContact", summary = "A contact with its money")
  Envelope<ContactView> get(@PathVariable UUID id, Caller caller) {
    return Envelope.of(reader.read(id, caller));
  }

  @PatchMapping("/{id}")
  @Allow(value = Role.AGENT, scopes = Scope.CONTACTS_WRITE)
  @Operation(operationId = "updateContact", summary = "Change a contact")
  ResponseEntity<Envelope<ContactView>> update(
      @PathVariable UUID id,
      Patch<ContactBody> patch,
      IfMatch ifMatch,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    var version = ifMatch.or(patch.ifMatchVersion());
    return idempotent.write(
        request, () -> Reply.ok(desk.update(id, patch, version, caller, trail)));
  }

  @PutMapping("/{id}")
  @Allow(value = Role.AGENT, scopes = Scope.CONTACTS_WRITE)
  @Operation(operationId = "putContact", summary = "Alias of updateContact")
  ResponseEntity<Envelope<ContactView>> put(
      @PathVariable UUID id,
      Patch<ContactBody> patch,
      IfMatch ifMatch,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return update(id, patch, ifMatch, caller, trail, request);
  }

  @DeleteMapping("/{id}")
  @Allow(value = Role.STAFF, scopes = Scope.CONTACTS_WRITE)
  @Operation(operationId = "deleteContact", summary = "Hide a contact")
  ResponseEntity<Envelope<Deleted>> delete(
      @PathVariable UUID id,
      IfMatch ifMatch,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.ok(desk.delete(id, ifMatch, caller, trail)));
  }

  @PostMapping("/{id}/restore")
  @Allow(value = Role.ADMIN, scopes = Scope.CONTACTS_WRITE)
  @Operation(operationId = "restoreContact", summary = "Undo deleting a contact")
  ResponseEntity<Envelope<ContactView>> restore(
      @PathVariable UUID id, Caller caller, Trail trail, HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.ok(desk.restore(id, caller, trail)));
  }

  @PostMapping("/{id}/pause-reminders")
  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @Operation(
      operationId = "pauseContactReminders",
      summary = "No automatic reminders to a contact, for a while or until resumed")
  ResponseEntity<Envelope<ContactView>> pauseReminders(
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable PauseBody body,
      Caller caller,
      HttpServletRequest request) {
    return ask(id, new CadenceCommand.Pause(null, PauseBody.endOf(body)), caller, request);
  }

  @PostMapping("/{id}/resume-reminders")
  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @Operation(
      operationId = "resumeContactReminders",
      summary = "Remind a contact again; what was missed is caught up with")
  ResponseEntity<Envelope<ContactView>> resumeReminders(
      @PathVariable UUID id, Caller caller, HttpServletRequest request) {
    return ask(id, new CadenceCommand.Resume(null), caller, request);
  }

  @PostMapping("/{id}/channels/{channel}/mute")
  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @Operation(
      operationId = "muteContactChannel",
      summary = "Write to a contact on a channel no more, until it is allowed again")
  ResponseEntity<Envelope<ContactView>> mute(
      @PathVariable UUID id,
      @PathVariable Channel channel,
      Caller caller,
      HttpServletRequest request) {
    return ask(id, new CadenceCommand.Mute(channel, true, null), caller, request);
  }

  @PostMapping("/{id}/channels/{channel}/unmute")
  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_WRITE)
  @Answers({200, 202})
  @Operation(
      operationId = "unmuteContactChannel",
      summary = "Write to a contact on a channel again; after a bounce or a complaint with a note")
  ResponseEntity<Envelope<ContactView>> unmute(
      @PathVariable UUID id,
      @PathVariable Channel channel,
      @Valid @RequestBody(required = false) @Nullable UnmuteBody body,
      Caller caller,
      HttpServletRequest request) {
    return ask(
        id, new CadenceCommand.Mute(channel, false, UnmuteBody.noteOf(body)), caller, request);
  }

  private ResponseEntity<Envelope<ContactView>> ask(
      UUID id, CadenceCommand body, Caller caller, HttpServletRequest request) {
    reader.read(id, caller);
    var command = commands.ask(request, id, body, caller.actor());
    var view = reader.read(id, caller);
    return (command.isOpen() ? Reply.accepted(view) : Reply.ok(view)).entity();
  }
}
