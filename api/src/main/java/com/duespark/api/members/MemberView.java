package com.duespark.api.members;

import com.duespark.api.shared.Versioned;
import com.duespark.domain.members.MemberStatus;
import com.duespark.domain.members.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the team.
 *
 * @param userId null while INVITED, as is the name
 * @param canSend whether they may send, by role or by leave
 * @param you whether it is who asks
 * @param lastSeenAt when they last came in
 * @param invitedAt the latest invitation; null for everybody who came in
 * @param invitationEndsAt until when its link works
 */
record MemberView(
    UUID id,
    @Nullable UUID userId,
    @Nullable String displayName,
    String email,
    Role role,
    MemberStatus status,
    boolean canSend,
    boolean you,
    @Nullable Instant lastSeenAt,
    @Nullable Instant invitedAt,
    @Nullable Instant invitationEndsAt,
    int version,
    List<String> allowedActions)
    implements Versioned {}
