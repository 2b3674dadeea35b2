package com.duespark.api.accounts;

import com.duespark.api.shared.Identity;
import com.duespark.domain.accounts.AccountMailKind;
import com.duespark.domain.accounts.AccountMails;
import com.duespark.domain.accounts.AccountTokens;
import com.duespark.domain.accounts.Brakes;
import com.duespark.domain.accounts.Origin;
import com.duespark.domain.accounts.Sessions;
import com.duespark.domain.accounts.User;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.Refused;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The person's own password and sessions. Passwords are hashed and checked outside of any
 * transaction.
 */
@Component
class Security {

  private final Users users;
  private final Brakes brakes;
  private final Sessions sessions;
  private final AccountTokens tokens;
  private final Passwords passwords;
  private final AccountMails mails;
  private final AccountAudit audit;
  private final TransactionTemplate transaction;

  Security(
      Users users,
      Brakes brakes,
      Sessions sessions,
      AccountTokens tokens,
      Passwords passwords,
      AccountMails mails,
      AccountAudit audit,
      TransactionTemplate transaction) {
    this.users = users;
    this.brakes = brakes;
    this.sessions = sessions;
    this.tokens = tokens;
    this.passwords = passwords;
    this.mails = mails;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * Changes the password and ends all other sessions.
   *
   * @throws Refused when the new one is weak; when the current one is wrong, which counts as a
   *     failed login (AUT-04); when they came by Clerk
   */
  void changePassword(Identity person, ChangePasswordBody body, Origin origin, Trail trail) {
    person.requireSession();
    var wanted = passwords.hash(body.password());
    var seen = users.findById(person.userId()).orElseThrow();
    refuse(Login.refusal(brakes.waitFor(seen.email())));
    boolean matches = passwords.matches(body.currentPassword(), seen.passwordHash());
    Optional<Refused> refusal =
        transaction.execute(
            running -> {
              var brake = brakes.lock(seen.email());
              var locked = Login.refusal(brake.lockedFor(users.now()));
              if (locked.isPresent()) {
                return locked;
              }
              var user = users.lock(person.userId()).orElseThrow();
              // another request may have changed it since it was checked
              if (!matches || !user.passwordHash().equals(seen.passwordHash())) {
                brakes.store(seen.email(), brake.failed(users.now()));
                return Optional.of(wrong());
              }
              brakes.release(seen.email());
              change(user, wanted, person.session(), origin, trail);
              return Optional.empty();
            });
    // only now, so that the attempt is kept
    refuse(Objects.requireNonNull(refusal));
  }

  private void change(User user, String hash, UUID kept, Origin origin, Trail trail) {
    users.save(user.changePassword(hash));
    tokens.expire(user.id(), AccountMailKind.RESET_PASSWORD);
    sessions.revokeOthers(user.id(), kept);
    mails.passwordChanged(user, origin);
    audit.record(trail, "auth.password_changed", user.id());
  }

  private static Refused wrong() {
    return Refused.invalid("current_password", "WRONG_PASSWORD", "This is not your password");
  }

  private static void refuse(Optional<Refused> refusal) {
    refusal.ifPresent(
        refused -> {
          throw refused;
        });
  }

  void end(Identity person, UUID sessionId, Trail trail) {
    transaction.executeWithoutResult(
        running -> {
          if (!sessions.revoke(sessionId, person.userId())) {
            throw Refused.notFound("Session");
          }
          audit.record(trail, "auth.session_ended", person.userId());
        });
  }

  /** Ends all sessions but the one that asks; answers how many that were. */
  int endOthers(Identity person, Trail trail) {
    return Objects.requireNonNull(
        transaction.execute(
            running -> {
              int ended = sessions.revokeOthers(person.userId(), person.session());
              if (ended > 0) {
                audit.record(trail, "auth.signed_out_elsewhere", person.userId());
              }
              return ended;
            }));
  }
}
