package com.duespark.api.members;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.api.shared.RetryAfter;
import com.duespark.domain.accounts.AccountMails;
import com.duespark.domain.accounts.Sessions;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.contacts.Addresses;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.members.Invitations;
import com.duespark.domain.members.Member;
import com.duespark.domain.members.MemberStatus;
import com.duespark.domain.members.Members;
import com.duespark.domain.members.Role;
import com.duespark.domain.members.Team;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites, changes and removes members. Each change locks the tenant's row and then reads anew who
 * asks, so that two changes at once are done one after the other.
 */
@Component
class MemberDesk {

  private final Members members;
  private final MemberReader reader;
  private final Invitations invitations;
  private final Users users;
  private final Sessions sessions;
  private final AccountMails mails;
  private final Tenants tenants;
  private final Audit audit;
  private final ProductEvents events;

  MemberDesk(
      Members members,
      MemberReader reader,
      Invitations invitations,
      Users users,
      Sessions sessions,
      AccountMails mails,
      Tenants tenants,
      Audit audit,
      ProductEvents events) {
    this.members = members;
    this.reader = reader;
    this.invitations = invitations;
    this.users = users;
    this.sessions = sessions;
    this.mails = mails;
    this.tenants = tenants;
    this.audit = audit;
    this.events = events;
  }

  /** Who is invited already is written to again, with the role that was asked for last. */
  @Transactional
  public Reply<MemberView> invite(InviteBody body, Caller caller, Trail trail) {
    var actor = lock(caller);
    Team.requireManages(actor);
    Team.requireMayGive(actor, body.role());
    boolean canSend = Boolean.TRUE.equals(body.canSend());
    Team.requireCanSendFits(body.role(), canSend);
    var email = requireEmail(body.email());
    requireNoMember(email);
    var open = members.invited(email);
    if (open.isEmpty()) {
      if (members.headcount() >= Members.LIMIT) {
        throw Refused.conflict(
            "TOO_MANY", "A business has at most %d members".formatted(Members.LIMIT));
      }
      var invited =
          members.save(
              Member.invite(caller.tenantId(), email, body.role(), canSend, caller.userId()));
      audit.record(trail, "member.invited", "member", invited.id(), null, invited);
      mail(invited, email, false, caller, trail);
      return Reply.created(reader.read(invited.id(), caller));
    }
    var before = open.get();
    Team.requireMayTouch(actor, before);
    var after = members.save(before.assign(body.role(), MemberStatus.INVITED, canSend));
    audit.record(trail, "member.invited", "member", after.id(), before, after);
    mail(after, email, true, caller, trail);
    return Reply.ok(reader.read(after.id(), caller));
  }

  /** Tells of people of this business only; about any other account nothing is said. */
  private void requireNoMember(String email) {
    users
        .byEmail(email)
        .flatMap(user -> members.ofUser(user.id()))
        .ifPresent(
            member -> {
              throw member.isActive()
                  ? Refused.conflict("ALREADY_MEMBER", "They are a member already")
                  : Refused.conflict(
                      "MEMBER_DISABLED", "They are a member who is disabled; enable them instead");
            });
  }

  private static String requireEmail(String text) {
    var email = Addresses.email(text);
    if (email == null || !Addresses.isEmail(email)) {
      throw Refused.invalid("email", "FORMAT", "This is not an email address");
    }
    return email;
  }

  @Transactional
  public MemberView resend(UUID id, Caller caller, Trail trail) {
    var actor = lock(caller);
    Team.requireManages(actor);
    var member = find(id);
    Team.requireMayTouch(actor, member);
    var email = member.invitedEmail();
    if (email == null) {
      throw Refused.conflict("NOT_INVITED", "They came in already; there is nothing to send");
    }
    audit.record(trail, "member.invited", "member", id, member, member);
    mail(member, email, true, caller, trail);
    return reader.read(id, caller);
  }

  private void mail(Member member, String email, boolean again, Caller caller, Trail trail) {
    var wait = invitations.waitFor(email);
    if (wait.isPositive()) {
      throw RetryAfter.limited(
          "At most %d invitations to one address in 24 hours".formatted(Invitations.PER_DAY),
          "TOO_MANY_INVITATIONS",
          wait);
    }
    var inviter = users.findById(caller.userId()).orElseThrow();
    mails.invite(
        invitations.open(member.id(), caller.userId()),
        new AccountMails.Invite(
            email,
            inviter.displayName(),
            tenants.current().name(),
            member.role(),
            inviter.locale()));
    events.record(
        trail,
        "tenant.member_invited",
        Map.of("member_id", member.id(), "role", member.role(), "again", again));
  }

  @Transactional
  public MemberView update(
      UUID id, Patch<MemberBody> patch, IfMatch ifMatch, Caller caller, Trail trail) {
    var actor = lock(caller);
    var before = find(id);
    ifMatch.check(before.version(), () -> reader.read(id, caller));
    var body = patch.onto(MemberBody.of(before));
    if (patch.names("can_send")) {
      Team.requireCanSendFits(body.role(), body.canSend());
    }
    var wanted = before.assign(body.role(), body.status(), canSend(before, body, patch));
    Team.requireAllowed(actor, before, wanted, members.activeOwners());
    var after = members.save(wanted);
    audit.record(trail, "member.updated", "member", id, before, after);
    if (before.isActive() && !after.isActive()) {
      endSessions(after);
    }
    events.record(
        trail,
        "tenant.member_changed",
        Map.of("member_id", id, "role", after.role(), "status", after.status()));
    return reader.read(id, caller);
  }

  /** Leave to send is given by name; nobody keeps it from another role. */
  private static boolean canSend(Member before, MemberBody body, Patch<MemberBody> patch) {
    return body.role() == Role.AGENT
        && body.canSend()
        && (before.role() == Role.AGENT || patch.names("can_send"));
  }

  /** Of who is invited it takes the invitation back; of oneself it means leaving. */
  @Transactional
  public Deleted remove(UUID id, IfMatch ifMatch, Caller caller, Trail trail) {
    var actor = lock(caller);
    var before = find(id);
    ifMatch.check(before.version(), () -> reader.read(id, caller));
    Team.requireAllowed(actor, before, null, members.activeOwners());
    var after = members.save(before.remove(users.now()));
    invitations.end(id);
    endSessions(after);
    audit.record(trail, "member.removed", "member", id, before, after);
    events.record(
        trail,
        "tenant.member_removed",
        Map.of("member_id", id, "role", before.role(), "status", before.status()));
    return new Deleted(id);
  }

  private void endSessions(Member member) {
    if (member.userId() != null) {
      sessions.revokeIn(member.tenantId(), Objects.requireNonNull(member.userId()));
    }
  }

  private Member lock(Caller caller) {
    tenants.lockCurrent();
    return find(caller.memberId());
  }

  private Member find(UUID id) {
    return members.find(id).orElseThrow(MemberReader::missing);
  }
}
