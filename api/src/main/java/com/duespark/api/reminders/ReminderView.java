package com.duespark.api.reminders;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Versioned;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.Hold;
import com.duespark.domain.reminders.Reason;
import com.duespark.domain.reminders.Reminder;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.SkipReason;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Tone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of one invoice: when it is sent, or why it was or was not (EP-106).
 *
 * @param cycle counts up when the invoice is chased from the start again
 * @param stage where the invoice stands once this was sent
 * @param sendAt of a held or skipped step the moment it would have had
 * @param timezone the one its day and hour were chosen in
 * @param deliveryId the message that carried it; several reminders may share one
 * @param origin POLICY, or MANUAL for one that a person asked for
 * @param movedTo the day that a person chose; null = the plan's own
 * @param chosenTone the tone that a person chose; null = the policy's
 * @param askedAt since when a person is asked whether it goes; null when none is
 * @param allowedActions {@code update} (day, tone), {@code skip}, {@code restore}, {@code
 *     send_now}, {@code decide}; {@code resolve}: say what became of the UNKNOWN message (EP-114)
 */
@Schema(name = "Reminder")
record ReminderView(
    UUID id,
    UUID invoiceId,
    @Nullable String invoiceNumber,
    UUID contactId,
    String contactName,
    String stepKey,
    int cycle,
    Stage stage,
    Channel channel,
    Tone tone,
    Instant sendAt,
    String timezone,
    ReminderStatus status,
    Hold.@Nullable Cause heldBy,
    @Nullable SkipReason skipReason,
    List<Because> reasons,
    @Nullable UUID deliveryId,
    @Nullable Instant sentAt,
    Reminder.Origin origin,
    @Nullable LocalDate movedTo,
    @Nullable Tone chosenTone,
    @Nullable Instant askedAt,
    int version,
    List<String> allowedActions)
    implements Versioned {

  /** One rule that had a say, with its evidence (REM-73). */
  @Schema(name = "ReminderReason")
  record Because(Reason.Code code, String words) {}

  static ReminderView of(Reminder reminder, Caller caller, Instant now) {
    return new ReminderView(
        reminder.id(),
        reminder.invoiceId(),
        reminder.invoiceNumber(),
        reminder.contactId(),
        reminder.contactName(),
        reminder.stepKey(),
        reminder.cycle(),
        reminder.stage(),
        reminder.channel(),
        reminder.tone(),
        reminder.sendAt(),
        reminder.zone().getId(),
        reminder.status(),
        reminder.heldBy(),
        reminder.skipReason(),
        because(reminder),
        reminder.deliveryId(),
        reminder.sentAt(),
        reminder.origin(),
        reminder.movedTo(),
        reminder.chosenTone(),
        reminder.askedAt(),
        reminder.version(),
        caller.is(Role.STAFF) && caller.covers(Scope.REMINDERS_WRITE)
            ? actions(reminder, now)
            : List.of());
  }

  private static List<String> actions(Reminder reminder, Instant now) {
    return switch (reminder.status()) {
      case SCHEDULED -> reminder.isByHand() ? List.of() : List.of("update", "skip", "send_now");
      case HELD ->
          reminder.heldBy() == Hold.Cause.ASKED
              ? List.of("decide", "skip")
              : List.of("update", "skip");
      case SKIPPED ->
          reminder.skipReason() == SkipReason.SKIPPED_BY_USER && reminder.sendAt().isAfter(now)
              ? List.of("restore")
              : List.of();
      case UNKNOWN -> List.of("resolve");
      case SENDING, SENT, CANCELED, FAILED -> List.of();
    };
  }

  static List<Because> because(Reminder reminder) {
    return reminder.reasons().stream()
        .map(reason -> new Because(reason.code(), reason.words()))
        .toList();
  }
}
