package com.duespark.api.accounts;

import com.duespark.api.shared.AllowPublic;
import com.duespark.api.shared.AllowSignedIn;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.Rates;
import com.duespark.domain.audit.Trail;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out: EP-002, EP-006. */
@RestController
@RequestMapping("/v1/auth")
class SessionController {

  record LoginBody(
      @NotBlank @Size(max = 254) String email,
      @NotBlank @Size(max = Passwords.MAX_LENGTH) String password) {}

  record RefreshBody(@NotBlank @Size(max = 200) String refreshToken) {}

  record SwitchBody(@NotNull UUID tenantId) {}

  private final Login login;
  private final Rates rates;

  SessionController(Login login, Rates rates) {
    this.login = login;
    this.rates = rates;
  }

  @PostMapping("/login")
  @AllowPublic
  @Operation(operationId = "login", summary = "Sign in with email and password")
  Envelope<Tokens> login(
      @RequestBody @Valid LoginBody body, Trail trail, HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    return Envelope.of(login.login(body.email(), body.password(), trail));
  }

  @PostMapping("/refresh")
  @AllowPublic
  @Operation(operationId = "refresh", summary = "Exchange a refresh token for new tokens")
  Envelope<Tokens> refresh(@RequestBody @Valid RefreshBody body, HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    return Envelope.of(login.refresh(body.refreshToken()));
  }

  @PostMapping("/logout")
  @AllowPublic
  @Operation(operationId = "logout", summary = "End the session of a refresh token")
  Envelope<Notice> logout(@RequestBody @Valid RefreshBody body, HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    login.logout(body.refreshToken());
    return Envelope.of(Notice.DONE);
  }

  /** The one body whose tenant_id means something: it is what is asked for, and is checked. */
  @PostMapping("/switch-tenant")
  @AllowSignedIn
  @Operation(operationId = "switchTenant", summary = "New tokens for another of my businesses")
  Envelope<Tokens> switchTenant(@RequestBody @Valid SwitchBody body, Identity person) {
    return Envelope.of(login.switchTo(person.userId(), person.sessionId(), body.tenantId()));
  }
}
