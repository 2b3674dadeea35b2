package com.duespark.activities.sending;

import com.duespark.domain.deliveries.LedgerEntry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of a send ledger. Each call is one short transaction of its own. */
public interface Ledger {

  /** Where the message stands, read without a lock. */
  LedgerEntry entry(UUID id);

  /** Who had the last attempt, and so may have taken it. */
  String mailer(UUID id);

  /**
   * Takes the lease if the message may be sent now: locks the row, checks the truth again (law 6),
   * claims and commits.
   *
   * @return the mail to send, or why there is none
   */
  Claimed claim(UUID id, UUID token, String mailer);

  /**
   * Moves a message that this attempt holds; does nothing when another attempt holds it.
   *
   * @param messageId the provider's name for it, when it was accepted
   * @param reason why it was not
   */
  void record(
      UUID id, UUID token, LedgerEntry moved, @Nullable String messageId, @Nullable String reason);
}
