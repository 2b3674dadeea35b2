package com.duespark.api.tenants;

import com.duespark.api.reminders.PauseBody;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.AllowSignedIn;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.api.shared.WhileClosed;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The business: EP-010, EP-011, EP-113. */
@RestController
@Tag(name = "Settings")
class TenantController {

  private final Businesses businesses;
  private final Idempotent idempotent;

  TenantController(Businesses businesses, Idempotent idempotent) {
    this.businesses = businesses;
    this.idempotent = idempotent;
  }

  @PostMapping("/v1/tenants")
  @AllowSignedIn
  @Answers(201)
  @Operation(operationId = "createTenant", summary = "Found a business and own it")
  ResponseEntity<Envelope<TenantView>> create(
      @RequestBody @Valid FoundBody body,
      Identity person,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.created(businesses.found(body, person, trail)));
  }

  @GetMapping("/v1/tenant")
  @WhileClosed
  @Allow(value = Role.VIEWER, scopes = Scope.SETTINGS_READ)
  @Operation(operationId = "getTenant", summary = "The business and its settings")
  Envelope<TenantView> get(Caller caller) {
    return Envelope.of(businesses.read(caller));
  }

  @PatchMapping("/v1/tenant")
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Operation(operationId = "updateTenant", summary = "Change the business or its settings")
  ResponseEntity<Envelope<TenantView>> update(
      Patch<TenantBody> patch,
      IfMatch ifMatch,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(
        request,
        () ->
            Reply.ok(businesses.update(patch, ifMatch.or(patch.ifMatchVersion()), caller, trail)));
  }

  @PostMapping("/v1/tenant/close")
  @Allow(
      value = Role.OWNER,
      scopes = {})
  @Operation(
      operationId = "closeTenant",
      summary = "Close the business: everything stands still, and after sixty days it is erased")
  ResponseEntity<Envelope<TenantView>> close(
      @Valid @RequestBody CloseBody body, Caller caller, Trail trail, HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.ok(businesses.close(body.name(), caller, trail)));
  }

  @PostMapping("/v1/tenant/reopen")
  @WhileClosed
  @Allow(
      value = Role.OWNER,
      scopes = {})
  @Operation(
      operationId = "reopenTenant",
      summary = "Open a closed business again; its reminders stay paused")
  ResponseEntity<Envelope<TenantView>> reopen(
      Caller caller, Trail trail, HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.ok(businesses.reopen(caller, trail)));
  }

  @PostMapping("/v1/tenant/pause-reminders")
  @Allow(value = Role.ADMIN, scopes = Scope.REMINDERS_WRITE)
  @Operation(
      operationId = "pauseTenantReminders",
      summary = "No automatic reminders at all, for a while or until resumed")
  ResponseEntity<Envelope<TenantView>> pauseReminders(
      @Valid @RequestBody(required = false) @Nullable PauseBody body,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(
        request, () -> Reply.ok(businesses.pauseReminders(PauseBody.endOf(body), caller, trail)));
  }

  @PostMapping("/v1/tenant/resume-reminders")
  @Allow(value = Role.ADMIN, scopes = Scope.REMINDERS_WRITE)
  @Operation(
      operationId = "resumeTenantReminders",
      summary = "Remind again; what was missed is caught up with")
  ResponseEntity<Envelope<TenantView>> resumeReminders(
      Caller caller, Trail trail, HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.ok(businesses.resumeReminders(caller, trail)));
  }
}
