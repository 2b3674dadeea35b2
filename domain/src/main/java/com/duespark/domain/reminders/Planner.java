package com.duespark.domain.reminders;

import static java.util.Comparator.comparing;

import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Plan.Planned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one customer (REM section 7). Pure: the same facts and the same moment give the same
 * plan, for the workflow, the explanation and a simulation alike.
 *
 * <p>First every step finds a day of its own ({@link Days}), is held ({@link Holds}), or makes up
 * for a broken promise ({@link Promises}) or a missed slot ({@link CatchUps}); then the days are
 * gone through in order ({@link DayByDay}).
 */
public final class Planner {

  /** A plan that has not come to rest after so many looks goes on at the next one. */
  private static final int MOST_ROUNDS = 4;

  private static final Comparator<Planned> OTHERS =
      comparing(Planned::sendAt)
          .thenComparing(Planned::invoiceId)
          .thenComparing(planned -> planned.step().offsetDays());

  private final Customer customer;
  private final Instant now;
  private final Hours hours;
  private final Slots slots;
  private final Days days;
  private final Holds holds;
  private final Promises promises;
  private final CatchUps catchUps;
  private final Messages messages;
  private final List<Candidate> going = new ArrayList<>();
  private final List<Planned> others = new ArrayList<>();
  private final List<Instant> decisionsEnd = new ArrayList<>();

  private Planner(Customer customer, Instant now, Slots slots) {
    this.customer = customer;
    this.now = now;
    this.hours = customer.hours();
    this.slots = slots;
    this.days = new Days(slots);
    this.holds = new Holds(hours, now);
    this.promises = new Promises(hours, holds, now);
    this.catchUps = new CatchUps(slots, customer.catchUp(), now);
    this.messages = new Messages(customer);
  }

  /**
   * Plans everything that is still open.
   *
   * @param now the business's time
   */
  public static Plan plan(Customer customer, Instant now) {
    return plan(customer, now, new Slots(customer));
  }

  /** The same with slots that an earlier plan of this customer has looked up already. */
  static Plan plan(Customer customer, Instant now, Slots slots) {
    var plan = new Planner(customer, now, slots).plan();
    var known = customer;
    var settled = new ArrayList<Planned>();
    for (int round = 0; round < MOST_ROUNDS && mayUpset(plan, known); round++) {
      known = known.keeping(plan);
      settled.addAll(plan.settled(now));
      plan = new Planner(known, now, slots).plan();
    }
    return settled.isEmpty() ? plan : with(settled, plan);
  }

  /**
   * Whether what was planned around a skipped step could look different once the plan is written
   * down: then it is thought over at once, and not at the next occasion.
   */
  private static boolean mayUpset(Plan plan, Customer known) {
    return plan.reminders().stream().anyMatch(row -> row.status() == ReminderStatus.SKIPPED)
        && !known.keeping(plan).equals(known);
  }

  private static Plan with(List<Planned> settled, Plan plan) {
    var scheduled =
        plan.reminders().stream().filter(row -> row.status() == ReminderStatus.SCHEDULED);
    var others = plan.reminders().stream().filter(row -> row.status() != ReminderStatus.SCHEDULED);
    return new Plan(
        Stream.concat(scheduled, Stream.concat(others, settled.stream()).sorted(OTHERS)).toList(),
        plan.collections(),
        plan.holdsEnd());
  }

  private Plan plan() {
    for (var invoice : customer.invoices()) {
      if (invoice.stage() != Stage.COLLECTIONS) {
        findDays(invoice);
      }
    }
    var calendar = new DayByDay(customer, messages, going);
    var planned = new ArrayList<>(calendar.goThrough());
    others.addAll(calendar.dropped());
    others.sort(OTHERS);
    planned.addAll(others);
    return new Plan(List.copyOf(planned), collections(), holdsEnd());
  }

  // ------------------------------------------------------------------ a day for every step

  private void findDays(Open invoice) {
    var open = new ArrayList<Candidate>();
    var gaveWay = new ArrayList<Candidate>();
    int lastOut = lastOut(invoice);
    for (var candidate : days.of(invoice)) {
      if (candidate.before != null && candidate.before.isSettled(now)) {
        continue;
      }
      var step = candidate.step;
      if (candidate.choice().answer() == Choice.Answer.SKIP) {
        skip(candidate, SkipReason.SKIPPED_BY_USER, "A person left it out");
      } else if (staysSkipped(candidate)) {
        others.add(candidate.asBefore(messages.channel(candidate)));
        if (step.offsetDays() > lastOut) {
          gaveWay.add(candidate);
          open.add(candidate);
        }
      } else if (step.offsetDays() < lastOut || isBehind(invoice, step)) {
        skip(candidate, SkipReason.SUPERSEDED, "A later reminder has gone out");
      } else if (!keepBeforeDueDay(candidate)) {
        skip(candidate, SkipReason.WINDOW, "No business day is left before the due day");
      } else {
        open.add(candidate);
      }
    }
    var replaced = promises.answer(invoice, open, gaveWay);
    replaced.forEach(
        one -> skip(one, SkipReason.SUPERSEDED, "A later step follows the broken promise"));
    open.removeAll(gaveWay);
    open.removeAll(replaced);
    catchUp(open.stream().filter(this::isMissed).toList());
  }

  private static int lastOut(Open invoice) {
    return invoice.policy().steps().list().stream()
        .filter(step -> isOut(invoice, step))
        .mapToInt(Step::offsetDays)
        .max()
        .orElse(Integer.MIN_VALUE);
  }

  /** The stage only moves forward, also where a changed policy brings an earlier step (REM-50). */
  private static boolean isBehind(Open invoice, Step step) {
    return step.stage() != Stage.NONE && invoice.stage().isAfter(step.stage());
  }

  private static boolean isOut(Open invoice, Step step) {
    var decided = invoice.decided().get(step.key());
    return decided != null && decided.status().isOut();
  }

  /**
   * What a plan skipped in advance is thought over until its own day, and then stands: what was
   * planned around it is not upset by a step that comes back.
   */
  private boolean staysSkipped(Candidate candidate) {
    var day = candidate.isTooLate() ? boundOf(candidate) : candidate.day();
    return candidate.wasSkipped() && !slots.on(day).isAfter(now);
  }

  private LocalDate boundOf(Candidate candidate) {
    return hours.businessDayUpTo(candidate.invoice.dueOn());
  }

  /** REM-23: moved past the due day, it goes to the last business day before it, if one is left. */
  private boolean keepBeforeDueDay(Candidate candidate) {
    if (!candidate.isTooLate()) {
      return true;
    }
    var last = boundOf(candidate);
    var slot = slots.on(last);
    if (slot.isBefore(now) && !candidate.stoodBy(slot) && !candidate.movedOnFrom(last)) {
      return false;
    }
    candidate.moveTo(last, Reason.Code.PRE_DUE_BOUND, "Not after the due day");
    return true;
  }

  /** Missed, if it is neither held, nor still to come, nor late but in time (REM-65, REM-70). */
  private boolean isMissed(Candidate candidate) {
    if (!candidate.slot().isAfter(now) && candidate.movedOnFrom(candidate.day())) {
      candidate.takeUp();
      candidate.moveToBusinessDay();
    }
    var hold = holds.at(candidate.invoice, candidate.slot());
    if (hold.isPresent()) {
      others.add(candidate.held(hold.get(), messages.channel(candidate)));
      return false;
    }
    if (candidate.slot().isBefore(now)) {
      if (!candidate.isDueToday(now) || !hours.areOpenAt(now)) {
        return true;
      }
      candidate.takeUp();
    }
    going.add(candidate);
    return false;
  }

  private void catchUp(List<Candidate> missed) {
    for (var verdict : catchUps.decide(missed)) {
      var candidate = verdict.candidate();
      switch (verdict) {
        case CatchUps.Verdict.Goes goes -> going.add(goes.candidate());
        case CatchUps.Verdict.Skipped skipped -> skip(candidate, skipped.why(), skipped.words());
        case CatchUps.Verdict.Held held -> {
          others.add(candidate.held(held.hold(), held.since(), messages.channel(candidate)));
          decisionsEnd.add(held.since().plus(CatchUps.DECISION));
        }
      }
    }
  }

  private void skip(Candidate candidate, SkipReason why, String words) {
    others.add(candidate.skipped(why, words, messages.channel(candidate)));
  }

  // ------------------------------------------------------------------ what else has its moment

  /** REM-71. */
  private List<Plan.Collection> collections() {
    var all = new ArrayList<Plan.Collection>();
    for (var invoice : customer.invoices()) {
      var day = invoice.handOverOn(hours);
      if (day != null) {
        all.add(new Plan.Collection(invoice.id(), slots.on(day)));
      }
    }
    all.sort(comparing(Plan.Collection::at).thenComparing(Plan.Collection::invoiceId));
    return List.copyOf(all);
  }

  private @Nullable Instant holdsEnd() {
    return Stream.concat(holds.ends(customer.invoices()), decisionsEnd.stream())
        .min(Instant::compareTo)
        .orElse(null);
  }
}
