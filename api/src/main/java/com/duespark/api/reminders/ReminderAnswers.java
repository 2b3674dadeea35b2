package com.duespark.api.reminders;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Reply;
import com.duespark.domain.commands.Command;
import com.duespark.domain.reminders.Reminder;
import com.duespark.domain.reminders.ReminderPages;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers who wanted a reminder at once: 200 when a provider accepted it, 502 when none will, 202
 * while it is undecided. Read from rows, like the answer to a send.
 */
@Component
class ReminderAnswers {

  private static final Duration FIRST_LOOK = Duration.ofMillis(15);
  private static final Duration LAST_LOOK = Duration.ofMillis(250);

  private final ReminderPages pages;
  private final Tenants tenants;

  ReminderAnswers(ReminderPages pages, Tenants tenants) {
    this.pages = pages;
    this.tenants = tenants;
  }

  /**
   * What became of it so far.
   *
   * @param reminder null while the wish is kept and was not looked at yet
   */
  @Schema(name = "RemindAnswer")
  record RemindView(Outcome outcome, @Nullable ReminderView reminder) {}

  /** How far it got. */
  enum Outcome {
    /** A provider took it. */
    SENT,
    /** It goes as soon as possible. */
    PENDING,
    /** It left, and nobody could find out whether it arrived. */
    UNKNOWN
  }

  ResponseEntity<Envelope<RemindView>> sent(Command command, Caller caller) {
    if (command.isOpen()) {
      return Reply.accepted(new RemindView(Outcome.PENDING, null)).entity();
    }
    var reminder = await(command.getId()).orElseThrow(() -> Refused.notFound("Reminder"));
    var view = ReminderView.of(reminder, caller, tenants.businessNow());
    return switch (reminder.status()) {
      case SENT -> Reply.ok(new RemindView(Outcome.SENT, view)).entity();
      case UNKNOWN -> Reply.accepted(new RemindView(Outcome.UNKNOWN, view)).entity();
      case FAILED ->
          throw new Refused(
              ErrorCode.PROVIDER_ERROR, "No provider will take the reminder", List.of());
      case CANCELED, SKIPPED ->
          throw Refused.conflict("CALLED_OFF", "It was called off: " + why(reminder));
      case SCHEDULED, HELD, SENDING ->
          Reply.accepted(new RemindView(Outcome.PENDING, view)).entity();
    };
  }

  private static String why(Reminder reminder) {
    return reminder.reasons().isEmpty() ? "" : reminder.reasons().getLast().words();
  }

  private Optional<Reminder> await(UUID commandId) {
    long deadline = System.nanoTime() + CommandGateway.PATIENCE.toNanos();
    var pause = FIRST_LOOK;
    while (true) {
      var found = pages.byCommand(commandId);
      boolean decided = found.map(Reminder::status).filter(ReminderAnswers::isUndecided).isEmpty();
      if (decided || System.nanoTime() > deadline) {
        return found;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return found;
      }
      pause = pause.compareTo(LAST_LOOK) < 0 ? pause.multipliedBy(2) : LAST_LOOK;
    }
  }

  private static boolean isUndecided(ReminderStatus status) {
    return status == ReminderStatus.SCHEDULED || status == ReminderStatus.SENDING;
  }
}
