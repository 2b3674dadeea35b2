package com.duespark.domain.members;

import com.duespark.domain.shared.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A person's place in a business.
 *
 * @param canSend lets an AGENT send what is in scope (RBC-08)
 */
@Table("tenant_members")
public record Member(
    @Id UUID id,
    UUID tenantId,
    UUID userId,
    Role role,
    MemberStatus status,
    boolean canSend,
    @Nullable Instant lastSeenAt,
    @Nullable UUID createdBy,
    @Nullable Instant deletedAt,
    @Version int version) {

  /** Whoever founds a business owns it. */
  public static Member owner(UUID tenantId, UUID userId) {
    return new Member(
        Ids.next(), tenantId, userId, Role.OWNER, MemberStatus.ACTIVE, true, null, userId, null, 0);
  }
}
