package com.duespark.domain.apikeys;

/** Whether a key opens anything. Only an ACTIVE one does. */
public enum ApiKeyStatus {
  ACTIVE,
  REVOKED,
  EXPIRED,
  /** Whoever made it is no active OWNER or ADMIN; it works again when they are. */
  MAKER_LEFT
}
