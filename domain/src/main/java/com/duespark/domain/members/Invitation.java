package com.duespark.domain.members;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation that can still be accepted.
 *
 * @param email where it went; only that address's account comes in by it
 */
public record Invitation(
    UUID id, UUID memberId, String email, Role role, Instant expiresAt, UUID createdBy) {}
