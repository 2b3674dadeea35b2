package com.duespark.api.accounts;

import com.duespark.api.shared.AllowPublic;
import com.duespark.api.shared.AllowSignedIn;
import com.duespark.api.shared.BuiltInLogin;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.Rates;
import com.duespark.domain.accounts.Origin;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out: EP-002, EP-006. A browser asks for a cookie ({@link SessionCookie}). */
@RestController
@BuiltInLogin
@RequestMapping("/v1/auth")
@Tag(name = "Accounts")
class SessionController {

  record LoginBody(
      @NotBlank @Size(max = 254) String email,
      @NotBlank @Size(max = Passwords.MAX_LENGTH) String password) {}

  record RefreshBody(@NotBlank @Size(max = 200) String refreshToken) {}

  record SwitchBody(@NotNull UUID tenantId) {}

  private final Login login;
  private final SessionAnswer answer;
  private final Rates rates;

  SessionController(Login login, SessionAnswer answer, Rates rates) {
    this.login = login;
    this.answer = answer;
    this.rates = rates;
  }

  @PostMapping("/login")
  @AllowPublic
  @Operation(
      operationId = "login",
      summary = "Sign in; with X-Session: cookie the refresh token goes into a cookie")
  ResponseEntity<Envelope<Tokens>> login(
      @RequestBody @Valid LoginBody body,
      @RequestHeader(name = SessionCookie.HEADER, required = false) @Nullable String session,
      Origin origin,
      Trail trail,
      HttpServletRequest request) {
    boolean wanted = SessionCookie.isWanted(session);
    rates.takeAuth(request.getRemoteAddr());
    return answer.of(wanted, login.login(body.email(), body.password(), origin, trail));
  }

  /**
   * Only a wrong token counts as an attempt: each page load asks, and an office has one address.
   */
  @PostMapping("/refresh")
  @AllowPublic
  @Operation(
      operationId = "refresh",
      summary = "Exchange a refresh token, of the body or the cookie, for new tokens")
  ResponseEntity<Envelope<Tokens>> refresh(
      @RequestBody(required = false) @Valid @Nullable RefreshBody body,
      @RequestHeader(name = SessionCookie.HEADER, required = false) @Nullable String session,
      Origin origin,
      HttpServletRequest request) {
    boolean wanted = SessionCookie.isWanted(session);
    var address = request.getRemoteAddr();
    rates.take("refresh/" + address, rates.settings().user());
    var token = given(wanted, body, request).orElseThrow(SessionController::signInAgain);
    var tokens = login.refresh(token, origin);
    if (tokens.isEmpty()) {
      rates.takeAuth(address);
    }
    return answer.of(wanted, tokens.orElseThrow(SessionController::signInAgain));
  }

  private static Refused signInAgain() {
    return new Refused(ErrorCode.UNAUTHORIZED, "Please sign in again", List.of());
  }

  @PostMapping("/logout")
  @AllowPublic
  @Operation(
      operationId = "logout",
      summary = "End the session of a refresh token, of the body or the cookie")
  ResponseEntity<Envelope<Notice>> logout(
      @RequestBody(required = false) @Valid @Nullable RefreshBody body,
      @RequestHeader(name = SessionCookie.HEADER, required = false) @Nullable String session,
      HttpServletRequest request) {
    boolean wanted = SessionCookie.isWanted(session);
    rates.takeAuth(request.getRemoteAddr());
    given(wanted, body, request).ifPresent(login::logout);
    return answer.done(wanted);
  }

  @PostMapping("/logout-everywhere")
  @AllowSignedIn
  @Operation(operationId = "logoutEverywhere", summary = "End all my sessions, this one too")
  ResponseEntity<Envelope<Notice>> logoutEverywhere(
      @RequestHeader(name = SessionCookie.HEADER, required = false) @Nullable String session,
      Identity person,
      Trail trail) {
    boolean wanted = SessionCookie.isWanted(session);
    person.requireSession();
    login.logoutEverywhere(person.userId(), trail);
    return answer.done(wanted);
  }

  /** The one body whose tenant_id means something: it is what is asked for, and is checked. */
  @PostMapping("/switch-tenant")
  @AllowSignedIn
  @Operation(operationId = "switchTenant", summary = "New tokens for another of my businesses")
  ResponseEntity<Envelope<Tokens>> switchTenant(
      @RequestBody @Valid SwitchBody body,
      @RequestHeader(name = SessionCookie.HEADER, required = false) @Nullable String session,
      Identity person,
      Origin origin) {
    boolean wanted = SessionCookie.isWanted(session);
    return answer.of(
        wanted, login.switchTo(person.userId(), person.session(), body.tenantId(), origin));
  }

  private static Optional<String> given(
      boolean byCookie, @Nullable RefreshBody body, HttpServletRequest request) {
    if (byCookie) {
      return SessionCookie.read(request);
    }
    if (body == null) {
      throw Refused.invalid("refresh_token", "REQUIRED", "Send the refresh_token");
    }
    return Optional.of(body.refreshToken());
  }
}
