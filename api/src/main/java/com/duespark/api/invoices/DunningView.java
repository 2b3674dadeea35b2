package com.duespark.api.invoices;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.reminders.DisputeState;
import com.duespark.domain.reminders.DunningState;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Tone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far chasing has got, shown as fields of the invoice (INV-07). None of it counts up the
 * invoice's version.
 *
 * @param cycle counts up when the invoice is chased from the start again
 * @param remindersPaused this invoice's own pause; the contact and the business have theirs
 * @param remindersPausedUntil null while it is not paused, or until somebody resumes
 * @param disputeReason what is or was not right about it
 * @param promiseToPayOn the last day the customer named; broken when that has passed
 * @param reminderPolicyId its own policy; null = the customer's, else the default
 * @param nextReminder null when none is planned
 */
record DunningView(
    Stage arStage,
    int cycle,
    boolean remindersEnabled,
    boolean remindersPaused,
    @Nullable Instant remindersPausedUntil,
    DisputeState disputeState,
    @Nullable String disputeReason,
    @Nullable Instant disputedAt,
    @Nullable LocalDate promiseToPayOn,
    @Nullable String promiseNote,
    @Nullable UUID reminderPolicyId,
    @Nullable NextReminder nextReminder) {

  /** The reminder that is sent next. */
  @Schema(name = "NextReminder")
  record NextReminder(UUID id, String stepKey, Instant sendAt, Channel channel, Tone tone) {}

  static DunningView of(Invoice invoice, DunningState state) {
    var next = state.next();
    return new DunningView(
        state.stage(),
        state.cycle(),
        state.remindersEnabled(),
        state.pause().on(),
        state.pause().until(),
        state.dispute(),
        state.disputeReason(),
        state.disputedAt(),
        state.promisedOn(),
        state.promiseNote(),
        state.policyId(),
        // a moment after it was paid the cadence may not have called it off yet
        next == null || !invoice.status().isOpen()
            ? null
            : new NextReminder(
                next.id(), next.stepKey(), next.sendAt(), next.channel(), next.tone()));
  }
}
