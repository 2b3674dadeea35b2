package com.duespark.api.accounts;

import com.duespark.domain.members.Role;
import java.util.Arrays;
import java.util.List;

/** What a screen may offer by role (RBC-01 to RBC-17); the endpoints decide. */
enum Permission {
  MANAGE_TEAM(Role.ADMIN),
  MANAGE_SETTINGS(Role.ADMIN),
  MANAGE_BILLING(Role.OWNER),
  WRITE_CONTACTS(Role.AGENT),
  WRITE_DOCUMENTS(Role.AGENT),
  SEND_DOCUMENTS(Role.STAFF),
  VOID_DOCUMENTS(Role.STAFF),
  WRITE_OFF(Role.ADMIN),
  RECORD_PAYMENTS(Role.STAFF),
  APPROVE_EXPENSES(Role.ADMIN),
  EXPORT(Role.ADMIN),
  READ_AUDIT(Role.ADMIN),
  READ_INSIGHT(Role.VIEWER);

  private final Role least;

  Permission(Role least) {
    this.least = least;
  }

  static List<Permission> of(Role role, boolean canSend) {
    return Arrays.stream(values()).filter(permission -> permission.isFor(role, canSend)).toList();
  }

  private boolean isFor(Role role, boolean canSend) {
    if (role == Role.AGENT && this == READ_INSIGHT) {
      return false;
    }
    return role.isAtLeast(least) || (this == SEND_DOCUMENTS && role == Role.AGENT && canSend);
  }
}
