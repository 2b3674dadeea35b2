package com.duespark.api.accounts;

import com.duespark.api.shared.RetryAfter;
import com.duespark.domain.accounts.Brakes;
import com.duespark.domain.accounts.Origin;
import com.duespark.domain.accounts.Sessions;
import com.duespark.domain.accounts.User;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.contacts.Addresses;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.members.Member;
import com.duespark.domain.members.Members;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs in, renews and signs out (EP-002, EP-006). The password is checked outside of any
 * transaction.
 */
@Component
class Login {

  private final Users users;
  private final Brakes brakes;
  private final Sessions sessions;
  private final Members members;
  private final TenantScope scope;
  private final Passwords passwords;
  private final AccessTokens accessTokens;
  private final ProductEvents events;
  private final Audit audit;
  private final AccountAudit accounts;
  private final TransactionTemplate transaction;

  Login(
      Users users,
      Brakes brakes,
      Sessions sessions,
      Members members,
      TenantScope scope,
      Passwords passwords,
      AccessTokens accessTokens,
      ProductEvents events,
      Audit audit,
      AccountAudit accounts,
      TransactionTemplate transaction) {
    this.users = users;
    this.brakes = brakes;
    this.sessions = sessions;
    this.members = members;
    this.scope = scope;
    this.passwords = passwords;
    this.accessTokens = accessTokens;
    this.events = events;
    this.audit = audit;
    this.accounts = accounts;
    this.transaction = transaction;
  }

  /** Who came in, and with what. */
  private record Opened(UUID userId, Tokens tokens) {}

  Tokens login(String email, String password, Origin origin, Trail request) {
    var opened = checked(email, password, id -> new Opened(id, open(id, origin)));
    completed(opened.userId(), opened.tokens().tenantId(), request);
    return opened.tokens();
  }

  /**
   * Whose address and password these are. Runs in no transaction.
   *
   * @throws Refused UNAUTHORIZED, or RATE_LIMITED after too many wrong tries (AUT-04)
   */
  UUID check(String email, String password) {
    return checked(email, password, id -> id);
  }

  /**
   * Does the same for an address without an account as for a wrong password, so that neither answer
   * nor time tells them apart (AUT-03).
   */
  private <T> T checked(String email, String password, Function<UUID, T> then) {
    var address = Objects.requireNonNullElse(Addresses.email(email), "");
    requireZero(brakes.waitFor(address));
    var user = users.byEmail(address).filter(User::isActive);
    var matches = passwords.matches(password, user.flatMap(User::passwordHash));
    return settle(address, user.filter(known -> matches), then);
  }

  /** What became of an attempt; empty when it was wrong or has to wait. */
  private record Attempt<T>(Duration lockedFor, Optional<T> opened) {}

  /**
   * Keeps the outcome under the brake's lock, so that parallel guesses all count, and a password
   * that was changed since it was checked opens nothing.
   *
   * @param seen whose password it was
   */
  private <T> T settle(String address, Optional<User> seen, Function<UUID, T> then) {
    Attempt<T> attempt =
        Objects.requireNonNull(
            transaction.execute(
                running -> {
                  var brake = brakes.lock(address);
                  var wait = brake.lockedFor(users.now());
                  if (wait.isPositive()) {
                    return new Attempt<T>(wait, Optional.empty());
                  }
                  var user = seen.flatMap(this::unchanged);
                  if (user.isPresent()) {
                    brakes.release(address);
                  } else {
                    brakes.store(address, brake.failed(users.now()));
                  }
                  return new Attempt<T>(wait, user.map(User::id).map(then));
                }));
    requireZero(attempt.lockedFor());
    return attempt.opened().orElseThrow(Login::wrong);
  }

  private Optional<User> unchanged(User seen) {
    return users
        .lock(seen.id())
        .filter(user -> user.isActive() && user.passwordHash().equals(seen.passwordHash()));
  }

  private static void requireZero(Duration wait) {
    refusal(wait)
        .ifPresent(
            refused -> {
              throw refused;
            });
  }

  /** What is answered while a password is not even looked at (AUT-04). */
  static Optional<Refused> refusal(Duration wait) {
    return wait.isPositive()
        ? Optional.of(
            RetryAfter.limited(
                "Too many failed logins; wait, or reset your password", "ACCOUNT_LOCKED", wait))
        : Optional.empty();
  }

  private static Refused wrong() {
    return new Refused(
        ErrorCode.UNAUTHORIZED,
        "Email or password is wrong",
        List.of(new Refused.Detail("", "Email or password is wrong", "WRONG_CREDENTIALS")));
  }

  private Tokens open(UUID userId, Origin origin) {
    return Objects.requireNonNull(
        transaction.execute(
            running -> {
              var first = members.tenantsOf(userId).stream().findFirst();
              var session = sessions.open(userId, first.orElse(null));
              return tokens(session, origin);
            }));
  }

  private void completed(UUID userId, @Nullable UUID tenantId, Trail request) {
    if (tenantId == null) {
      return;
    }
    var trail = new Trail(userId.toString(), request.ipAddress(), request.requestId(), null);
    Tenant.run(
        tenantId,
        () ->
            transaction.executeWithoutResult(
                running -> {
                  events.record(trail, "auth.login_completed", Map.of());
                  audit.record(trail, "auth.signed_in", "user", userId, null, null);
                }));
  }

  /**
   * Rotates; a token used again later ends its session, which is kept although the answer is no.
   */
  Optional<Tokens> refresh(String refreshToken, Origin origin) {
    return Objects.requireNonNull(
        transaction.execute(
            running -> sessions.redeem(refreshToken).map(session -> tokens(session, origin))));
  }

  void logout(String refreshToken) {
    transaction.executeWithoutResult(running -> sessions.revokeBy(refreshToken));
  }

  void logoutEverywhere(UUID userId, Trail trail) {
    transaction.executeWithoutResult(
        running -> {
          sessions.revokeAll(userId);
          accounts.record(trail, "auth.signed_out_everywhere", userId);
        });
  }

  Tokens switchTo(UUID userId, UUID sessionId, UUID tenantId, Origin origin) {
    return Objects.requireNonNull(
        transaction.execute(
            running -> {
              if (!members.tenantsOf(userId).contains(tenantId)) {
                throw Refused.notFound("Business");
              }
              return enter(userId, sessionId, tenantId, origin);
            }));
  }

  /**
   * Goes into a business in the running transaction.
   *
   * @param sessionId null opens a session
   */
  Tokens enter(UUID userId, @Nullable UUID sessionId, UUID tenantId, Origin origin) {
    var place = seen(tenantId, userId); // first the member, then the session: as who locks them out
    if (sessionId == null) {
      return issue(sessions.open(userId, tenantId), place, origin);
    }
    sessions.switchTo(sessionId, tenantId);
    return issue(new Sessions.Session(sessionId, userId, tenantId), place, origin);
  }

  private Tokens tokens(Sessions.Session session, Origin origin) {
    return issue(
        session,
        Optional.ofNullable(session.tenantId()).flatMap(id -> seen(id, session.userId())),
        origin);
  }

  private Tokens issue(Sessions.Session session, Optional<Member> place, Origin origin) {
    return accessTokens.issue(session, place, sessions.issueRefreshToken(session.id(), origin));
  }

  /** The member, noted as having come in while active. */
  private Optional<Member> seen(UUID tenantId, UUID userId) {
    return scope.within(
        tenantId,
        () -> {
          var member = members.ofUser(userId);
          member.filter(Member::isActive).ifPresent(active -> members.seen(active.id()));
          return member;
        });
  }
}
