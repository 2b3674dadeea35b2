package com.duespark.domain.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.duespark.domain.shared.Refused;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TeamTest {

  private static final UUID BUSINESS = UUID.randomUUID();

  private final Member owner = member(Role.OWNER);
  private final Member admin = member(Role.ADMIN);

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"STAFF", "AGENT", "VIEWER"})
  void onlyOwnersAndAdminsManage(Role role) {
    var viewer = member(Role.VIEWER);

    assertThat(refusal(member(role), viewer, null, 1)).isEqualTo("ROLE_REQUIRED");
    assertThat(Team.allowed(member(role), viewer, 1)).isEmpty();
  }

  @Test
  void whoWasDisabledMeanwhileManagesNoMore() {
    var disabled = admin.assign(Role.ADMIN, MemberStatus.DISABLED, false);

    assertThat(refusal(disabled, member(Role.VIEWER), null, 1)).isEqualTo("ROLE_REQUIRED");
    assertThat(Team.allowed(disabled, member(Role.VIEWER), 1)).isEmpty();
  }

  @Test
  void anAdminNeitherTouchesNorMakesAnOwner() {
    var staff = member(Role.STAFF);

    assertThat(refusal(admin, owner, null, 2)).isEqualTo("OWNER_ONLY");
    assertThat(refusal(admin, owner, as(owner, Role.STAFF), 2)).isEqualTo("OWNER_ONLY");
    assertThat(refusal(admin, staff, as(staff, Role.OWNER), 2)).isEqualTo("OWNER_ONLY");
    assertThat(refusal(admin, admin, as(admin, Role.OWNER), 2)).isEqualTo("OWNER_ONLY");
    assertThat(Team.allowed(admin, owner, 2)).isEmpty();
    assertThat(refusal(admin, staff, as(staff, Role.ADMIN), 1)).isNull();
  }

  @Test
  void theLastActiveOwnerStays() {
    var disabled = owner.assign(Role.OWNER, MemberStatus.DISABLED, false);

    assertThat(refusal(owner, owner, as(owner, Role.ADMIN), 1)).isEqualTo("LAST_OWNER");
    assertThat(refusal(owner, owner, null, 1)).isEqualTo("LAST_OWNER");
    assertThat(refusal(member(Role.OWNER), owner, disabled, 1)).isEqualTo("LAST_OWNER");
    assertThat(refusal(owner, owner, as(owner, Role.ADMIN), 2)).isNull();
    assertThat(refusal(owner, owner, null, 2)).isNull();
    assertThat(Team.allowed(owner, owner, 1)).isEmpty();
  }

  @Test
  void anOwnerWhoIsDisabledCountsForNothingAndMayGo() {
    var disabled = member(Role.OWNER).assign(Role.OWNER, MemberStatus.DISABLED, false);

    assertThat(refusal(owner, disabled, null, 1)).isNull();
    assertThat(Team.allowed(owner, disabled, 1))
        .isEqualTo(Set.of(TeamAct.SET_ROLE, TeamAct.REMOVE, TeamAct.ENABLE));
  }

  @Test
  void nobodyDisablesThemselves() {
    var disabled = owner.assign(Role.OWNER, MemberStatus.DISABLED, false);

    assertThat(refusal(owner, owner, disabled, 2)).isEqualTo("YOURSELF");
    assertThat(Team.allowed(owner, owner, 2)).isEqualTo(Set.of(TeamAct.SET_ROLE, TeamAct.REMOVE));
  }

  @ParameterizedTest
  @EnumSource(
      value = MemberStatus.class,
      names = {"ACTIVE", "DISABLED"})
  void onlyTheInvitedPersonEndsAnInvitation(MemberStatus status) {
    var invited = Member.invite(BUSINESS, "a@b.example", Role.STAFF, false, UUID.randomUUID());

    assertThat(refusal(owner, invited, invited.assign(Role.STAFF, status, false), 1))
        .isEqualTo("NOT_ACCEPTED");
    assertThat(refusal(owner, invited, as(invited, Role.VIEWER), 1)).isNull();
    assertThat(Team.allowed(owner, invited, 1))
        .isEqualTo(Set.of(TeamAct.SET_ROLE, TeamAct.REMOVE, TeamAct.RESEND_INVITE));
  }

  @Test
  void nobodyIsInvitedAfterTheyCameIn() {
    var staff = member(Role.STAFF);

    assertThat(refusal(owner, staff, staff.assign(Role.STAFF, MemberStatus.INVITED, false), 1))
        .isEqualTo("FORMAT");
  }

  @ParameterizedTest
  @CsvSource({"OWNER", "ADMIN", "STAFF", "VIEWER"})
  void leaveToSendIsForAgents(Role role) {
    assertThat(refusal(() -> Team.requireCanSendFits(role, true))).isEqualTo("NOT_AN_AGENT");
    assertThatCode(() -> Team.requireCanSendFits(role, false)).doesNotThrowAnyException();
    assertThatCode(() -> Team.requireCanSendFits(Role.AGENT, true)).doesNotThrowAnyException();
    assertThat(Team.allowed(owner, member(role), 2)).doesNotContain(TeamAct.SET_CAN_SEND);
    assertThat(Team.allowed(owner, member(Role.AGENT), 1)).contains(TeamAct.SET_CAN_SEND);
  }

  @Test
  void whoWasRemovedIsNoActiveOwner() {
    assertThat(owner.isActiveOwner()).isTrue();
    assertThat(owner.remove(Instant.EPOCH).isActiveOwner()).isFalse();
  }

  private static Member member(Role role) {
    return Member.owner(BUSINESS, UUID.randomUUID()).assign(role, MemberStatus.ACTIVE, false);
  }

  private static Member as(Member member, Role role) {
    return member.assign(role, member.status(), member.canSend());
  }

  private static @Nullable String refusal(
      Member actor, Member before, @Nullable Member after, int owners) {
    return refusal(() -> Team.requireAllowed(actor, before, after, owners));
  }

  private static @Nullable String refusal(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable check) {
    var refused = catchThrowableOfType(Refused.class, check);
    return refused == null ? null : refused.reason();
  }
}
