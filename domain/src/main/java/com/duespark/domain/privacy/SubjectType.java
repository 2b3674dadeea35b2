package com.duespark.domain.privacy;

/** Who asks. */
public enum SubjectType {
  /** A customer or another contact of the business. */
  CONTACT,
  /** Somebody who works or worked for it. */
  USER
}
