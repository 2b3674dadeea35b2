package com.duespark.domain.accounts;

/**
 * What somebody is for the platform, over all businesses (RBC-23); it makes them a member of none.
 * Given and taken at the terminal alone.
 */
public enum PlatformRole {
  NONE,
  OPERATOR,
  ADMIN;

  public boolean isAtLeast(PlatformRole least) {
    return compareTo(least) >= 0;
  }
}
