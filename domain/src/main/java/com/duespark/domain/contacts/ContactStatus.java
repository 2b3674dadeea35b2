package com.duespark.domain.contacts;

/** Only ACTIVE contacts can be sent documents; ARCHIVED ones are hidden from lists (CON-07). */
public enum ContactStatus {
  ACTIVE,
  INACTIVE,
  SUSPENDED,
  ARCHIVED
}
