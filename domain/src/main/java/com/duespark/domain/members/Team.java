package com.duespark.domain.members;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what to whom in a business (RBC-01, TEN-05). Pure: the facts are read under the
 * tenant's lock.
 */
public final class Team {

  private Team() {}

  /** Only an ADMIN or OWNER who still is one manages the team. */
  public static void requireManages(Member actor) {
    if (!actor.isActive() || !actor.role().isAtLeast(Role.ADMIN)) {
      throw forbidden("Only an owner or admin manages the team", "ROLE_REQUIRED");
    }
  }

  /** An ADMIN makes nobody an OWNER. */
  public static void requireMayGive(Member actor, Role role) {
    if (role == Role.OWNER && actor.role() != Role.OWNER) {
      throw forbidden("Only an owner makes somebody an owner", "OWNER_ONLY");
    }
  }

  /** An ADMIN changes no OWNER. */
  public static void requireMayTouch(Member actor, Member member) {
    if (member.role() == Role.OWNER && actor.role() != Role.OWNER) {
      throw forbidden("Only an owner changes or removes an owner", "OWNER_ONLY");
    }
  }

  /**
   * Checks a change as a whole.
   *
   * @param after null when the member is removed
   * @param activeOwners of the business before the change
   */
  public static void requireAllowed(
      Member actor, Member before, @Nullable Member after, int activeOwners) {
    requireManages(actor);
    requireMayTouch(actor, before);
    if (after != null) {
      requireMayGive(actor, after.role());
      requireStatus(actor, before, after);
    }
    if (isLastOwner(before, activeOwners) && (after == null || !after.isActiveOwner())) {
      throw Refused.conflict(
          "LAST_OWNER", "A business keeps an active owner; make somebody else an owner first");
    }
  }

  private static void requireStatus(Member actor, Member before, Member after) {
    if (before.status() == after.status()) {
      return;
    }
    if (before.status() == MemberStatus.INVITED) {
      throw Refused.conflict(
          "NOT_ACCEPTED", "The invitation is not accepted yet; send it again or remove it");
    }
    if (after.status() == MemberStatus.INVITED) {
      throw Refused.invalid("status", "FORMAT", "A member is ACTIVE or DISABLED");
    }
    if (after.status() == MemberStatus.DISABLED && actor.id().equals(before.id())) {
      throw Refused.conflict("YOURSELF", "You cannot disable yourself; remove yourself to leave");
    }
  }

  /** Leave to send means something for an AGENT only (RBC-08). */
  public static void requireCanSendFits(Role role, boolean canSend) {
    if (canSend && role != Role.AGENT) {
      throw Refused.invalid(
          "can_send",
          "NOT_AN_AGENT",
          "Only an AGENT is given leave to send; STAFF and above have it, a VIEWER never");
    }
  }

  /** What a screen offers to somebody about a member; the same rules as above. */
  public static Set<TeamAct> allowed(Member actor, Member member, int activeOwners) {
    var acts = EnumSet.noneOf(TeamAct.class);
    var manages = actor.isActive() && actor.role().isAtLeast(Role.ADMIN);
    if (!manages || (member.role() == Role.OWNER && actor.role() != Role.OWNER)) {
      return acts;
    }
    if (!isLastOwner(member, activeOwners)) {
      acts.add(TeamAct.SET_ROLE);
      acts.add(TeamAct.REMOVE);
      if (member.status() == MemberStatus.ACTIVE && !actor.id().equals(member.id())) {
        acts.add(TeamAct.DISABLE);
      }
    }
    if (member.role() == Role.AGENT) {
      acts.add(TeamAct.SET_CAN_SEND);
    }
    if (member.status() == MemberStatus.DISABLED) {
      acts.add(TeamAct.ENABLE);
    }
    if (member.status() == MemberStatus.INVITED) {
      acts.add(TeamAct.RESEND_INVITE);
    }
    return acts;
  }

  private static boolean isLastOwner(Member member, int activeOwners) {
    return member.isActiveOwner() && activeOwners <= 1;
  }

  private static Refused forbidden(String message, String code) {
    return new Refused(
        ErrorCode.FORBIDDEN, message, List.of(new Refused.Detail("", message, code)));
  }
}
