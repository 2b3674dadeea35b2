package com.duespark.domain.members;

/** What a member may do, from least to most (RBC-01 to RBC-18). */
public enum Role {
  VIEWER,
  AGENT,
  STAFF,
  ADMIN,
  OWNER;

  public boolean isAtLeast(Role least) {
    return compareTo(least) >= 0;
  }
}
