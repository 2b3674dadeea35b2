package com.duespark.api.accounts;

import com.duespark.api.shared.Identity;
import com.duespark.domain.accounts.Origin;
import com.duespark.domain.accounts.User;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.members.Invitation;
import com.duespark.domain.members.Invitations;
import com.duespark.domain.members.Members;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a person into a business by an invitation: somebody new, or whoever has the invited address
 * as an account. The link proves the address, so it counts as confirmed. Passwords are hashed and
 * checked outside of any transaction.
 */
@Component
class Joining {

  private final Invitations invitations;
  private final Members members;
  private final Users users;
  private final Tenants tenants;
  private final Login login;
  private final Passwords passwords;
  private final Audit audit;
  private final ProductEvents events;
  private final TransactionTemplate transaction;

  Joining(
      Invitations invitations,
      Members members,
      Users users,
      Tenants tenants,
      Login login,
      Passwords passwords,
      Audit audit,
      ProductEvents events,
      TransactionTemplate transaction) {
    this.invitations = invitations;
    this.members = members;
    this.users = users;
    this.tenants = tenants;
    this.login = login;
    this.passwords = passwords;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
  }

  InvitationView preview(String token) {
    return inBusiness(
        token,
        () -> {
          var invitation = invitations.find(token);
          return new InvitationView(
              tenants.current().name(),
              invitation.role(),
              users.findById(invitation.createdBy()).map(User::displayName).orElse(""),
              invitation.email(),
              users.byEmail(invitation.email()).isPresent(),
              invitation.expiresAt());
        });
  }

  /**
   * Comes in.
   *
   * @param person who is signed in; null for a stranger
   */
  Tokens accept(AcceptBody body, @Nullable Identity person, Origin origin, Trail request) {
    var invitation = inBusiness(body.token(), () -> invitations.find(body.token()));
    var user = who(invitation, body, person);
    var sessionId = person == null ? null : person.sessionId();
    try {
      return inBusiness(body.token(), () -> join(body.token(), user, sessionId, origin, request));
    } catch (DuplicateKeyException takenMeanwhile) {
      throw Refused.conflict(
          "ACCOUNT_EXISTS", "This address has an account by now; sign in with its password");
    }
  }

  /** Not saved yet when they are new. */
  private User who(Invitation invitation, AcceptBody body, @Nullable Identity person) {
    if (person != null) {
      return signedIn(invitation, person);
    }
    if (users.byEmail(invitation.email()).isPresent()) {
      var password = body.password();
      if (password == null) {
        throw Refused.invalid("password", "REQUIRED", "Give the password of your account");
      }
      return users.findById(login.check(invitation.email(), password)).orElseThrow();
    }
    return newcomer(invitation, body);
  }

  private User signedIn(Invitation invitation, Identity person) {
    person.requireSession();
    var user = users.findById(person.userId()).orElseThrow();
    if (!user.email().equals(invitation.email())) {
      throw new Refused(
          ErrorCode.FORBIDDEN,
          "This invitation is for another address than yours; sign out first",
          List.of(new Refused.Detail("", "For another address", "OTHER_ACCOUNT")));
    }
    return user;
  }

  private User newcomer(Invitation invitation, AcceptBody body) {
    var name = Objects.requireNonNullElse(body.displayName(), "").strip();
    var password = Objects.requireNonNullElse(body.password(), "");
    var missing = new ArrayList<Refused.Detail>();
    if (name.isEmpty()) {
      missing.add(new Refused.Detail("display_name", "Give your name", "REQUIRED"));
    }
    if (password.length() < Passwords.MIN_LENGTH) {
      missing.add(
          new Refused.Detail(
              "password",
              "Choose a password of at least %d characters".formatted(Passwords.MIN_LENGTH),
              password.isEmpty() ? "REQUIRED" : "SIZE"));
    }
    if (!missing.isEmpty()) {
      throw Refused.invalid("Please correct the marked fields", missing);
    }
    return User.register(
        invitation.email(),
        passwords.hash(password),
        name,
        Objects.requireNonNullElseGet(
            body.locale(), () -> inBusiness(body.token(), () -> tenants.current().locale())));
  }

  /** The tenant's row is locked, so a link that is used twice at once lets one in. */
  private Tokens join(
      String token, User seen, @Nullable UUID sessionId, Origin origin, Trail request) {
    tenants.lockCurrent();
    var invitation = invitations.find(token);
    boolean isNew = seen.version() == 0;
    var user = isNew ? seen : users.lock(seen.id()).orElseThrow();
    users.save(user.verifyEmail(users.now()));
    var trail = new Trail(user.id().toString(), request.ipAddress(), request.requestId(), null);
    var before = members.find(invitation.memberId()).orElseThrow();
    var after = members.save(before.join(user.id()));
    invitations.end(after.id());
    audit.record(trail, "member.joined", "member", after.id(), before, after);
    if (isNew) {
      events.record(trail, "auth.signup_completed", Map.of("invited_as", after.id()));
    }
    events.record(
        trail, "tenant.member_joined", Map.of("member_id", after.id(), "role", after.role()));
    return login.enter(user.id(), sessionId, after.tenantId(), origin);
  }

  private <T> T inBusiness(String token, Supplier<T> work) {
    var tenantId = transaction.execute(running -> invitations.tenantOf(token));
    return Tenant.call(
        Objects.requireNonNull(tenantId),
        () -> Objects.requireNonNull(transaction.execute(running -> work.get())));
  }
}
