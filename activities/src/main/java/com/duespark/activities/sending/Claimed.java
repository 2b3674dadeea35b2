package com.duespark.activities.sending;

import java.time.Duration;

/** What came of claiming a message. */
public sealed interface Claimed {

  /** It may leave, once. */
  record Taken(Email email) implements Claimed {}

  /** There is nothing to send any more, or somebody else has the lease. */
  record Nothing() implements Claimed {}

  /** Its business has had its share for now; the message stays as it is. */
  record NotNow(Duration time) implements Claimed {}
}
