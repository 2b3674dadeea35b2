package com.duespark.domain.clerk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Clerk tells. Ids are Clerk's; times are those at which the object was last changed there.
 */
public sealed interface ClerkEvent {

  /** The kinds of objects that we follow. */
  enum Kind {
    USER,
    ORGANIZATION,
    MEMBERSHIP
  }

  /**
   * A person was added or changed.
   *
   * @param email the primary address, normalised; null without one
   * @param emailVerified whether Clerk saw that the address is theirs
   */
  record UserTold(String id, Instant at, @Nullable String email, boolean emailVerified, String name)
      implements ClerkEvent {}

  /** An organisation was added or changed. */
  record OrganizationTold(Organization organization, Instant at) implements ClerkEvent {}

  /**
   * A person was added to an organisation, or their role there changed.
   *
   * @param role as Clerk calls it, without its prefix
   */
  record MembershipTold(
      String id, Instant at, Organization organization, String userId, String role)
      implements ClerkEvent {}

  /** Something was deleted. */
  record Gone(Kind kind, String id) implements ClerkEvent {}

  /** Sessions, invitations, domains: nothing that we follow. */
  record Unrelated(String type) implements ClerkEvent {}

  /**
   * An organisation as its own and its memberships' events show it.
   *
   * @param createdBy the user; null when it was made by the instance itself
   * @param business the business that whoever runs the instance says it is; null for a new one
   */
  record Organization(
      String id, String name, @Nullable String createdBy, @Nullable UUID business) {}
}
