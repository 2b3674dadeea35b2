package com.duespark.activities.reminders;

import com.duespark.activities.sending.Email;
import com.duespark.activities.sending.Mailer;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.workflows.reminders.Agenda;
import java.util.UUID;

/** What came of looking for a message to send to a customer. */
sealed interface Claim {

  /** It may leave, once; the lease is this attempt's. */
  record Taken(UUID deliveryId, UUID token, LedgerEntry entry, Mailer mailer, Email email)
      implements Claim {}

  /** An earlier message's outcome has to be found out first. */
  record Unresolved(UUID deliveryId) implements Claim {}

  /** Nothing is due. */
  record Nothing(Agenda agenda) implements Claim {}
}
