package com.duespark.api.accounts;

import com.duespark.api.shared.AllowPublic;
import com.duespark.api.shared.BuiltInLogin;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Rates;
import com.duespark.domain.audit.Trail;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up and the mails of an account: EP-001, EP-003, EP-004. Answers never tell who exists. */
@RestController
@BuiltInLogin
@RequestMapping("/v1/auth")
@Tag(name = "Accounts")
class RegistrationController {

  private final Registration registration;
  private final Recovery recovery;
  private final Evenly evenly;
  private final Rates rates;

  RegistrationController(Registration registration, Recovery recovery, Evenly evenly, Rates rates) {
    this.registration = registration;
    this.recovery = recovery;
    this.evenly = evenly;
    this.rates = rates;
  }

  @PostMapping("/register")
  @AllowPublic
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "register", summary = "Open an account and a business")
  Envelope<Notice> register(
      @RequestBody @Valid RegisterBody body, Trail trail, HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    evenly.run(() -> registration.register(body, trail));
    return Envelope.of(Notice.CHECK_MAIL);
  }

  @PostMapping("/verify-email")
  @AllowPublic
  @Operation(operationId = "verifyEmail", summary = "Confirm the address with the mailed token")
  Envelope<Notice> verify(@RequestBody @Valid TokenBody body, HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    recovery.verify(body.token());
    return Envelope.of(Notice.DONE);
  }

  @PostMapping("/resend-verification")
  @AllowPublic
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "resendVerification", summary = "Mail the verification link again")
  Envelope<Notice> resend(@RequestBody @Valid EmailBody body, HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    evenly.run(() -> recovery.resendVerification(body.email()));
    return Envelope.of(Notice.CHECK_MAIL);
  }

  @PostMapping("/forgot-password")
  @AllowPublic
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "forgotPassword", summary = "Mail a link that sets a new password")
  Envelope<Notice> forgot(@RequestBody @Valid EmailBody body, HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    evenly.run(() -> recovery.forgot(body.email()));
    return Envelope.of(Notice.CHECK_MAIL);
  }

  @PostMapping("/reset-password")
  @AllowPublic
  @Operation(operationId = "resetPassword", summary = "Set a new password with the mailed token")
  Envelope<Notice> reset(
      @RequestBody @Valid ResetBody body, Trail trail, HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    recovery.reset(body.token(), body.password(), trail);
    return Envelope.of(Notice.DONE);
  }
}
