package com.duespark.api.accounts;

import com.duespark.api.shared.AllowSignedIn;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.domain.audit.Trail;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The person's own account: EP-005. */
@RestController
@RequestMapping("/v1/auth/me")
@Tag(name = "Accounts")
class MeController {

  private final Me me;
  private final Idempotent idempotent;

  MeController(Me me, Idempotent idempotent) {
    this.me = me;
    this.idempotent = idempotent;
  }

  @GetMapping
  @AllowSignedIn
  @Operation(operationId = "getMe", summary = "Who am I, where, and what may I do")
  Envelope<MeView> get(Identity person) {
    return Envelope.of(me.read(person));
  }

  @PatchMapping
  @AllowSignedIn
  @Operation(operationId = "updateMe", summary = "Change my name or language")
  ResponseEntity<Envelope<MeView>> update(
      Patch<MeBody> patch,
      IfMatch ifMatch,
      Identity person,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(
        request,
        () -> Reply.ok(me.update(person, patch, ifMatch.or(patch.ifMatchVersion()), trail)));
  }
}
