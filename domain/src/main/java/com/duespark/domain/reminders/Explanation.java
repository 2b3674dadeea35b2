package com.duespark.domain.reminders;

import com.duespark.domain.invoices.InvoiceStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a reminder was sent, was not, or is to come, in plain words (BEY-03). Pure: everything it
 * says stands in the row that was written when it was decided.
 */
public final class Explanation {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

  private Explanation() {}

  /** The rule that decided: the last one that had a say. */
  public static @Nullable Reason rule(Reminder reminder) {
    return reminder.reasons().isEmpty() ? null : reminder.reasons().getLast();
  }

  /** Decision, rules and their evidence. */
  public static String of(Reminder reminder) {
    return decision(reminder)
        + reminder.reasons().stream()
            .map(Reason::words)
            .collect(Collectors.joining("; ", ": ", "."));
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

  /**
   * The whole invoice in one or two sentences.
   *
   * @param sent whether the invoice itself was ever sent
   * @param reminders all of it, of all cycles
   */
  public static String of(
      InvoiceStatus status, boolean sent, Stage stage, List<Reminder> reminders) {
    if (status.isBeforeSent() || !sent) {
      return "Nothing is planned: the invoice was not sent yet.";
    }
    return history(reminders) + " " + outlook(status, stage, reminders);
  }

  private static String history(List<Reminder> reminders) {
    long sent = reminders.stream().filter(one -> one.status() == ReminderStatus.SENT).count();
    return sent == 0
        ? "No reminder was sent."
        : sent == 1 ? "1 reminder was sent." : sent + " reminders were sent.";
  }

  private static String outlook(InvoiceStatus status, Stage stage, List<Reminder> reminders) {
    if (!status.isOpen()) {
      return "None will be: the invoice is " + words(status) + ".";
    }
    if (reminders.stream().anyMatch(one -> one.status() == ReminderStatus.UNKNOWN)) {
      return "Of one nobody knows whether it arrived; a person decides.";
    }
    var next =
        reminders.stream()
            .filter(one -> one.status() == ReminderStatus.SCHEDULED)
            .min(Comparator.comparing(Reminder::sendAt));
    if (next.isPresent()) {
      return "The next goes on %s.".formatted(when(next.get().sendAt(), next.get().zone()));
    }
    var held = reminders.stream().filter(one -> one.status() == ReminderStatus.HELD).findFirst();
    if (held.isPresent()) {
      var rule = rule(held.get());
      return "They wait: " + (rule == null ? "held" : rule.words()) + ".";
    }
    if (stage == Stage.COLLECTIONS) {
      return "None will be: a person has taken over.";
    }
    return reminders.isEmpty()
        ? "The plan is made within seconds of sending."
        : "All steps of its policy have been gone through.";
  }

  private static String words(InvoiceStatus status) {
    return switch (status) {
      case PAID -> "paid";
      case VOID -> "void";
      case WRITTEN_OFF -> "written off";
      case DRAFT, SCHEDULED, SENT, PARTIALLY_PAID -> "open";
    };
  }
}
