package com.duespark.domain.members;

import com.duespark.domain.tenants.TenantStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the database says about the person of a request and the business it names.
 *
 * @param user the account is active and the session, when it is one of ours, not revoked
 * @param tenant null when the business is not known to this person
 * @param memberId null when the person is not a member
 */
public record Standing(
    UUID userId,
    boolean user,
    boolean emailVerified,
    @Nullable TenantStatus tenant,
    @Nullable UUID memberId,
    @Nullable Role role,
    @Nullable MemberStatus status,
    boolean canSend) {}
