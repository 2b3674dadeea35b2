package com.duespark.api.reminders;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.ReminderPolicies;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reminder policies (EP-109). */
@RestController
@RequestMapping("/v1/reminder-policies")
@Tag(name = "Reminders")
class PolicyController {

  private final ReminderPolicies policies;
  private final PolicyDesk desk;
  private final Idempotent idempotent;

  PolicyController(ReminderPolicies policies, PolicyDesk desk, Idempotent idempotent) {
    this.policies = policies;
    this.desk = desk;
    this.idempotent = idempotent;
  }

  @Allow(value = Role.VIEWER, scopes = Scope.SETTINGS_READ)
  @GetMapping
  @Operation(operationId = "listReminderPolicies", summary = "All policies, the default first")
  Envelope<List<PolicyView>> list(Caller caller) {
    return Envelope.of(
        policies.all().stream().map(policy -> PolicyView.of(policy, caller)).toList());
  }

  @Allow(value = Role.VIEWER, scopes = Scope.SETTINGS_READ)
  @GetMapping("/{id}")
  @Operation(operationId = "getReminderPolicy", summary = "Show a policy")
  Envelope<PolicyView> show(@PathVariable UUID id, Caller caller) {
    return Envelope.of(
        policies
            .find(id)
            .map(policy -> PolicyView.of(policy, caller))
            .orElseThrow(() -> Refused.notFound("Reminder policy")));
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Answers(201)
  @PostMapping
  @Operation(operationId = "createReminderPolicy", summary = "Add a policy")
  ResponseEntity<Envelope<PolicyView>> create(
      @Valid @RequestBody PolicyBody body, HttpServletRequest request, Caller caller, Trail trail) {
    return idempotent.write(request, () -> Reply.created(desk.create(body, caller, trail)));
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @PatchMapping("/{id}")
  @Operation(
      operationId = "updateReminderPolicy",
      summary = "Change a policy; what it plans is planned anew, what was sent stays")
  ResponseEntity<Envelope<PolicyView>> update(
      @PathVariable UUID id,
      Patch<PolicyBody> patch,
      IfMatch ifMatch,
      HttpServletRequest request,
      Caller caller,
      Trail trail) {
    var version = ifMatch.or(patch.ifMatchVersion());
    return idempotent.write(
        request, () -> Reply.ok(desk.update(id, patch, version, caller, trail)));
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @DeleteMapping("/{id}")
  @Operation(
      operationId = "deleteReminderPolicy",
      summary = "Delete a policy that nobody uses and that is not the default")
  ResponseEntity<Envelope<Deleted>> delete(
      @PathVariable UUID id,
      IfMatch ifMatch,
      HttpServletRequest request,
      Caller caller,
      Trail trail) {
    return idempotent.write(request, () -> Reply.ok(desk.delete(id, ifMatch, caller, trail)));
  }
}
