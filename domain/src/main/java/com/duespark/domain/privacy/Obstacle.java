package com.duespark.domain.privacy;

/** What an erasure waits for. */
public enum Obstacle {
  /** A message, a payment or a scheduled invoice is on its way; nobody can wave that through. */
  UNDER_WAY,
  /** An invoice is open; goes when it is settled or written off, or with a reason (PRV-06). */
  BALANCE,
  /** The person is still a member of the business. */
  MEMBERSHIP
}
