package com.duespark.domain.reminders;

/** Why a step will not be sent; the words stand among its reasons. */
public enum SkipReason {
  /** A later step takes its place. */
  SUPERSEDED,
  /** No business day was left before the due day. */
  WINDOW,
  /** Inside the quiet days after another message. */
  TOO_SOON,
  /** Its day passed while the invoice was disputed. */
  MISSED;

  Reason.Code code() {
    return Reason.Code.valueOf(name());
  }
}
