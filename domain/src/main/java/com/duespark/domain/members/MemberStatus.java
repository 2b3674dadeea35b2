package com.duespark.domain.members;

/** Only an ACTIVE member is let in. */
public enum MemberStatus {
  ACTIVE,
  INVITED,
  DISABLED
}
