package com.duespark.domain.privacy;

/** What somebody asks. */
public enum PrivacyKind {
  /** A copy of everything that is held about them. */
  EXPORT,
  /** That it is forgotten, as far as law allows. */
  ERASE
}
