package com.duespark.api.reminders;

import com.duespark.api.reminders.ReminderView.Because;
import com.duespark.domain.reminders.Reminder;
import com.duespark.domain.reminders.ReminderStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Why a reminder was, will be or was not sent (EP-111).
 *
 * @param decision what became of it so far
 * @param sentence decision, rule and evidence in plain words
 * @param evidence the rules that had a say, in their order; the last one decided
 */
@Schema(name = "ReminderWhy")
record WhyView(UUID reminderId, ReminderStatus decision, String sentence, List<Because> evidence) {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

  static WhyView of(Reminder reminder) {
    var evidence = ReminderView.because(reminder);
    return new WhyView(reminder.id(), reminder.status(), sentence(reminder, evidence), evidence);
  }

  private static String sentence(Reminder reminder, List<Because> evidence) {
    return decision(reminder)
        + evidence.stream().map(Because::words).collect(Collectors.joining("; ", ": ", "."));
  }

  private static String decision(Reminder reminder) {
    var slot = when(reminder.sendAt(), reminder.zone());
    return switch (reminder.status()) {
      case SCHEDULED -> "It will be sent on " + slot;
      case HELD -> "It is held; its moment would be " + slot;
      case SENDING -> "It is being sent";
      case SENT -> {
        var sentAt = reminder.sentAt();
        yield "It was sent on " + (sentAt == null ? slot : when(sentAt, reminder.zone()));
      }
      case UNKNOWN -> "It left, but nobody could find out whether it arrived; a person decides";
      case SKIPPED -> "It is not sent";
      case CANCELED -> "It was called off";
      case FAILED -> "It could not be sent: no provider will take it";
    };
  }

  private static String when(Instant moment, ZoneId zone) {
    return WHEN.format(moment.atZone(zone)) + " " + zone.getId();
  }
}
