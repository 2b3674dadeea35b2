package com.duespark.api.accounts;

import com.duespark.domain.members.Role;
import java.time.Instant;

/**
 * What somebody reads before they accept. Only the holder of the mail's link is told.
 *
 * @param invitedBy the name of whoever invited
 * @param email whose account comes in
 * @param hasAccount whether that address signs in already, or sets a name and a password
 */
record InvitationView(
    String business,
    Role role,
    String invitedBy,
    String email,
    boolean hasAccount,
    Instant expiresAt) {}
