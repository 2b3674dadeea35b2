package com.duespark.domain.tenants;

/** A suspended or closed business is refused at the door (AUT-10). */
public enum TenantStatus {
  ACTIVE,
  SUSPENDED,
  CLOSED
}
