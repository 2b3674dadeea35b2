package com.duespark.domain.accounts;

/** A disabled account cannot sign in. */
public enum UserStatus {
  ACTIVE,
  DISABLED
}
