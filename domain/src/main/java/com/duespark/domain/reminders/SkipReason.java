package com.duespark.domain.reminders;

/** Why a step will not be sent; the words stand among its reasons. */
public enum SkipReason {
  /** A later step takes its place. */
  SUPERSEDED,
  /** No business day was left before the due day. */
  WINDOW,
  /** Inside the quiet days after another message. */
  TOO_SOON,
  /** Its day passed, during a dispute or by our own delay, and nothing makes up for it. */
  MISSED,
  /** A person left it out. */
  SKIPPED_BY_USER;

  Reason.Code code() {
    return Reason.Code.valueOf(name());
  }
}
