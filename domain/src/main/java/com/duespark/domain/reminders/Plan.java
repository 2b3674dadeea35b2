package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Decided;
import com.duespark.domain.reminders.Customer.Open;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What will happen to one customer, and why.
 *
 * @param reminders every step that is not behind us, those to be sent first and in their order
 * @param collections when an invoice whose last reminder brought nothing is handed to a person
 * @param holdsEnd when the next hold ends by itself, null when none does
 */
public record Plan(
    List<Planned> reminders, List<Collection> collections, @Nullable Instant holdsEnd) {

  /**
   * One step of one invoice.
   *
   * @param status SCHEDULED, HELD or SKIPPED
   * @param sendAt the slot; of a held or skipped step the one that it would have had
   * @param message which message of the plan carries it; 0 for a step that is not to be sent
   * @param heldBy whose rule decides when the hold ends: a dispute's as long as another hold
   *     follows it at once
   * @param askedAt since when a person is asked about a missed step, null when none is
   * @param tone of this step; a message of several takes the strictest of them
   */
  public record Planned(
      UUID invoiceId,
      int cycle,
      Step step,
      ReminderStatus status,
      Instant sendAt,
      int message,
      Channel channel,
      Tone tone,
      Hold.@Nullable Cause heldBy,
      @Nullable Instant askedAt,
      @Nullable SkipReason skipReason,
      List<Reason> reasons) {

    /** A skip stands once its slot has passed; until then the plan may think again. */
    boolean isSettled(Instant now) {
      return status == ReminderStatus.SKIPPED
          && (skipReason == SkipReason.MISSED || !sendAt.isAfter(now));
    }

    /** What its step has then come to. */
    Decided decided(Open open, ReminderStatus became) {
      var before = open.decided().get(step.key());
      return new Decided(
          became,
          sendAt,
          tone,
          channel,
          heldBy,
          askedAt,
          skipReason,
          reasons,
          before == null ? Choice.NONE : before.choice());
    }
  }

  /** The moment an invoice becomes a case for a person (REM-71). */
  public record Collection(UUID invoiceId, Instant at) {}

  /** When something is to be done next; empty when only a change can bring anything. */
  public Optional<Instant> nextAt() {
    return Stream.of(
            scheduled().map(Planned::sendAt),
            collections.stream().map(Collection::at),
            Stream.ofNullable(holdsEnd))
        .flatMap(moments -> moments)
        .min(Instant::compareTo);
  }

  /** The steps of the first message that is due; empty when none is. */
  public List<Planned> due(Instant now) {
    return scheduled()
        .filter(planned -> !planned.sendAt().isAfter(now))
        .findFirst()
        .map(first -> scheduled().filter(planned -> planned.message() == first.message()).toList())
        .orElse(List.of());
  }

  /** What it has done with: the next plan says no more about it. */
  List<Planned> settled(Instant now) {
    return reminders.stream().filter(planned -> planned.isSettled(now)).toList();
  }

  private Stream<Planned> scheduled() {
    return reminders.stream().filter(planned -> planned.status() == ReminderStatus.SCHEDULED);
  }
}
