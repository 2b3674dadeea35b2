package com.duespark.api.shared;

import com.duespark.domain.members.Role;
import java.util.UUID;

/**
 * The member who asks, resolved once per request from the token and the database (AUT-06). A
 * handler that takes one as an argument runs with the tenant bound.
 *
 * @param emailVerified needed to send to anyone, connect payments, invite (AUT-02)
 * @param canSend an AGENT's leave to send; true for every role above
 */
public record Caller(
    UUID userId, UUID tenantId, Role role, UUID memberId, boolean emailVerified, boolean canSend) {

  static final String ATTRIBUTE = Caller.class.getName();

  public boolean is(Role least) {
    return role.isAtLeast(least);
  }
}
