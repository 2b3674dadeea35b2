package com.duespark.api.accounts;

import com.duespark.domain.accounts.AccountMailKind;
import com.duespark.domain.accounts.AccountMails;
import com.duespark.domain.accounts.AccountTokens;
import com.duespark.domain.accounts.Brakes;
import com.duespark.domain.accounts.Sessions;
import com.duespark.domain.accounts.User;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.contacts.Addresses;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Verifies an address and sets a forgotten password by one-time links (AUT-02, AUT-03). */
@Component
class Recovery {

  private final Users users;
  private final Brakes brakes;
  private final AccountTokens tokens;
  private final AccountMails mails;
  private final Sessions sessions;
  private final Passwords passwords;
  private final AccountAudit audit;

  Recovery(
      Users users,
      Brakes brakes,
      AccountTokens tokens,
      AccountMails mails,
      Sessions sessions,
      Passwords passwords,
      AccountAudit audit) {
    this.users = users;
    this.brakes = brakes;
    this.tokens = tokens;
    this.mails = mails;
    this.sessions = sessions;
    this.passwords = passwords;
    this.audit = audit;
  }

  @Transactional
  void verify(String token) {
    var user = owner(tokens.redeem(token, AccountMailKind.VERIFY_EMAIL));
    users.save(user.verifyEmail(users.now()));
  }

  @Transactional
  void resendVerification(String email) {
    var address = Addresses.email(email);
    if (address != null) {
      users
          .byEmail(address)
          .filter(user -> user.isActive() && !user.isEmailVerified())
          .ifPresent(user -> mails.send(AccountMailKind.VERIFY_EMAIL, user));
    }
  }

  @Transactional
  void forgot(String email) {
    var address = Addresses.email(email);
    if (address != null) {
      users
          .byEmail(address)
          .filter(User::isActive)
          .ifPresent(user -> mails.send(AccountMailKind.RESET_PASSWORD, user));
    }
  }

  /** Ends all sessions, and the brake: whoever knew the old password is out. */
  @Transactional
  void reset(String token, String password, Trail request) {
    var hash = passwords.hash(password);
    var userId = tokens.redeem(token, AccountMailKind.RESET_PASSWORD);
    brakes.release(users.findById(userId).orElseThrow().email());
    var user = owner(userId);
    users.save(user.resetPassword(hash, users.now()));
    tokens.expire(user.id(), AccountMailKind.RESET_PASSWORD);
    sessions.revokeAll(user.id());
    audit.record(request, "auth.password_reset", user.id());
  }

  private User owner(UUID userId) {
    return users.lock(userId).orElseThrow();
  }
}
