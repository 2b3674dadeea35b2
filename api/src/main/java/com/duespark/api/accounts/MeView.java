package com.duespark.api.accounts;

import com.duespark.api.shared.Versioned;
import com.duespark.domain.accounts.PlatformRole;
import com.duespark.domain.accounts.User;
import com.duespark.domain.members.Role;
import com.duespark.domain.tenants.TenantKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person (EP-005).
 *
 * @param platformRole what the person is for the platform; no business comes with it
 * @param active the business of the token; null without one
 * @param permissions what the role allows in the active business (RBC)
 */
record MeView(
    UUID id,
    String email,
    boolean emailVerified,
    String displayName,
    String locale,
    String referralCode,
    PlatformRole platformRole,
    List<Membership> memberships,
    @Nullable Membership active,
    List<Permission> permissions,
    int version)
    implements Versioned {

  /** A business the person works for. */
  record Membership(
      UUID tenantId, String name, TenantKind kind, Role role, boolean canSend, UUID memberId) {}

  static MeView of(User user, List<Membership> memberships, @Nullable Membership active) {
    return new MeView(
        user.id(),
        user.email(),
        user.isEmailVerified(),
        user.displayName(),
        user.locale(),
        user.referralCode(),
        user.platformRole(),
        memberships,
        active,
        active == null ? List.of() : Permission.of(active.role(), active.canSend()),
        user.version());
  }
}
