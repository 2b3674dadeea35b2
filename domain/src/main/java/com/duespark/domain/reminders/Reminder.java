package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of one invoice as it stands (RMD-02), with what it is about.
 *
 * @param zone the one its day and hour were chosen in: the contact's, else the business's (REM-20)
 * @param sendAt the slot; of a held or skipped step the one it would have had
 * @param reasons in the order in which they decided
 * @param deliveryId the message that carries it; several reminders may share one (REM-40)
 * @param movedTo the day that a person chose, null = the plan's own
 * @param chosenTone the tone that a person chose, null = the policy's
 * @param askedAt since when a person is asked whether it goes (REM-65), null when none is
 * @param decidedAt when it was last decided what becomes of it
 * @param evidence what the plan or the claim was made from, as it was then
 */
public record Reminder(
    UUID id,
    UUID invoiceId,
    @Nullable String invoiceNumber,
    UUID contactId,
    String contactName,
    ZoneId zone,
    String stepKey,
    int cycle,
    Stage stage,
    Channel channel,
    Tone tone,
    Instant sendAt,
    ReminderStatus status,
    Hold.@Nullable Cause heldBy,
    @Nullable SkipReason skipReason,
    List<Reason> reasons,
    @Nullable UUID deliveryId,
    @Nullable Instant sentAt,
    Origin origin,
    @Nullable LocalDate movedTo,
    @Nullable Tone chosenTone,
    @Nullable Instant askedAt,
    @Nullable Instant decidedAt,
    @Nullable Evidence evidence,
    int version) {

  /** Where it comes from. */
  public enum Origin {
    /** A step of the policy. */
    POLICY,
    /** A person asked for it. */
    MANUAL
  }

  public boolean isByHand() {
    return origin == Origin.MANUAL;
  }
}
