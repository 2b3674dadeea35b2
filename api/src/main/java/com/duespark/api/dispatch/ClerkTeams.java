package com.duespark.api.dispatch;

import com.duespark.api.dispatch.ClerkAccounts.Result;
import com.duespark.api.shared.LoginSettings;
import com.duespark.api.tenants.Place;
import com.duespark.domain.accounts.Founding;
import com.duespark.domain.accounts.Sessions;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.clerk.ClerkEvent.MembershipTold;
import com.duespark.domain.clerk.ClerkEvent.Organization;
import com.duespark.domain.clerk.ClerkEvent.OrganizationTold;
import com.duespark.domain.clerk.ClerkLinks;
import com.duespark.domain.clerk.ClerkRoles;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.members.Invitations;
import com.duespark.domain.members.Member;
import com.duespark.domain.members.MemberStatus;
import com.duespark.domain.members.Members;
import com.duespark.domain.members.Role;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TenantScope;
import com.duespark.domain.tenants.TenantKind;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.Tenants;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Businesses and their members as Clerk tells of them. The rules of a team hold here too: who
 * changes it locks the tenant's row, and the last owner is not lost (TEN-05).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClerkTeams {

  private static final String LOCALE = "en";

  private final ClerkLinks links;
  private final Founding founding;
  private final Tenants tenants;
  private final Members members;
  private final Invitations invitations;
  private final Users users;
  private final Sessions sessions;
  private final TenantScope scope;
  private final Audit audit;
  private final ProductEvents events;
  private final ClerkRoles roles;
  private final Place place;

  ClerkTeams(
      ClerkLinks links,
      Founding founding,
      Tenants tenants,
      Members members,
      Invitations invitations,
      Users users,
      Sessions sessions,
      TenantScope scope,
      Audit audit,
      ProductEvents events,
      LoginSettings login) {
    this.links = links;
    this.founding = founding;
    this.tenants = tenants;
    this.members = members;
    this.invitations = invitations;
    this.users = users;
    this.sessions = sessions;
    this.scope = scope;
    this.audit = audit;
    this.events = events;
    this.roles = ClerkRoles.with(login.clerk().roles());
    this.place = Place.of(login.clerk().country(), null, null);
  }

  // ------------------------------------------------------------------ the organisation

  /** Founds its business, or links the one that it is said to be; its name is ours from then on. */
  Result organization(OrganizationTold told) {
    var organization = told.organization();
    if (links.isGone(organization.id())) {
      return Result.OLD;
    }
    if (links.tenantOf(organization.id()).isPresent()) {
      return new Result.Nothing("Its business is known");
    }
    var business = organization.business();
    if (business != null) {
      return scope.within(business, () -> link(organization));
    }
    var creator = organization.createdBy();
    if (creator == null || links.isGone(creator)) {
      return new Result.Nothing("It waits for its first administrator");
    }
    var owner = links.userOf(creator);
    if (owner.isEmpty()) {
      return new Result.Later("Whoever made it is not known yet");
    }
    found(organization, owner.get());
    return new Result.Done();
  }

  private Result link(Organization organization) {
    var business = tenants.find(Tenant.id());
    if (business.isEmpty()) {
      return new Result.Stuck("No business has the id in its public metadata");
    }
    tenants.lockCurrent();
    if (links.organization().isPresent()) {
      return new Result.Stuck("The business in its public metadata is another organisation's");
    }
    links.linkTenant(organization.id());
    audit.record(
        ClerkAccounts.TRAIL, "tenant.organization_linked", "tenant", Tenant.id(), null, null);
    return new Result.Done();
  }

  private UUID found(Organization organization, UUID owner) {
    var business =
        TenantProfile.found(
            Ids.next(),
            organization.name(),
            "general",
            place.zone(),
            place.currency(),
            place.country(),
            LOCALE,
            TenantKind.LIVE,
            owner);
    return scope.within(
        business.id(),
        () -> {
          founding.found(business, owner, ClerkAccounts.TRAIL);
          links.linkTenant(organization.id());
          audit.record(
              ClerkAccounts.TRAIL,
              "tenant.organization_linked",
              "tenant",
              business.id(),
              null,
              null);
          return business.id();
        });
  }

  /** Its business stays, for whoever can sign in to it otherwise. */
  Result organizationGone(String id) {
    if (!links.isNewlyGone(id)) {
      return Result.OLD;
    }
    var tenant = links.tenantOf(id);
    if (tenant.isEmpty()) {
      return new Result.Nothing("No business of ours");
    }
    return scope.within(
        tenant.get(),
        () -> {
          tenants.lockCurrent();
          links.unlinkTenant();
          audit.record(
              ClerkAccounts.TRAIL,
              "tenant.organization_unlinked",
              "tenant",
              Tenant.id(),
              null,
              null);
          return new Result.Done();
        });
  }

  // ------------------------------------------------------------------ its members

  /** Lets somebody in, or gives them the role that they have at Clerk now. */
  Result membership(MembershipTold told) {
    if (links.isGone(told.id())
        || links.isGone(told.userId())
        || links.isGone(told.organization().id())) {
      return Result.OLD;
    }
    var user = links.userOf(told.userId());
    if (user.isEmpty()) {
      return new Result.Later("The person is not known yet");
    }
    var tenant =
        links.tenantOf(told.organization().id()).or(() -> foundBy(told, user.orElseThrow()));
    if (tenant.isEmpty()) {
      return new Result.Later("The organisation is no business yet");
    }
    if (!links.isNews(told.id(), told.at())) {
      return Result.OLD;
    }
    return scope.within(tenant.get(), () -> place(told, user.get()));
  }

  /** An organisation that nobody made is founded by its first administrator. */
  private Optional<UUID> foundBy(MembershipTold told, UUID user) {
    var organization = told.organization();
    var creator = organization.createdBy();
    boolean founds =
        organization.business() == null
            && (creator == null || creator.equals(told.userId()) || links.isGone(creator))
            && roles.of(told.role(), false).isAtLeast(Role.ADMIN);
    return founds ? Optional.of(found(organization, user)) : Optional.empty();
  }

  private Result place(MembershipTold told, UUID userId) {
    tenants.lockCurrent();
    if (links.isRemovedHere(told.id())) {
      return new Result.Nothing("Removed here; another membership lets them in again");
    }
    var known = members.ofUser(userId);
    return known.isPresent() ? change(known.get(), told) : join(told, userId);
  }

  private Result join(MembershipTold told, UUID userId) {
    var invited =
        users
            .findById(userId)
            .filter(user -> user.isEmailVerified())
            .flatMap(user -> members.invited(user.email()));
    if (invited.isEmpty() && members.headcount() >= Members.LIMIT) {
      return new Result.Stuck("A business has at most %d members".formatted(Members.LIMIT));
    }
    var role = roles.of(told.role(), founded(told));
    var before = invited.orElse(null);
    var after =
        members.save(
            before == null
                ? Member.of(Tenant.id(), userId, role)
                : before.join(userId).assign(role, MemberStatus.ACTIVE, false));
    invitations.end(after.id());
    links.linkMember(after.id(), told.id(), told.role());
    audit.record(ClerkAccounts.TRAIL, "member.created", "member", after.id(), before, after);
    events.record(
        ClerkAccounts.TRAIL,
        "tenant.member_joined",
        Map.of("member_id", after.id(), "role", after.role()));
    return new Result.Done();
  }

  /** Whoever made an organisation owns its business, unless that was there before. */
  private static boolean founded(MembershipTold told) {
    var organization = told.organization();
    return organization.business() == null && told.userId().equals(organization.createdBy());
  }

  /** A role that was given here stands until the one at Clerk changes. */
  private Result change(Member before, MembershipTold told) {
    var lastRole = links.roleOf(before.id());
    links.linkMember(before.id(), told.id(), told.role());
    if (lastRole.filter(told.role()::equals).isPresent()) {
      return new Result.Done();
    }
    var role = roles.of(told.role(), before.role() == Role.OWNER || founded(told));
    if (role == before.role()) {
      return new Result.Done();
    }
    if (role != Role.OWNER && !keepsAnOwner(before)) {
      return new Result.Stuck("The last owner keeps the role; make somebody else an owner");
    }
    assign(before, role);
    return new Result.Done();
  }

  private void assign(Member before, Role role) {
    boolean canSend = role == Role.AGENT && before.canSend();
    var after = members.save(before.assign(role, before.status(), canSend));
    audit.record(ClerkAccounts.TRAIL, "member.updated", "member", after.id(), before, after);
    events.record(
        ClerkAccounts.TRAIL,
        "tenant.member_changed",
        Map.of("member_id", after.id(), "role", after.role(), "status", after.status()));
  }

  Result membershipGone(String id) {
    boolean fresh = links.isNewlyGone(id);
    var tenant = links.tenantOfMembership(id);
    if (!fresh || tenant.isEmpty()) {
      return new Result.Nothing("Nobody here is a member by it");
    }
    return scope.within(
        tenant.get(),
        () -> {
          tenants.lockCurrent();
          return links
              .memberOf(id)
              .flatMap(members::find)
              .map(this::remove)
              .orElseGet(() -> new Result.Nothing("Removed before"));
        });
  }

  /** Ends what somebody is by Clerk in the bound tenant. */
  Result leave(UUID userId) {
    tenants.lockCurrent();
    return members
        .ofUser(userId)
        .filter(member -> links.roleOf(member.id()).isPresent())
        .map(this::remove)
        .orElseGet(() -> new Result.Nothing("A member otherwise, or not at all"));
  }

  private Result remove(Member before) {
    if (!keepsAnOwner(before)) {
      return new Result.Stuck(
          "The last owner stays; make somebody else an owner, then remove them");
    }
    var after = members.save(before.remove(users.now()));
    links.linkMember(after.id(), null, null);
    invitations.end(after.id());
    var userId = after.userId();
    if (userId != null) {
      sessions.revokeIn(after.tenantId(), userId);
    }
    audit.record(ClerkAccounts.TRAIL, "member.removed", "member", after.id(), before, after);
    events.record(
        ClerkAccounts.TRAIL,
        "tenant.member_removed",
        Map.of("member_id", after.id(), "role", before.role(), "status", before.status()));
    return new Result.Done();
  }

  private boolean keepsAnOwner(Member leaving) {
    return !leaving.isActiveOwner() || members.activeOwners() > 1;
  }
}
