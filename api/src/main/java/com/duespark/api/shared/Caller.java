package com.duespark.api.shared;

import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The member or the key that asks, resolved once per request from the token and the database
 * (AUT-06). A handler that takes one as an argument runs with the tenant bound.
 *
 * @param userId the person; for a key, whoever made it and answers for it
 * @param role a key's is ADMIN, and its scopes narrow that
 * @param emailVerified needed to send to anyone, connect payments, invite (AUT-02)
 * @param canSend an AGENT's leave to send; true for every role above
 * @param key null for a person
 */
public record Caller(
    UUID userId,
    UUID tenantId,
    Role role,
    UUID memberId,
    boolean emailVerified,
    boolean canSend,
    @Nullable Key key) {

  static final String ATTRIBUTE = Caller.class.getName();

  /** A member of a closed business, who is a caller of what is open {@link WhileClosed}. */
  static final String WHILE_CLOSED = ATTRIBUTE + ".whileClosed";

  /** The member that asks, whether the business is closed or not. */
  static Optional<Caller> ofAny(HttpServletRequest request) {
    return Stream.of(ATTRIBUTE, WHILE_CLOSED)
        .map(request::getAttribute)
        .filter(Caller.class::isInstance)
        .map(Caller.class::cast)
        .findFirst();
  }

  /** The key of a program that asks. */
  public record Key(UUID id, Set<Scope> scopes) {}

  public boolean is(Role least) {
    return role.isAtLeast(least);
  }

  public boolean isKey() {
    return key != null;
  }

  /** A person is bound by the role alone, a key by its scopes too; null is in no key's scopes. */
  public boolean covers(@Nullable Scope scope) {
    return key == null || (scope != null && key.scopes().contains(scope));
  }

  /** A person by the role; no key. */
  public boolean isPerson(Role least) {
    return is(least) && key == null;
  }

  /** Who did it, as audit log and commands say it. */
  public String actor() {
    return key == null ? userId.toString() : Trail.actorOfKey(key.id());
  }

  /** The person when it is an AGENT, who finds what is in scope only (RBC-20); null for others. */
  public @Nullable UUID agent() {
    return role == Role.AGENT ? userId : null;
  }

  /** AUT-02: an unverified person may set up, but writes to nobody else. */
  public void requireMaySend() {
    requireVerified("Confirm your email address first; then you can send");
    if (!canSend) {
      throw new Refused(
          ErrorCode.FORBIDDEN,
          "You may not send; ask an owner",
          List.of(new Refused.Detail("", "Sending is not allowed", "MAY_NOT_SEND")));
    }
  }

  /** AUT-02: an unverified person asks nobody in. */
  public void requireMayInvite() {
    requireVerified("Confirm your email address first; then you can invite");
  }

  /** AUT-02: whoever may only have typed the address keeps no way in for its holder's time. */
  public void requireMayMakeKeys() {
    requireVerified("Confirm your email address first; then you can make keys");
  }

  private void requireVerified(String say) {
    if (!emailVerified) {
      throw new Refused(
          ErrorCode.FORBIDDEN,
          say,
          List.of(new Refused.Detail("", "Confirm your email address", "EMAIL_NOT_VERIFIED")));
    }
  }
}
