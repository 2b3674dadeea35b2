package com.duespark.api.dispatch;

import com.duespark.api.accounts.AccountAudit;
import com.duespark.domain.accounts.AccountMailKind;
import com.duespark.domain.accounts.AccountTokens;
import com.duespark.domain.accounts.Sessions;
import com.duespark.domain.accounts.User;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.clerk.ClerkEvent;
import com.duespark.domain.clerk.ClerkEvent.Gone;
import com.duespark.domain.clerk.ClerkEvent.MembershipTold;
import com.duespark.domain.clerk.ClerkEvent.OrganizationTold;
import com.duespark.domain.clerk.ClerkEvent.Unrelated;
import com.duespark.domain.clerk.ClerkEvent.UserTold;
import com.duespark.domain.clerk.ClerkLinks;
import com.duespark.domain.members.Members;
import com.duespark.domain.storage.TenantScope;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * People as Clerk tells of them; what it tells of teams is the {@link ClerkTeams}' (AUT-08). Each
 * word is one transaction with the mark that it was taken, so twice or late changes nothing.
 */
@Component
class ClerkAccounts {

  /** What becomes of an event. */
  sealed interface Result {
    Result OLD = new Nothing("A newer word was taken, or the same");

    record Done() implements Result {}

    /** Known already, or not of interest. */
    record Nothing(String why) implements Result {}

    /** Something that it speaks of is not known yet. */
    record Later(String why) implements Result {}

    /** What was asked for cannot be; a person decides. */
    record Stuck(String why) implements Result {}
  }

  /** Who did what is told here and in {@link ClerkTeams}. */
  static final Trail TRAIL = new Trail("provider:clerk", null, null, null);

  private static final String LOCALE = "en";

  /** What the log tells of a change. */
  private record Told(String displayName, String email) {
    static Told of(User user) {
      return new Told(user.displayName(), user.email());
    }
  }

  private final ClerkLinks links;
  private final ClerkTeams teams;
  private final Users users;
  private final Sessions sessions;
  private final AccountTokens tokens;
  private final Members members;
  private final TenantScope scope;
  private final AccountAudit audit;

  ClerkAccounts(
      ClerkLinks links,
      ClerkTeams teams,
      Users users,
      Sessions sessions,
      AccountTokens tokens,
      Members members,
      TenantScope scope,
      AccountAudit audit) {
    this.links = links;
    this.teams = teams;
    this.users = users;
    this.sessions = sessions;
    this.tokens = tokens;
    this.members = members;
    this.scope = scope;
    this.audit = audit;
  }

  @Transactional
  public Result take(ClerkEvent event) {
    return switch (event) {
      case UserTold person -> person(person);
      case OrganizationTold told -> untaken(teams.organization(told));
      case MembershipTold membership -> untaken(teams.membership(membership));
      case Gone(ClerkEvent.Kind kind, String id) ->
          switch (kind) {
            case USER -> personGone(id);
            case ORGANIZATION -> teams.organizationGone(id);
            case MEMBERSHIP -> teams.membershipGone(id);
          };
      case Unrelated(String type) -> new Result.Nothing("Not followed: " + type);
    };
  }

  /** What a person has to settle first was not taken: the next word about it is news. */
  private static Result untaken(Result result) {
    if (result instanceof Result.Stuck) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
    return result;
  }

  private Result person(UserTold told) {
    if (!links.isNews(told.id(), told.at())) {
      return Result.OLD;
    }
    var known = links.userOf(told.id());
    return known.isPresent() ? update(known.get(), told) : add(told);
  }

  /** Clerk's word on name and address wins; an address that is another account's does not. */
  private Result update(UUID userId, UserTold told) {
    var user = users.lock(userId).orElseThrow();
    var before = Told.of(user);
    user.rename(told.name(), user.locale());
    var email = told.email();
    if (email != null
        && told.emailVerified()
        && users.byEmail(email).filter(other -> !other.id().equals(userId)).isEmpty()) {
      tokens.expire(userId, AccountMailKind.RESET_PASSWORD); // it went to the address before
      user.readdress(email, users.now());
    }
    users.save(user);
    var after = Told.of(user);
    if (!after.equals(before)) {
      audit.recordBy(TRAIL, "auth.account_updated", userId, before, after);
    }
    return new Result.Done();
  }

  /** Nobody gets an account by an address that may be somebody else's. */
  private Result add(UserTold told) {
    var email = told.email();
    if (email == null || !told.emailVerified()) {
      return new Result.Nothing("Without a confirmed address nobody has an account here");
    }
    var holder = users.lockByEmail(email);
    var user = holder.orElseGet(() -> User.external(email, told.name(), LOCALE));
    boolean shutOut = user.vouch(users.now()) && holder.isPresent();
    links.linkUser(told.id(), users.save(user).id());
    audit.recordBy(TRAIL, "auth.identity_linked", user.id(), null, null);
    if (shutOut) {
      sessions.revokeAll(user.id());
      audit.recordBy(TRAIL, "auth.password_ended", user.id(), null, null);
    }
    return new Result.Done();
  }

  /** The account stays, with its password if it has one; what it was by Clerk ends. */
  private Result personGone(String id) {
    if (!links.isNewlyGone(id)) {
      return Result.OLD;
    }
    var known = links.userOf(id);
    if (known.isEmpty()) {
      return new Result.Nothing("Nobody here");
    }
    links.unlinkUser(id);
    audit.recordBy(TRAIL, "auth.identity_unlinked", known.get(), null, null);
    if (links.isKnown(known.get())) {
      return new Result.Done(); // they came back as somebody new, who keeps the memberships
    }
    var stuck = new ArrayList<Result>();
    for (var tenant : members.tenantsOf(known.get())) {
      var left = scope.within(tenant, () -> teams.leave(known.get()));
      if (left instanceof Result.Stuck) {
        stuck.add(left);
      }
    }
    return stuck.isEmpty() ? new Result.Done() : stuck.getFirst();
  }
}
