package com.duespark.api.accounts;

import com.duespark.api.shared.Identity;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.domain.accounts.User;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Members;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TenantScope;
import com.duespark.domain.tenants.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the person's own account. */
@Component
class Me {

  private final Users users;
  private final Members members;
  private final Tenants tenants;
  private final TenantScope scope;
  private final AccountAudit audit;

  Me(Users users, Members members, Tenants tenants, TenantScope scope, AccountAudit audit) {
    this.users = users;
    this.members = members;
    this.tenants = tenants;
    this.scope = scope;
    this.audit = audit;
  }

  @Transactional
  public MeView read(Identity person) {
    return view(users.findById(person.userId()).orElseThrow());
  }

  @Transactional
  public MeView update(Identity person, Patch<MeBody> patch, IfMatch ifMatch, Trail trail) {
    var user = users.lock(person.userId()).orElseThrow();
    ifMatch.check(user.version(), () -> view(user));
    var before = new MeBody(user.displayName(), user.locale());
    var body = patch.onto(before);
    var saved = users.save(user.rename(body.displayName(), body.locale()));
    audit.record(trail, "member.profile_updated", user.id(), before, body);
    return view(saved);
  }

  private MeView view(User user) {
    var memberships =
        members.tenantsOf(user.id()).stream()
            .map(tenant -> scope.within(tenant, () -> membership(tenant, user.id())))
            .flatMap(Optional::stream)
            .toList();
    return MeView.of(user, memberships, active(memberships));
  }

  private Optional<MeView.Membership> membership(UUID tenantId, UUID userId) {
    return members
        .ofUser(userId)
        .flatMap(
            member ->
                tenants
                    .find(tenantId)
                    .map(
                        tenant ->
                            new MeView.Membership(
                                tenantId,
                                tenant.name(),
                                tenant.kind(),
                                member.role(),
                                member.canSend(),
                                member.id())));
  }

  private static MeView.@Nullable Membership active(List<MeView.Membership> memberships) {
    return Tenant.current()
        .flatMap(
            id -> memberships.stream().filter(place -> place.tenantId().equals(id)).findFirst())
        .orElse(null);
  }
}
