package com.duespark.domain.insight;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Hold;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that will leave by itself, or would if nothing held it.
 *
 * @param at of a held one the moment it would have had
 * @param heldBy null unless something holds it
 * @param timezone the contact's, else the business's
 * @param invoices at most 25 of them
 * @param amount what is open of all its invoices; null where several currencies meet
 * @param tone null for the invoice itself
 * @param reasons in plain words, in the order in which they decided
 */
public record PlannedMessage(
    Kind kind,
    Instant at,
    Hold.@Nullable Cause heldBy,
    UUID contactId,
    String contactName,
    String timezone,
    int invoiceCount,
    List<PlannedInvoice> invoices,
    @Nullable Money amount,
    @Nullable String currency,
    Channel channel,
    @Nullable Tone tone,
    List<String> reasons) {

  /** What it is. */
  public enum Kind {
    /** A reminder of one or several invoices. */
    REMINDER,
    /** An invoice that was scheduled. */
    SEND
  }

  /**
   * An invoice that it is about.
   *
   * @param reminderId null for the invoice itself
   * @param stage where it stands once the reminder is sent; null for the invoice itself
   */
  public record PlannedInvoice(
      UUID id,
      String number,
      Money amountDue,
      String currency,
      LocalDate dueDate,
      @Nullable UUID reminderId,
      @Nullable Stage stage) {}
}
