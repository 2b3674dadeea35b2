package com.duespark.api.members;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.BuiltInLogin;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Rates;
import com.duespark.api.shared.Reply;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import io.swagger.v3.oas.annotations.Operation;
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

/** The team: EP-012, EP-013, EP-014. */
@RestController
@RequestMapping("/v1/members")
class MemberController {

  private final MemberReader reader;
  private final MemberDesk desk;
  private final Rates rates;
  private final Idempotent idempotent;

  MemberController(MemberReader reader, MemberDesk desk, Rates rates, Idempotent idempotent) {
    this.reader = reader;
    this.desk = desk;
    this.rates = rates;
    this.idempotent = idempotent;
  }

  @GetMapping
  @Allow(
      value = Role.VIEWER,
      scopes = {})
  @Operation(operationId = "listMembers", summary = "The whole team, owners first, then by role")
  Envelope<List<MemberView>> list(Caller caller) {
    return Envelope.of(reader.all(caller));
  }

  @PostMapping
  @BuiltInLogin
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Answers({200, 201})
  @Operation(
      operationId = "inviteMember",
      summary = "Invite an address; again while it is open, which sends the mail again")
  ResponseEntity<Envelope<MemberView>> invite(
      @RequestBody @Valid InviteBody body, Caller caller, Trail trail, HttpServletRequest request) {
    caller.requireMayInvite();
    takeInvitation(caller);
    return idempotent.write(request, () -> desk.invite(body, caller, trail));
  }

  @PatchMapping("/{id}")
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Operation(operationId = "updateMember", summary = "Change role, status or leave to send")
  ResponseEntity<Envelope<MemberView>> update(
      @PathVariable UUID id,
      Patch<MemberBody> patch,
      IfMatch ifMatch,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(
        request,
        () -> Reply.ok(desk.update(id, patch, ifMatch.or(patch.ifMatchVersion()), caller, trail)));
  }

  @DeleteMapping("/{id}")
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Operation(
      operationId = "removeMember",
      summary = "Remove a member, take an invitation back, or leave")
  ResponseEntity<Envelope<Deleted>> remove(
      @PathVariable UUID id,
      IfMatch ifMatch,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.ok(desk.remove(id, ifMatch, caller, trail)));
  }

  @PostMapping("/{id}/resend-invite")
  @BuiltInLogin
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Operation(operationId = "resendInvite", summary = "Mail the invitation again, with a new link")
  ResponseEntity<Envelope<MemberView>> resend(
      @PathVariable UUID id, Caller caller, Trail trail, HttpServletRequest request) {
    caller.requireMayInvite();
    takeInvitation(caller);
    return idempotent.write(request, () -> Reply.ok(desk.resend(id, caller, trail)));
  }

  private void takeInvitation(Caller caller) {
    rates.take("invitations/" + caller.tenantId(), rates.settings().invitations());
  }
}
