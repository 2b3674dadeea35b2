package com.duespark.api.accounts;

import com.duespark.api.shared.AllowPublic;
import com.duespark.api.shared.BuiltInLogin;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.Rates;
import com.duespark.domain.accounts.Origin;
import com.duespark.domain.audit.Trail;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Coming into a business by the link of a mail: EP-014. */
@RestController
@BuiltInLogin
@RequestMapping("/v1/invitations")
class InvitationController {

  private final Joining joining;
  private final SessionAnswer answer;
  private final Rates rates;

  InvitationController(Joining joining, SessionAnswer answer, Rates rates) {
    this.joining = joining;
    this.answer = answer;
    this.rates = rates;
  }

  /** A POST, so that the secret stands in no address and no log. */
  @PostMapping("/preview")
  @AllowPublic
  @Operation(
      operationId = "previewInvitation",
      summary = "Who invites into which business, and whether the address has an account")
  Envelope<InvitationView> preview(@RequestBody @Valid TokenBody body, HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    return Envelope.of(joining.preview(body.token()));
  }

  @PostMapping("/accept")
  @AllowPublic
  @Operation(
      operationId = "acceptInvitation",
      summary =
          "Come in: signed in, with the account's password, or as somebody new with a name and a"
              + " password; with X-Session: cookie the refresh token goes into a cookie")
  ResponseEntity<Envelope<Tokens>> accept(
      @RequestBody @Valid AcceptBody body,
      @RequestHeader(name = SessionCookie.HEADER, required = false) @Nullable String session,
      Origin origin,
      Trail trail,
      HttpServletRequest request) {
    boolean wanted = SessionCookie.isWanted(session);
    rates.takeAuth(request.getRemoteAddr());
    return answer.of(
        wanted, joining.accept(body, Identity.of(request).orElse(null), origin, trail));
  }
}
