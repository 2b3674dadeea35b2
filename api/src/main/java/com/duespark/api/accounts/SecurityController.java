package com.duespark.api.accounts;

import com.duespark.api.shared.AllowSignedIn;
import com.duespark.api.shared.BuiltInLogin;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Rates;
import com.duespark.domain.accounts.Origin;
import com.duespark.domain.accounts.Sessions;
import com.duespark.domain.audit.Trail;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The person's own password, and where they are signed in. */
@RestController
@BuiltInLogin
@RequestMapping("/v1/auth/me")
@Tag(name = "Accounts")
class SecurityController {

  private final Security security;
  private final Sessions sessions;
  private final Rates rates;

  SecurityController(Security security, Sessions sessions, Rates rates) {
    this.security = security;
    this.sessions = sessions;
    this.rates = rates;
  }

  /** Keeps no answer for a repeat: the hash of a body with a password should be stored nowhere. */
  @PostMapping("/password")
  @AllowSignedIn
  @Operation(
      operationId = "changePassword",
      summary = "Change my password; ends all my other sessions and mails me that it was changed")
  Envelope<Notice> changePassword(
      @RequestBody @Valid ChangePasswordBody body,
      Identity person,
      Origin origin,
      Trail trail,
      HttpServletRequest request) {
    rates.takeAuth(request.getRemoteAddr());
    security.changePassword(person, body, origin, trail);
    return Envelope.of(Notice.DONE);
  }

  @GetMapping("/sessions")
  @AllowSignedIn
  @Operation(operationId = "listSessions", summary = "Where I am signed in, newest first")
  Envelope<List<SessionView>> list(Paging paging, Identity person) {
    var current = person.session();
    return paging.pageById(
        sessions.page(person.userId(), paging.beforeId(), paging.fetch()),
        session -> SessionView.of(session, current),
        Sessions.Open::id,
        () -> sessions.count(person.userId()));
  }

  @DeleteMapping("/sessions/{id}")
  @AllowSignedIn
  @Operation(operationId = "endSession", summary = "End one of my sessions, at once")
  Envelope<Deleted> end(@PathVariable UUID id, Identity person, Trail trail) {
    person.requireSession();
    security.end(person, id, trail);
    return Envelope.of(new Deleted(id));
  }

  @PostMapping("/sessions/end-others")
  @AllowSignedIn
  @Operation(operationId = "endOtherSessions", summary = "End all my sessions but this one")
  Envelope<EndedView> endOthers(Identity person, Trail trail) {
    return Envelope.of(new EndedView(security.endOthers(person, trail)));
  }
}
