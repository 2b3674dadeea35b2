package com.duespark.domain.reminders;

import com.duespark.domain.reminders.Plan.Planned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Goes through the days in order, as they will come: what meets on one day is merged, moved or
 * dropped. A step that is moved is judged again on its new day.
 */
final class DayByDay {

  private final Hours hours;
  private final Messages messages;
  private final Caps caps;
  private final Map<UUID, LocalDate> quietFrom = new HashMap<>();
  private final Map<UUID, Integer> furthest = new HashMap<>();
  private final List<Candidate> waiting;
  private final List<Planned> planned = new ArrayList<>();
  private final List<Planned> dropped = new ArrayList<>();
  private int sent;

  DayByDay(Customer customer, Messages messages, List<Candidate> going) {
    this.hours = customer.hours();
    this.messages = messages;
    this.waiting = new ArrayList<>(going);
    this.caps =
        new Caps(
            hours,
            customer.capPerDay(),
            customer.capPerWeek(),
            customer.messages().stream().map(hours::dayOf).toList());
    customer.invoices().forEach(one -> quietFrom.put(one.id(), hours.dayOf(one.lastMessageAt())));
  }

  /** What goes, in its order. */
  List<Planned> goThrough() {
    while (!waiting.isEmpty()) {
      var first = waiting.stream().map(Candidate::day).min(LocalDate::compareTo).orElseThrow();
      goThrough(first, waiting.stream().filter(one -> one.day().equals(first)).toList());
    }
    return planned;
  }

  /** What does not go after all. */
  List<Planned> dropped() {
    return dropped;
  }

  /** One day: everything that may not stand here leaves it; what is left becomes its messages. */
  private void goThrough(LocalDate day, List<Candidate> here) {
    if (droppedAfterDueDay(here)
        || droppedAfterHandOver(here)
        || movedByQuietDays(here)
        || droppedForLaterSteps(here)) {
      return;
    }
    if (!caps.allow(day)) {
      moveByCap(here, day);
      return;
    }
    var overdue = here.stream().filter(candidate -> !candidate.step.isPreDue()).toList();
    var preDue = here.stream().filter(candidate -> candidate.step.isPreDue()).toList();
    var left = new ArrayList<>(overdue.isEmpty() ? List.<Candidate>of() : preDue);
    for (var message : messages.of(overdue.isEmpty() ? preDue : overdue)) {
      if (caps.allow(day)) {
        send(day, message);
      } else {
        left.addAll(message.candidates());
      }
    }
    moveByCap(left, day);
  }

  /** REM-72. */
  private boolean droppedAfterDueDay(List<Candidate> here) {
    var late = here.stream().filter(Candidate::isTooLate).toList();
    late.forEach(
        candidate -> drop(candidate, SkipReason.SUPERSEDED, "The due day would have passed"));
    return !late.isEmpty();
  }

  /** REM-71: nothing is sent any more once a person has taken over. */
  private boolean droppedAfterHandOver(List<Candidate> here) {
    var late = here.stream().filter(this::comesAfterHandOver).toList();
    late.forEach(
        candidate -> drop(candidate, SkipReason.SUPERSEDED, "A person has taken over by then"));
    return !late.isEmpty();
  }

  private boolean comesAfterHandOver(Candidate candidate) {
    var day = candidate.invoice.handOverOn(hours);
    return day != null && candidate.day().isAfter(day);
  }

  /** REM-64. */
  private boolean movedByQuietDays(List<Candidate> here) {
    boolean changed = false;
    for (var candidate : here) {
      var last = Objects.requireNonNull(quietFrom.get(candidate.invoice.id()));
      var over = last.plusDays(candidate.invoice.policy().quietDaysAfterSend());
      if (!candidate.day().isBefore(over)) {
        continue;
      }
      var why = "Quiet days after the message of " + Candidate.words(last);
      if (candidate.step.isPreDue()) {
        drop(candidate, SkipReason.TOO_SOON, why);
      } else {
        candidate.moveTo(hours.businessDayFrom(over), Reason.Code.QUIET, why);
      }
      changed = true;
    }
    return changed;
  }

  /** REM-66: of two steps of one invoice the later goes; after it no earlier one. */
  private boolean droppedForLaterSteps(List<Candidate> here) {
    var latest = new HashMap<>(furthest);
    for (var candidate : here) {
      latest.merge(candidate.invoice.id(), candidate.step.offsetDays(), Math::max);
    }
    var earlier =
        here.stream()
            .filter(
                one -> one.step.offsetDays() < Objects.requireNonNull(latest.get(one.invoice.id())))
            .toList();
    earlier.forEach(
        candidate -> drop(candidate, SkipReason.SUPERSEDED, "A later step goes instead"));
    return !earlier.isEmpty();
  }

  /** REM-67. */
  private void moveByCap(List<Candidate> candidates, LocalDate day) {
    var next = caps.nextAfter(day);
    var why = "Enough messages around %s".formatted(Candidate.words(day));
    candidates.forEach(candidate -> candidate.moveTo(next, Reason.Code.CAP, why));
  }

  private void send(LocalDate day, Messages.Message message) {
    sent++;
    caps.count(day);
    int more = message.candidates().size() - 1;
    for (var candidate : message.candidates()) {
      var wanted = candidate.step.channel();
      if (wanted != null && !messages.reach(candidate)) {
        candidate.because(Reason.Code.CHANNEL, wanted + " does not reach the contact");
      }
      if (more > 0) {
        candidate.because(
            Reason.Code.MERGED,
            "One message with %d other %s".formatted(more, more == 1 ? "invoice" : "invoices"));
      }
      planned.add(candidate.scheduled(sent, message.channel()));
      quietFrom.put(candidate.invoice.id(), day);
      furthest.merge(candidate.invoice.id(), candidate.step.offsetDays(), Math::max);
      waiting.remove(candidate);
    }
  }

  private void drop(Candidate candidate, SkipReason why, String words) {
    waiting.remove(candidate);
    dropped.add(candidate.skipped(why, words, messages.channel(candidate)));
  }
}
