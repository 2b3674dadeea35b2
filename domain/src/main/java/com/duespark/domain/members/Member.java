package com.duespark.domain.members;

import com.duespark.domain.shared.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A person's place in a business (TEN-05).
 *
 * @param userId null while INVITED
 * @param canSend lets an AGENT send what is in scope (RBC-08)
 * @param invitedEmail where the invitation went; null for everybody who came in
 */
@Table("tenant_members")
public record Member(
    @Id UUID id,
    UUID tenantId,
    @Nullable UUID userId,
    Role role,
    MemberStatus status,
    boolean canSend,
    @Nullable String invitedEmail,
    @Nullable Instant lastSeenAt,
    @Nullable UUID createdBy,
    @Nullable Instant deletedAt,
    @Version int version) {

  /** Whoever founds a business owns it. */
  public static Member owner(UUID tenantId, UUID userId) {
    return new Member(
        Ids.next(),
        tenantId,
        userId,
        Role.OWNER,
        MemberStatus.ACTIVE,
        true,
        null,
        null,
        userId,
        null,
        0);
  }

  /** Somebody whom an identity provider vouches for. */
  public static Member of(UUID tenantId, UUID userId, Role role) {
    return new Member(
        Ids.next(), tenantId, userId, role, MemberStatus.ACTIVE, false, null, null, null, null, 0);
  }

  /**
   * Somebody who may come in.
   *
   * @param email normalised
   */
  public static Member invite(
      UUID tenantId, String email, Role role, boolean canSend, UUID invitedBy) {
    return new Member(
        Ids.next(),
        tenantId,
        null,
        role,
        MemberStatus.INVITED,
        canSend,
        email,
        null,
        invitedBy,
        null,
        0);
  }

  /** Accepts: the address becomes a person. */
  public Member join(UUID person) {
    return with(person, role, MemberStatus.ACTIVE, canSend, null, deletedAt);
  }

  public Member assign(Role newRole, MemberStatus newStatus, boolean newCanSend) {
    return with(userId, newRole, newStatus, newCanSend, invitedEmail, deletedAt);
  }

  public Member remove(Instant now) {
    return with(userId, role, status, canSend, invitedEmail, now);
  }

  private Member with(
      @Nullable UUID newUserId,
      Role newRole,
      MemberStatus newStatus,
      boolean newCanSend,
      @Nullable String newInvitedEmail,
      @Nullable Instant newDeletedAt) {
    return new Member(
        id,
        tenantId,
        newUserId,
        newRole,
        newStatus,
        newCanSend,
        newInvitedEmail,
        lastSeenAt,
        createdBy,
        newDeletedAt,
        version);
  }

  public boolean isActive() {
    return status == MemberStatus.ACTIVE && deletedAt == null;
  }

  public boolean isActiveOwner() {
    return isActive() && role == Role.OWNER;
  }
}
