package com.duespark.domain.insight;

import com.duespark.domain.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs a person.
 *
 * @param invoiceId null where it is about several invoices, or none
 * @param deliveryId the message to say something about; only with DELIVERY_UNKNOWN
 * @param workItemId only with WORK_ITEM
 * @param words what the work item says or why the send failed; null where the kind says it all
 * @param amount what is open of it, of a draft its total; null without an invoice, and where
 *     several currencies meet
 * @param since in business time
 */
public record NextAction(
    Kind kind,
    @Nullable UUID invoiceId,
    @Nullable String invoiceNumber,
    @Nullable UUID contactId,
    @Nullable String contactName,
    @Nullable UUID deliveryId,
    @Nullable UUID workItemId,
    @Nullable String words,
    @Nullable Money amount,
    @Nullable String currency,
    @Nullable LocalDate dueDate,
    Instant since) {

  /** What is to be done, the most pressing first: nothing moves on before the first four are. */
  public enum Kind {
    /** Say whether a message arrived. */
    DELIVERY_UNKNOWN,
    /** An invoice could not be sent; mend the reason and send it again. */
    SEND_FAILED,
    /** A reminder could not be sent; look at the contact. */
    REMINDER_FAILED,
    /** Say whether reminders that were missed still go; the policy asks. */
    REMINDER_MISSED,
    /** Do a piece of work, such as collecting an invoice. */
    WORK_ITEM,
    /** Look after a late invoice. */
    OVERDUE,
    /** Send a draft that lacks nothing. */
    DRAFT_READY
  }
}
