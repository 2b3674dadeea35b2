package com.duespark.api.members;

import com.duespark.domain.members.Member;
import com.duespark.domain.members.MemberStatus;
import com.duespark.domain.members.Role;
import jakarta.validation.constraints.NotNull;

/** What may be changed about a member. */
record MemberBody(@NotNull Role role, @NotNull MemberStatus status, boolean canSend) {

  static MemberBody of(Member member) {
    return new MemberBody(member.role(), member.status(), member.canSend());
  }
}
