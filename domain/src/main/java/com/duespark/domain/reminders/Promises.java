package com.duespark.domain.reminders;

import com.duespark.domain.reminders.Customer.Decided;
import com.duespark.domain.reminders.Customer.Open;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows a broken promise (REM-32, REM-70): one reminder soon, the others keep their days.
 */
final class Promises {

  private final Hours hours;
  private final Holds holds;
  private final Instant now;

  Promises(Hours hours, Holds holds, Instant now) {
    this.hours = hours;
    this.holds = holds;
    this.now = now;
  }

  /**
   * Brings the answer to a broken promise to its day: the latest step whose day has passed, else
   * the next one.
   *
   * @param open the invoice's steps that may still go, in their order
   * @param gaveWay those among them whose place another step took on an earlier plan
   * @return those that its answer takes the place of
   */
  List<Candidate> answer(Open invoice, List<Candidate> open, List<Candidate> gaveWay) {
    var promise = invoice.promise();
    if (promise == null
        || promise.disputed()
        || !holds.isBroken(promise)
        || holds.isDisputed(invoice)
        || wasAnswered(invoice, promise)) {
      return List.of();
    }
    var day = hours.businessDayFrom(promise.on().plusDays(1));
    var answer = choose(open, day);
    if (answer == null || gaveWay.contains(answer)) {
      return List.of();
    }
    if (!answer.day().equals(day)) {
      answer.moveTo(
          day,
          Reason.Code.PROMISE_BROKEN,
          "The promise to pay by %s was not kept".formatted(Candidate.words(promise.on())));
    }
    return open.subList(0, open.indexOf(answer)).stream()
        .filter(candidate -> fits(candidate, day) && !gaveWay.contains(candidate))
        .toList();
  }

  private @Nullable Candidate choose(List<Candidate> open, LocalDate day) {
    var fitting = open.stream().filter(candidate -> fits(candidate, day)).toList();
    return fitting.stream()
        .filter(candidate -> !candidate.day().isAfter(day))
        .reduce((earlier, later) -> later)
        .or(
            () ->
                fitting.stream()
                    .findFirst()
                    .filter(candidate -> candidate.choice().movedTo() == null))
        .orElse(null);
  }

  /** A step speaks of days to come or of days overdue; on the other side it would be wrong. */
  private static boolean fits(Candidate candidate, LocalDate day) {
    return candidate.step.isPreDue() != day.isAfter(candidate.invoice.dueOn());
  }

  /** A step had its turn since. */
  private boolean wasAnswered(Open invoice, Promise promise) {
    var end = holds.endOf(promise);
    return invoice.decided().values().stream()
        .anyMatch(decided -> hadItsTurn(decided) && !decided.sendAt().isBefore(end));
  }

  private boolean hadItsTurn(Decided decided) {
    return switch (decided.status()) {
      case SENDING, SENT, UNKNOWN, FAILED -> true;
      case SCHEDULED, HELD, CANCELED -> false;
      case SKIPPED -> decided.isSettled(now) && hadItsTurn(decided.skipReason());
    };
  }

  private static boolean hadItsTurn(@Nullable SkipReason why) {
    return why == SkipReason.MISSED || why == SkipReason.TOO_SOON;
  }
}
