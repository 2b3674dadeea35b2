package com.duespark.domain.retention;

/**
 * What a day's run takes care of; part of recorded histories, so names are added and never changed.
 */
public enum Thing {
  /** The partitions of this month and the next two, made before anybody needs them. */
  MONTHS_AHEAD,
  WEBHOOK_PAYLOADS,
  WEBHOOK_EVENTS,
  MESSAGE_TEXTS,
  DELIVERY_EVENTS,
  ACCOUNT_MAILS,
  OUTBOX,
  IDEMPOTENCY_KEYS,
  RATE_WINDOWS,
  ACCOUNT_TOKENS,
  REFRESH_TOKENS,
  SESSIONS,
  INVITATIONS,
  PORTAL_LINKS,
  PRIVACY_COPIES,
  DELETED_DRAFTS,
  DELETED_CONTACTS,
  /** Tax rates and reminder policies. */
  DELETED_SETTINGS,
  /** Erased contacts whose invoices law obliged to keep, after that (PRV-06). */
  HELD_CONTACTS,
  /** Set aside, not removed (RET-03). */
  SETTLED_INVOICES,
  /** Whole months, and events that came into none. */
  ANALYTICS,
  /** Whole months. */
  AUDIT_LOG
}
